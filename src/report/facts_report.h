#pragma once
#include <vector>

#include "facts/build/importer.h"
#include "facts/tables/tables.h"
#include "metrics/subscription_workings.h"
#include "report/question_settings.h"
#include "report/report.h"

namespace kirnu {

/// Answers a question from the facts of one file, or from two or three lists of customers (earlier, later, still
/// earlier). Tables of counts have build_report() instead. Facts and figures must outlive the Report. `workings` are
/// new, or of an earlier question about the same facts. `durations`: what durations in the file count.
Report build_facts_report(const std::vector<const Facts*>& facts, const QuestionSettings&,
                          const std::vector<Benchmark>& figures, SubscriptionWorkings& workings,
                          std::optional<PeriodUnit> durations = {});
inline Report build_facts_report(const std::vector<const Facts*>& facts, const QuestionSettings& settings,
                                 const std::vector<Benchmark>& figures) {
  SubscriptionWorkings workings;
  return build_facts_report(facts, settings, figures, workings);
}

/// The same from imported files, with how they were read, what was rejected, and the questions that block an answer.
/// A file with two lists side by side is two lists.
Report build_files_report(const std::vector<const ImportedFile*>& files, const QuestionSettings&,
                          const std::vector<Benchmark>& figures, SubscriptionWorkings& workings);
inline Report build_files_report(const std::vector<const ImportedFile*>& files, const QuestionSettings& settings,
                                 const std::vector<Benchmark>& figures) {
  SubscriptionWorkings workings;
  return build_files_report(files, settings, figures, workings);
}

/// Adds how a file was read. An issue that blocks becomes the error.
void add_import(Report&, const ImportedFile&);

}  // namespace kirnu

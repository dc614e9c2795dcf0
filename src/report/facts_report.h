#pragma once
#include <vector>

#include "facts/importer.h"
#include "facts/tables.h"
#include "report/question_settings.h"
#include "report/report.h"

namespace kirnu {

/// Answers a question from the facts of one file, or from two or three lists of customers (earlier, later, still
/// earlier). Tables of counts have build_report() instead. Facts and figures must outlive the Report.
Report build_facts_report(const std::vector<const Facts*>& facts, const QuestionSettings&,
                          const std::vector<Benchmark>& figures);

/// The same from imported files, with how they were read, what was rejected, and the questions that block an answer.
/// A file with two lists side by side is two lists.
Report build_files_report(const std::vector<const ImportedFile*>& files, const QuestionSettings&,
                          const std::vector<Benchmark>& figures);

/// Adds how a file was read. An issue that blocks becomes the error.
void add_import(Report&, const ImportedFile&);

}  // namespace kirnu

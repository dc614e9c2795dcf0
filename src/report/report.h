#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "base/period.h"
#include "base/rate.h"
#include "benchmarks/benchmark.h"
#include "facts/count_table.h"
#include "facts/counts.h"
#include "metrics/history.h"
#include "metrics/intervals.h"
#include "metrics/letters.h"
#include "metrics/ten_percent_test.h"

namespace kirnu {

/// A metric with the numbers that stand behind it, so that its computation can be shown.
struct ReportMetric {
  Metric metric = {};
  Letters letters = {};
};

/// One period of a history, oldest first.
struct SeriesPeriod {
  std::string label = {};  ///< as written in the table; empty when it has none
  std::optional<LabelSpan> span = {};
  PeriodTotals totals = {};
  Metric churn = {};                              ///< on the opening customers
  std::optional<double> normal_month_churn = {};  ///< converted to a mean month, for months whose days are known
  std::optional<ControlLimits> limits = {};       ///< from six periods on
};

/// The reader's churn beside a published figure.
struct BenchmarkResult {
  const Benchmark* figure = nullptr;  ///< in the list that the question was asked with
  Judgement judgement = {};
};

/// A definition that gives another number, with the id of its metric.
struct DefinitionResult {
  std::string_view id;
  std::optional<double> value = {};
};

/// Everything Kirnu found out about one question, as numbers; no words.
struct Report {
  std::string kind = "counts";
  std::string definition = "start_base";
  std::optional<Period> period = {};        ///< absent: a share of a snapshot
  std::optional<LabelSpan> dates = {};      ///< of the leading period, where its calendar dates are known
  bool from_table = false;                  ///< the leading period is the last one of the table
  std::optional<PeriodTotals> totals = {};  ///< of the leading period
  std::vector<ReportMetric> metrics = {};   ///< in reading order
  std::vector<ReportMetric> span = {};      ///< over the whole history
  std::vector<SeriesPeriod> series = {};
  std::optional<double> series_mean = {};     ///< pooled churn of the history, the centre of its limits
  std::optional<Comparison> comparison = {};  ///< last period of the history against the one before
  std::vector<DefinitionResult> definitions = {};
  std::vector<BenchmarkResult> benchmarks = {};
  std::optional<TenPercentTest> ten_percent_test = {};
  std::optional<ImportSummary> import = {};
  std::vector<RejectedRow> rejected = {};
  std::vector<Issue> issues = {};
  std::optional<Issue> error = {};  ///< why there is no answer
};

/// What somebody wants to know about customer counts. Absent counts: the last period of the table leads.
struct Question {
  CountInputs counts = {};
  MrrInputs mrr = {};
  ValueInputs value = {};
  std::optional<Period> period = {};
  std::string definition = "start_base";
};

/// The id of the metric that a definition puts first: "events" is churn_events_rate; the default for unknown ones.
std::string_view leading_metric(std::string_view definition);

/// Answers a question from typed counts, a table of counts (may be null) or both. `figures` must outlive the Report;
/// `unreadable` are the inputs that were no numbers: with one of them there is no answer.
Report build_report(const Question& question, const CountTable* table, const std::vector<Benchmark>& figures,
                    std::vector<Issue> unreadable);

/// The metric of an id; null when the report has none.
const ReportMetric* find_metric(const Report&, std::string_view id);

}  // namespace kirnu

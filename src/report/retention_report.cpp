#include <algorithm>

#include "metrics/catalog.h"
#include "metrics/renewals.h"
#include "report/kinds.h"
#include "report/period_answer.h"
#include "report/projection_report.h"

namespace kirnu {
namespace {

/// The step from one number still there to the next. Percent have a share, and no customers to test it by.
SeriesPeriod step_of(const RetentionSeries& series, std::size_t i, const std::optional<Period>& period) {
  SeriesPeriod entry{.label = i < series.labels.size() ? series.labels[i] : std::string()};
  entry.totals = {.start = series.retained[i - 1], .lost = series.retained[i - 1] - series.retained[i]};
  entry.totals.new_kept = 0;
  entry.totals.end = series.retained[i];
  if (series.retained[i] <= series.retained[i - 1]) add_rates(entry, period);
  if (series.percent) {
    entry.churn.interval.reset();
    entry.churn.numerator.reset();
    entry.churn.denominator.reset();
  }
  return entry;
}

RenewalSource renewals_of(Report& report, const RetentionSeries& series, const QuestionSettings& settings) {
  RenewalSource source{.percent = series.percent, .asked = true};
  if (series.percent) source.size = settings.cohort_size.value_or(kNominalSize);
  source.renewals = build_renewals(series, source.size.value_or(0));
  if (series_start(series).left_out) report.assumptions.push_back({.code = "series_start_assumed", .values = {}});
  return source;
}

}  // namespace

Report build_retention_report(const RetentionSeries& series, const QuestionSettings& settings,
                              const std::vector<Benchmark>& figures) {
  Report report{.kind = "retention"};
  report.period = settings.period;
  if (series.retained.size() < 2) {
    add_issues(report, {make_issue(IssueCode::TwoPeriodsNeeded)});
    return report;
  }
  bool rises = false;
  for (std::size_t i = 1; i < series.retained.size(); ++i) {
    rises = rises || series.retained[i] > series.retained[i - 1];
    report.series.push_back(step_of(series, i, report.period));
  }
  CohortTable cohorts;
  if (series.percent) report.series_whole = series_start(series).whole;
  if (!series.percent) {
    for (std::size_t i = 0; i < series.retained.size(); ++i) {
      cohorts.pooled.push_back({.age = static_cast<std::int32_t>(i),
                                .retained = static_cast<std::int64_t>(series.retained[i]),
                                .size = static_cast<std::int64_t>(series.retained.front())});
    }
    report.cohorts = std::move(cohorts);
  }
  if (rises) {
    add_issues(report, {make_issue(IssueCode::RetentionRises)});
    return report;
  }
  add_history(report, 0, report.series.size());
  if (series.percent) {  // limits and comparisons are about customers
    for (SeriesPeriod& entry : report.series) entry.limits.reset();
    report.series_mean.reset();
    report.comparison.reset();
  }
  const SeriesPeriod& last = report.series.back();
  const Letters letters = build_letters(last.totals, report.period);
  for (const char* id : {"customer_churn_rate", "customer_retention_rate", "monthly_churn_rate", "annual_churn_rate"})
    add_metric(report.metrics, id, letters);
  for (ReportMetric& entry : report.metrics) {
    if (series.percent) entry.metric.interval.reset();
    if (series.percent) entry.metric.numerator.reset();
    if (series.percent) entry.metric.denominator.reset();
  }
  if (!series.percent) report.totals = last.totals;
  if (!report.period) report.issues.push_back(make_issue(IssueCode::NoPeriod));
  if (const ReportMetric* churn = find_metric(report, "customer_churn_rate"))
    add_benchmarks(report, churn->metric, figures);
  add_projection(report, renewals_of(report, series, settings), settings);
  return report;
}

}  // namespace kirnu

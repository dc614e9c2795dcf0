#include <algorithm>
#include <utility>

#include "facts/words/age_label.h"
#include "metrics/catalog.h"
#include "metrics/renewals.h"
#include "report/kinds.h"
#include "report/period_answer.h"
#include "report/projection_report.h"

namespace kirnu {
namespace {

/// The step from one number still there to the next.
SeriesPeriod step_of(const RetentionSeries& series, std::size_t i, const std::optional<Period>& period) {
  SeriesPeriod entry{.label = i < series.labels.size() ? series.labels[i] : std::string()};
  entry.totals = {.start = series.retained[i - 1], .lost = series.retained[i - 1] - series.retained[i]};
  entry.totals.new_kept = 0;
  entry.totals.end = series.retained[i];
  if (series.retained[i] <= series.retained[i - 1]) add_rates(entry, period);
  return entry;
}

/// So many periods together, as a calendar unit where they are one.
std::optional<Period> together(const std::optional<Period>& period, int count) {
  if (!period || count == 1) return period;
  for (const PeriodUnit unit : {PeriodUnit::Quarter, PeriodUnit::HalfYear, PeriodUnit::Year}) {
    if (months_in(unit) == months_in(period->unit) * count) return period_of(unit);
  }
  return period_of_days(period->days * count);
}

/// Steps of unequal length make no history of ups and downs, and one mean over all of their periods.
void add_uneven_history(Report& report, int periods) {
  std::vector<double> shares;
  for (const SeriesPeriod& entry : report.series) {
    if (!entry.churn.value) return;
    shares.push_back(*entry.churn.value);
  }
  Letters letters;
  add_history(letters, shares);
  letters.n = periods;
  for (const char* id : {"compound_churn_rate", "mean_churn_rate"}) add_metric(report.span, id, letters);
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
  const std::vector<int> ages = ages_of(series);
  const int periods = ages.back() - ages.front();
  const bool uneven = periods != static_cast<int>(ages.size()) - 1;
  bool rises = false;
  for (std::size_t i = 1; i < series.retained.size(); ++i) {
    rises = rises || series.retained[i] > series.retained[i - 1];
    report.series.push_back(step_of(series, i, report.period));
  }
  CohortTable cohorts;
  if (series.percent) report.series_whole = series_start(series).whole;
  if (!series.percent) {
    for (std::size_t i = 0; i < series.retained.size(); ++i) {
      cohorts.pooled.push_back({.age = ages[i] - ages.front(),
                                .retained = static_cast<std::int64_t>(series.retained[i]),
                                .size = static_cast<std::int64_t>(series.retained.front())});
    }
    report.cohorts = std::move(cohorts);
  }
  if (rises) {
    if (series.percent) forget_customers(report);
    add_issues(report, {make_issue(IssueCode::RetentionRises)});
    return report;
  }
  if (uneven) add_uneven_history(report, periods);
  else add_history(report, 0, report.series.size());
  report.period = together(settings.period, ages.back() - ages[ages.size() - 2]);  // of the last step
  add_rate(report, report.series.back().totals, !series.percent, figures);
  const std::optional<Period> last = std::exchange(report.period, settings.period);
  add_projection(report, renewals_of(report, series, settings), settings);
  report.period = last;
  return report;
}

}  // namespace kirnu

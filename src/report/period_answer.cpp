#include "report/period_answer.h"

#include <array>
#include <cstdlib>
#include <utility>

#include "base/definition.h"
#include "metrics/catalog.h"
#include "metrics/conversion.h"

namespace kirnu {
namespace {

/// In the order in which a report lists them.
constexpr auto kPeriodMetrics = std::to_array<std::string_view>({"customer_churn_rate",
                                                                 "customer_retention_rate",
                                                                 "customers_lost",
                                                                 "monthly_churn_rate",
                                                                 "annual_churn_rate",
                                                                 "churn_events_rate",
                                                                 "churn_rate_stripe",
                                                                 "churn_rate_average_base",
                                                                 "churn_rate_daily_sum",
                                                                 "churn_rate_daily_weighted",
                                                                 "churn_hazard_30d",
                                                                 "expected_lifetime",
                                                                 "expected_lifetime_months",
                                                                 "value_lost",
                                                                 "value_lost_share",
                                                                 "mrr_lost",
                                                                 "gross_mrr_churn_rate",
                                                                 "gross_mrr_churn_rate_without_contraction",
                                                                 "net_mrr_churn_rate",
                                                                 "net_mrr_churn_rate_without_reactivation",
                                                                 "nrr",
                                                                 "grr",
                                                                 "quick_ratio",
                                                                 "quick_ratio_with_reactivation",
                                                                 "mrr_end",
                                                                 "arpa",
                                                                 "ltv",
                                                                 "ltv_discounted",
                                                                 "cost_of_loss",
                                                                 "replacement_cost",
                                                                 "total_cost_of_loss",
                                                                 "one_point_less_churn",
                                                                 "what_if_churn_rate",
                                                                 "what_if_value"});

/// Below this a conversion to a year is warned about.
constexpr double kShortPeriodDays = 14;

constexpr auto kSpanMetrics = std::to_array<std::string_view>({"compound_churn_rate", "mean_churn_rate"});

/// The same date a year earlier.
std::string year_before(const std::string& date) {
  std::string year = std::to_string(std::atoi(date.substr(0, 4).c_str()) - 1);
  return year + date.substr(4);
}

/// The last period against the one with the same dates a year earlier, where the history has it.
std::optional<Comparison> compare_with_year_ago(const std::vector<SeriesPeriod>& series, std::size_t first,
                                                std::size_t end) {
  if (end == first || !series[end - 1].span) return std::nullopt;
  const PeriodTotals& last = series[end - 1].totals;
  const LabelSpan& span = *series[end - 1].span;
  for (std::size_t i = first; i + 2 < end; ++i) {
    const SeriesPeriod& entry = series[i];
    if (!entry.span || entry.span->start != year_before(span.start) || entry.span->end != year_before(span.end))
      continue;
    return compare_shares(last.lost, last.start, entry.totals.lost, entry.totals.start);
  }
  return std::nullopt;
}

void add_definitions(Report& report) {
  const auto add = [&report](std::string_view metric) {
    const ReportMetric* found = find_metric(report, metric);
    if (found != nullptr) report.definitions.push_back({.id = metric, .value = found->metric.value});
  };
  for (const Definition& definition : kDefinitions) add(definition.metric);
  add("churn_hazard_30d");
  if (report.definitions.size() < 2) report.definitions.clear();
}

}  // namespace

/// Takes the issues over; the first that blocks an answer becomes the error.
void add_issues(Report& report, std::vector<Issue> issues) {
  for (Issue& issue : issues) {
    if (is_blocking(issue) && !report.error) report.error = issue;
    report.issues.push_back(std::move(issue));
  }
}

void add_metric(std::vector<ReportMetric>& metrics, std::string_view id, const Letters& letters) {
  if (find_formula(id) == nullptr) return;
  Metric metric = build_metric(id, letters);
  const MetricUnit unit = find_formula(id)->unit;
  const bool zero_base =
      metric.numerator && metric.denominator && (unit == MetricUnit::Share || unit == MetricUnit::Ratio);
  if (metric.value || zero_base) metrics.push_back({.metric = std::move(metric), .letters = letters});
}

void take_value_inputs(Report& report, Letters& letters, const ValueInputs& inputs) {
  add_value_inputs(letters, inputs);
  if (inputs.what_if_kept && letters.L && *inputs.what_if_kept > *letters.L)
    report.issues.push_back(
        make_issue(IssueCode::KeptOverLost, "kept", {{"kept", *inputs.what_if_kept}, {"lost", *letters.L}}));
}

std::vector<ReportMetric> period_metrics(const Letters& letters) {
  std::vector<ReportMetric> metrics;
  for (const std::string_view id : kPeriodMetrics) add_metric(metrics, id, letters);
  return metrics;
}

/// The figures beside the reader's churn. Revenue figures are listed too: they have no verdict.
void add_benchmarks(Report& report, const Metric& churn, const std::vector<Benchmark>& figures) {
  if (!report.period || !churn.value) return;
  for (const Benchmark& figure : figures) {
    report.benchmarks.push_back({.figure = &figure, .judgement = judge(figure, churn, report.period)});
  }
  report.ten_percent_test = ten_percent_test(churn, report.period);
}

/// Adds every metric that the letters allow, and what is judged by them.
void add_period(Report& report, const Letters& letters, std::string_view definition,
                const std::vector<Benchmark>& figures) {
  report.metrics = period_metrics(letters);
  add_definitions(report);
  if (!definition.empty() && find_metric(report, leading_metric(definition)) != nullptr) report.definition = definition;
  if (const ReportMetric* churn = find_metric(report, "customer_churn_rate"))
    add_benchmarks(report, churn->metric, figures);
  if (!report.period) report.issues.push_back(make_issue(IssueCode::NoPeriod));
  const ReportMetric* quick = find_metric(report, "quick_ratio");
  if (quick != nullptr && !quick->metric.value) report.issues.push_back(make_issue(IssueCode::NothingLost));
  if (report.period && report.period->days < kShortPeriodDays) {
    report.issues.push_back(make_issue(IssueCode::ShortPeriod, "days", {{"days", report.period->days}}));
  }
}

void add_rates(SeriesPeriod& entry, const std::optional<Period>& period) {
  const Letters letters = build_letters(entry.totals, period);
  entry.churn = build_metric("customer_churn_rate", letters);
  if (entry.flow) entry.events = build_metric("churn_events_rate", letters);
  const bool month = period && period->unit == PeriodUnit::Month && entry.span;
  if (month && entry.churn.value)
    entry.normal_month_churn = convert_to_normal_month(*entry.churn.value, entry.span->days);
}

void add_history(Report& report, std::size_t first, std::size_t end) {
  std::vector<PeriodCount> counts;
  for (std::size_t i = first; i < end; ++i) {
    const PeriodTotals& totals = report.series[i].totals;
    counts.push_back({.lost = totals.lost, .start = totals.start});
  }
  if (const std::optional<ControlChart> chart = build_control_chart(counts)) {
    report.series_mean = chart->mean;
    for (std::size_t i = first; i < end; ++i) report.series[i].limits = chart->limits[i - first];
  }
  report.comparison = compare_last_periods(counts);
  report.year_comparison = compare_with_year_ago(report.series, first, end);
  report.trend = build_trend(counts);
  const std::vector<double> shares = churn_shares(counts);
  if (shares.size() < 2) return;
  Letters letters;
  add_history(letters, shares);
  for (const std::string_view id : kSpanMetrics) add_metric(report.span, id, letters);
}

namespace {

void forget(Metric& metric) {
  metric.numerator.reset();
  metric.denominator.reset();
  metric.interval.reset();
}

void forget(ReportMetric& entry) {
  forget(entry.metric);
  for (const auto letter : {&Letters::S, &Letters::L, &Letters::E, &Letters::N, &Letters::N_kept, &Letters::L_all})
    (entry.letters.*letter).reset();
}

constexpr auto kRateMetrics = std::to_array<std::string_view>(
    {"customer_churn_rate", "customer_retention_rate", "monthly_churn_rate", "annual_churn_rate"});

}  // namespace

std::vector<ReportMetric> rate_metrics(const Letters& letters) {
  std::vector<ReportMetric> metrics;
  for (const std::string_view id : kRateMetrics) add_metric(metrics, id, letters);
  for (ReportMetric& entry : metrics) forget(entry);
  return metrics;
}

void forget_customers(Report& report) {
  for (SeriesPeriod& entry : report.series) {
    entry.limits.reset();
    forget(entry.churn);
  }
  for (ReportMetric& entry : report.metrics) forget(entry);
  report.series_mean.reset();
  report.comparison.reset();
  report.year_comparison.reset();
  report.trend.reset();
}

void add_rate(Report& report, const PeriodTotals& totals, bool customers, const std::vector<Benchmark>& figures) {
  const Letters letters = build_letters(totals, report.period);
  for (const std::string_view id : kRateMetrics) add_metric(report.metrics, id, letters);
  if (customers) report.totals = totals;
  else forget_customers(report);
  if (!report.period) report.issues.push_back(make_issue(IssueCode::NoPeriod));
  if (const ReportMetric* churn = find_metric(report, "customer_churn_rate"))
    add_benchmarks(report, churn->metric, figures);
}

std::string_view leading_metric(std::string_view definition) {
  for (const Definition& known : kDefinitions) {
    if (known.name == definition) return known.metric;
  }
  return kDefinitions.front().metric;
}

}  // namespace kirnu

#include "report/revenue_report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "metrics/catalog.h"
#include "report/period_answer.h"

namespace kirnu {
namespace {

constexpr auto kRevenueRates =
    std::to_array<std::string_view>({"gross_mrr_churn_rate", "net_mrr_churn_rate", "nrr", "grr", "quick_ratio"});

constexpr auto kRevenueMetrics = std::to_array<std::string_view>(
    {"value_lost", "value_lost_share", "mrr_lost", "gross_mrr_churn_rate", "gross_mrr_churn_rate_without_contraction",
     "net_mrr_churn_rate", "net_mrr_churn_rate_without_reactivation", "nrr", "grr", "quick_ratio",
     "quick_ratio_with_reactivation", "mrr_end", "arpa", "ltv", "ltv_discounted"});

void add_gaps(Report& report, const RevenueGaps& gaps) {
  if (gaps.amount_missing > 0) {
    report.issues.push_back(make_issue(IssueCode::AmountMissingLeftOut));
    report.issues.back().count = gaps.amount_missing;
  }
  if (gaps.interval_unknown > 0) {
    report.issues.push_back(make_issue(IssueCode::IntervalUnknown, {}, {{"found", gaps.unknown_interval}}));
    report.issues.back().count = gaps.interval_unknown;
  }
  if (gaps.interval_assumed) report.issues.push_back(make_issue(IssueCode::IntervalAssumed));
}

/// Sums over currencies do not exist: null, with the reason.
void refuse_sums(Report& report, const Revenue& revenue) {
  std::string names;
  for (const CurrencyRevenue& one : revenue.currencies) names += (names.empty() ? "" : ", ") + one.currency;
  report.issues.push_back(make_issue(IssueCode::RevenueByCurrency, {}, {{"currencies", std::move(names)}}));
  for (const std::string_view id : kRevenueMetrics) {
    const bool known = std::any_of(report.currencies.begin(), report.currencies.end(), [&](const ReportCurrency& one) {
      return std::any_of(one.metrics.begin(), one.metrics.end(),
                         [&](const ReportMetric& entry) { return entry.metric.id == id; });
    });
    if (known && find_metric(report, id) == nullptr)
      report.metrics.push_back({.metric = {find_formula(id)->id, {}, {}, {}, {}}, .letters = {}});
  }
}

}  // namespace

MrrTotals totals_of(const MrrMovement& movement) {
  return {.start = major_units(movement.opening),
          .churned = major_units(movement.churned),
          .contraction = major_units(movement.contraction),
          .expansion = major_units(movement.expansion),
          .new_ = major_units(movement.new_),
          .reactivation = major_units(movement.reactivation)};
}

void add_movements(SeriesPeriod& entry, const MrrTotals& totals) {
  const auto units = [](const std::optional<double>& amount) {
    return amount ? static_cast<MrrSum>(std::round(*amount * kMoneyScale * kMrrUnits)) : kMrrUnsaid;
  };
  Letters letters;
  add_mrr(letters, totals);
  const std::optional<double> end = build_metric("mrr_end", letters).value;
  entry.mrr.push_back({.opening = units(totals.start),
                       .new_ = units(totals.new_),
                       .expansion = units(totals.expansion),
                       .contraction = units(totals.contraction),
                       .churned = units(totals.churned),
                       .reactivation = units(totals.reactivation),
                       .closing = units(end ? end : totals.end)});
  for (const std::string_view id : kRevenueRates) entry.revenue.push_back(build_metric(id, letters));
}

ValueInputs value_inputs(const QuestionSettings& settings) {
  return {.arpa = settings.arpa,
          .margin = settings.margin,
          .discount = settings.discount,
          .acquisition_cost = settings.acquisition_cost,
          .what_if_kept = settings.what_if_kept};
}

Letters currency_letters(const MrrMovement& movement, const std::optional<Period>& period, const ValueInputs& inputs) {
  Letters letters = build_letters(
      {.start = static_cast<double>(movement.payers), .lost = static_cast<double>(movement.payers_lost)}, period);
  add_mrr(letters, totals_of(movement));
  add_value_inputs(letters, {.margin = inputs.margin, .discount = inputs.discount});
  return letters;
}

std::vector<ReportMetric> revenue_metrics(const Letters& letters) {
  std::vector<ReportMetric> metrics;
  for (const std::string_view id : kRevenueMetrics) add_metric(metrics, id, letters);
  return metrics;
}

void add_revenue(Report& report, const Revenue& revenue, const ValueInputs& inputs) {
  add_gaps(report, revenue.gaps);
  const bool several = revenue.currencies.size() > 1;
  for (const CurrencyRevenue& one : revenue.currencies) {
    report.currencies.push_back({.currency = one.currency, .cohorts = one.cohorts});
    if (several && report.totals)
      report.currencies.back().metrics = revenue_metrics(currency_letters(one.leading, report.period, inputs));
    for (std::size_t i = 0; i < report.series.size(); ++i) report.series[i].mrr.push_back(one.series[i]);
  }
  if (several) refuse_sums(report, revenue);
}

}  // namespace kirnu

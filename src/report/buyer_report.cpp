#include "report/buyer_report.h"

#include <utility>

#include "metrics/period_grid.h"
#include "report/period_answer.h"

namespace kirnu {
namespace {

/// A longer triangle is no triangle any more: many days, and nobody reads it.
constexpr std::int32_t kLongestTriangle = 600;
/// Where nobody bought twice, no gap tells when somebody has stopped.
constexpr std::int32_t kUsualInactiveDays = 365;

/// The limit that was said, else the one that the gaps suggest, told as an assumption.
std::int32_t limit_of(Report& report, const std::optional<PurchaseGaps>& gaps, const QuestionSettings& settings) {
  if (settings.inactive_days) return *settings.inactive_days;
  const std::int32_t days = gaps ? gaps->usual : kUsualInactiveDays;
  report.assumptions.push_back({.code = gaps ? "inactive_days_suggested" : "inactive_days_assumed",
                                .values = {{"days", static_cast<double>(days)}}});
  return days;
}

/// Purchases in whole periods stand on the first day of each: who bought in the last one is told from it on.
std::int32_t last_day_of_purchase(const Buyers& buyers) {
  std::int32_t last = buyers.all.front().last;
  for (const Buyer& buyer : buyers.all) last = std::max(last, buyer.last);
  return last;
}

}  // namespace

void add_buyers(Report& report, const TransactionTable& table, const Timeline& line, std::int32_t first_day,
                const OrderOptions& options, const QuestionSettings& settings) {
  const Buyers buyers = build_buyers(table, options);
  if (buyers.all.empty()) return;
  ReportBuyers result{.ranked = ranked_buyers(buyers),
                      .ids = &table.customers,
                      .has_value = buyers.has_value,
                      .as_of = table.periods ? last_day_of_purchase(buyers) : line.as_of,
                      .repeat = buyers.repeat,
                      .gaps = build_purchase_gaps(buyers.days)};
  result.inactive_days = limit_of(report, result.gaps, settings);
  for (const Buyer& buyer : buyers.all)
    result.inactive += is_inactive(buyer, result.inactive_days, result.as_of) ? 1 : 0;
  Letters letters;
  letters.customers = static_cast<double>(buyers.all.size());
  letters.repeat = static_cast<double>(result.repeat);
  letters.inactive = static_cast<double>(result.inactive);
  add_metric(report.metrics, "repeat_rate", letters);
  add_metric(report.metrics, "inactive_rate", letters);
  report.buyers = std::move(result);
  const PeriodGrid grid = build_grid(line.choice, first_day, line.as_of + 1, line.as_of);
  if (grid.size() <= kLongestTriangle)
    report.cohorts = build_buyer_cohorts(buyers, grid, line.as_of, settings.retention);
}

}  // namespace kirnu

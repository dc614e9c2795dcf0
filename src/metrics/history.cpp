#include "metrics/history.h"

#include <algorithm>
#include <cmath>

namespace kirnu {

std::optional<ControlChart> build_control_chart(std::span<const PeriodCount> periods) {
  double lost = 0;
  double start = 0;
  int with_rate = 0;
  for (const PeriodCount& period : periods) {
    if (period.start <= 0) continue;
    lost += period.lost;
    start += period.start;
    ++with_rate;
  }
  const std::optional<double> p = ratio(lost, start);
  if (!p || with_rate < kFewestPeriods) return std::nullopt;

  ControlChart chart{.mean = *p};
  chart.limits.reserve(periods.size());
  for (const PeriodCount& period : periods) {
    const std::optional<double> rate = ratio(period.lost, period.start);
    if (!rate) {
      chart.limits.emplace_back();
      continue;
    }
    const double reach = 3 * std::sqrt(*p * (1 - *p) / period.start);
    ControlLimits limits{.low = std::max(0.0, *p - reach), .high = std::min(1.0, *p + reach)};
    limits.outside = *rate < limits.low || *rate > limits.high;
    chart.limits.push_back(limits);
  }
  return chart;
}

std::optional<Comparison> compare_last_periods(std::span<const PeriodCount> periods) {
  if (periods.size() < 2) return std::nullopt;
  const PeriodCount& last = periods[periods.size() - 1];
  const PeriodCount& before = periods[periods.size() - 2];
  return compare_shares(last.lost, last.start, before.lost, before.start);
}

std::vector<double> churn_shares(std::span<const PeriodCount> periods) {
  std::vector<double> shares;
  shares.reserve(periods.size());
  for (const PeriodCount& period : periods) {
    const std::optional<double> share = ratio(period.lost, period.start);
    if (!share) return {};
    shares.push_back(*share);
  }
  return shares;
}

}  // namespace kirnu

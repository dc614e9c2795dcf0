#pragma once
#include <optional>
#include <span>
#include <vector>

#include "metrics/intervals.h"

namespace kirnu {

/// Lost and opening customers of one of several periods, oldest first.
struct PeriodCount {
  double lost = 0;
  double start = 0;  ///< 0: the period has no rate
};

/// Control limits of one period; a rate outside them is a signal, inside is noise.
struct ControlLimits {
  double low = 0;
  double high = 0;
  bool outside = false;
};

/// A p-chart: the pooled share of all periods, and for each period its limits (absent where it has no rate).
struct ControlChart {
  double mean = 0;
  std::vector<std::optional<ControlLimits>> limits = {};
};

/// The fewest periods with a rate that control limits are given for.
inline constexpr int kFewestPeriods = 6;

/// Limits p ± 3·sqrt(p(1 - p)/n_i) around the pooled p, clipped to [0, 1]. Absent for fewer than kFewestPeriods.
std::optional<ControlChart> build_control_chart(std::span<const PeriodCount>);

/// The last period's churn against the one before. Absent for fewer than two periods or where either has no rate.
std::optional<Comparison> compare_last_periods(std::span<const PeriodCount>);

/// Each period's churn, for add_history(). Empty when a period has no rate: then nothing can be compounded.
std::vector<double> churn_shares(std::span<const PeriodCount>);

}  // namespace kirnu

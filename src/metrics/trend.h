#pragma once
#include <optional>
#include <span>

#include "metrics/history.h"

namespace kirnu {

/// Whether a share rises or falls over periods.
struct Trend {
  int periods = 0;   ///< with a rate
  double slope = 0;  ///< of the weighted line through the shares, a period
  double z = 0;
  double p = 1;  ///< two-sided
};

/// Cochran and Armitage's test for a linear trend in shares, with the periods' numbers as scores: the sentence "no more
/// than noise" as a test. Absent for fewer than kFewestPeriods periods with a rate, and where nobody or everybody left.
/// Source: P. Armitage, Biometrics 11 (1955) 375.
std::optional<Trend> build_trend(std::span<const PeriodCount>);

}  // namespace kirnu

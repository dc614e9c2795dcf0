#pragma once
#include <optional>

#include "base/rate.h"

namespace kirnu {

/// A marketing handbook's rule of thumb: who loses 10.0 % of the customers a year, or more, fails.
struct TenPercentTest {
  double yearly_churn = 0;                ///< churn converted to a year
  std::optional<Interval> interval = {};  ///< converted likewise
  bool passed = false;
  bool borderline = false;  ///< the interval covers 10 %
};

/// Converts the churn of a period to a year and tests it. Absent without a churn rate or without a period.
std::optional<TenPercentTest> ten_percent_test(const Metric& churn, const std::optional<Period>& period);

}  // namespace kirnu

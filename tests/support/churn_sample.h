#pragma once
#include "base/rate.h"
#include "metrics/intervals.h"

namespace kirnu {

/// A churn rate as the catalog says it.
inline Metric churn_of(double lost, double start) {
  return {.id = "customer_churn_rate",
          .value = ratio(lost, start),
          .numerator = lost,
          .denominator = start,
          .interval = wilson_interval(lost, start)};
}

}  // namespace kirnu

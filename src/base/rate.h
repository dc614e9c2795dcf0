#pragma once
#include <optional>
#include <string_view>

#include "base/period.h"

namespace kirnu {

/// A closed interval of fractions, low <= high.
struct Interval {
  double low = 0;
  double high = 0;
};

/// A number with what it was made of. `value` is absent where there is no answer (a zero base, a missing input);
/// numerator and denominator are absent where the metric is not a ratio.
struct Metric {
  std::string_view id;  ///< as in metrics/catalog.cpp; points to static text
  std::optional<double> value;
  std::optional<double> numerator;
  std::optional<double> denominator;
  std::optional<Interval> interval;  ///< 95 %
};

/// numerator / denominator; absent when either is absent or the denominator is 0. Nothing else divides.
std::optional<double> ratio(std::optional<double> numerator, std::optional<double> denominator);

}  // namespace kirnu

#include "base/rate.h"

#include <cmath>

namespace kirnu {

std::optional<double> ratio(std::optional<double> numerator, std::optional<double> denominator) {
  if (!numerator || !denominator || *denominator == 0) return std::nullopt;
  const double value = *numerator / *denominator;
  if (!std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace kirnu

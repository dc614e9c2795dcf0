#include "metrics/mrr.h"

#include <cmath>

#include "base/period.h"

namespace kirnu {

std::optional<std::int64_t> monthly_revenue(std::int64_t amount, double quantity, const BillingInterval& interval) {
  constexpr double kLargest = 9e18;
  if (amount == kNoMoney || amount < 0 || !(quantity >= 0)) return std::nullopt;
  const double price = static_cast<double>(amount) * quantity * kMrrUnits;
  const double monthly = interval.days > 0 ? price * kDaysPerMonth / interval.days : price / interval.months;
  if (!(monthly < kLargest)) return std::nullopt;
  return static_cast<std::int64_t>(std::floor(monthly + 0.5));
}

}  // namespace kirnu

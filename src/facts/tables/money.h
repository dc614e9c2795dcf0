#pragma once
#include <cstdint>
#include <limits>

#include "facts/tables/tables.h"

namespace kirnu {

/// Adds an amount to a sum, both in units of 1/kMoneyScale; kNoMoney adds nothing. What is beyond ±922 trillion stays
/// there: a sum never turns into its opposite.
inline void add_money(std::int64_t& sum, std::int64_t amount) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  if (amount == kNoMoney || !__builtin_add_overflow(sum, amount, &sum)) return;
  sum = amount > 0 ? kMost : -kMost;
}

}  // namespace kirnu

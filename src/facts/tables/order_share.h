#pragma once
#include <cstdint>

namespace kirnu {

/// Of files that only say how many orders there were: of one customer (in one period), and of all. Memory for more may
/// not be had.
inline constexpr double kMostOrders = 10'000;
inline constexpr double kMostOfAll = 20'000'000;

/// Part `i` of an amount in equal parts; the first takes what is left over.
inline std::int64_t share_of(std::int64_t amount, std::int64_t i, std::int64_t parts) {
  return amount / parts + (i == 0 ? amount % parts : 0);
}

}  // namespace kirnu

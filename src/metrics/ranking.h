#pragma once
#include <cstdint>
#include <vector>

namespace kirnu {

/// A customer and what it is worth; kNoMoney ranks last.
struct Ranked {
  std::int64_t value = 0;
  std::uint32_t number = 0;
};

/// The numbers, the largest value first, equal ones in the order given.
std::vector<std::uint32_t> ranked_numbers(std::vector<Ranked> entries);

}  // namespace kirnu

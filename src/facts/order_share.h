#pragma once
#include <cstdint>

namespace kirnu {

/// Part `i` of an amount in equal parts; the first takes what is left over.
inline std::int64_t share_of(std::int64_t amount, std::int64_t i, std::int64_t parts) {
  return amount / parts + (i == 0 ? amount % parts : 0);
}

}  // namespace kirnu

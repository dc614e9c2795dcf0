#pragma once
#include <optional>
#include <string_view>

#include "text/number.h"

namespace kirnu {

/// A share as people type it, a fraction: "80 %" and "0,8" are as written, any other plain number is a percentage, 1 is
/// 1 %. `number` is the text as read; absent outside 0–100 %.
inline std::optional<double> typed_share(std::string_view text, const ReadNumber& number) {
  const bool marked = text.find_first_of(".,") != std::string_view::npos;
  const bool fraction = number.percent || (number.value <= 1 && marked);
  const double share = fraction ? number.value : number.value / 100;
  return share >= 0 && share <= 1 ? std::optional(share) : std::nullopt;
}

}  // namespace kirnu

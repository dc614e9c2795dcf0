#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "text/number.h"

namespace kirnu {

/// The digits of a number and what its marks can mean.
struct NumberBody {
  std::string digits;
  int fraction = 0;                         ///< of these, digits after the decimal mark
  int exponent = 0;                         ///< clamped to ±100,000
  DecimalMark says = DecimalMark::Unknown;  ///< the decimal mark that this number alone proves
  DecimalMark lone = DecimalMark::Unknown;  ///< 1.500, 1,500: the mark that is either; `fraction` is 0 then
};

/// Reads digits, their grouping, a decimal mark and an exponent; absent when they make no number.
std::optional<NumberBody> read_number_body(std::string_view body);

}  // namespace kirnu

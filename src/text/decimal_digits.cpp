#include "text/decimal_digits.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace kirnu {
namespace {

/// `value` as "d.ddde±xx" with as few digits as read back the same: 15 always hold what has 15 or fewer.
std::string shortest_scientific(double value) {
  std::array<char, 40> text{};
  for (int digits = 15; digits <= 17; ++digits) {
    std::snprintf(text.data(), text.size(), "%.*e", digits - 1, value);
    if (std::strtod(text.data(), nullptr) == value) break;
  }
  return text.data();
}

void drop_trailing_zeros(std::string& digits) {
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
}

}  // namespace

DecimalDigits shortest_digits(double value) {
  DecimalDigits number{.negative = std::signbit(value), .digits = {}, .exponent = 0};
  if (value == 0) return number;
  const std::string text = shortest_scientific(std::fabs(value));
  const std::size_t e = text.find('e');
  for (const char c : text.substr(0, e)) {
    if (c != '.') number.digits += c;
  }
  drop_trailing_zeros(number.digits);
  number.exponent = std::atoi(text.c_str() + e + 1) + 1;
  return number;
}

DecimalDigits rounded(DecimalDigits number, int decimals) {
  const int kept = number.exponent + decimals;
  if (kept >= static_cast<int>(number.digits.size())) return number;
  if (kept < 0) return {.negative = number.negative, .digits = {}, .exponent = 0};
  const bool up = number.digits[static_cast<std::size_t>(kept)] >= '5';
  number.digits.resize(static_cast<std::size_t>(kept));
  if (up) {
    while (!number.digits.empty() && number.digits.back() == '9') number.digits.pop_back();
    if (number.digits.empty()) {
      number.digits.assign(1, '1');
      ++number.exponent;
    } else {
      ++number.digits.back();
    }
  }
  drop_trailing_zeros(number.digits);
  return number;
}

}  // namespace kirnu

#pragma once
#include <string>

namespace kirnu {

/// A finite double as decimal digits: 0.d1d2d3… · 10^exponent. Zero has no digits.
struct DecimalDigits {
  bool negative = false;
  std::string digits;
  int exponent = 0;
};

/// The shortest decimal that reads back as `value`, which must be finite.
DecimalDigits shortest_digits(double value);

/// Keeps `decimals` digits after the point, halves rounded away from zero.
DecimalDigits rounded(DecimalDigits number, int decimals);

}  // namespace kirnu

#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kirnu {

/// A finite double as decimal digits: 0.d1d2d3… · 10^exponent. Zero has no digits.
struct DecimalDigits {
  bool negative = false;
  std::string digits;
  int exponent = 0;
};

/// The shortest decimal that reads back as `value`, which must be finite; of 15 digits at least, zeros at the end not
/// written.
DecimalDigits shortest_digits(double value);

/// `value`, which must be finite, to so many significant digits; a tie goes to the even digit.
DecimalDigits nearest_digits(double value, int digits);

/// Keeps `decimals` digits after the point, halves rounded away from zero.
DecimalDigits rounded(DecimalDigits number, int decimals);

/// The double nearest to 0.d1d2d3… · 10^exponent, a tie to the even one; infinite when it is too large. `digits` are
/// any number of 0…9.
double nearest_double(std::string_view digits, int exponent);

/// A number as links and settings write it: digits with at most one decimal point, nothing else; absent for anything
/// else. Infinite when it is too large.
std::optional<double> read_plain_decimal(std::string_view text);

/// A number that is not below 0 in the same way, whatever its size: 0.00000012 has no exponent.
std::string write_plain_decimal(const DecimalDigits& number);

/// Writes 0.d1d2d3… · 10^exponent as "12.5", "0.001", "1.5e-07": with an exponent below 10^-4 and from 10^most_whole
/// on. The last digit is no zero.
void append_digits(std::string& out, std::string_view digits, int exponent, int most_whole);

/// The same, with its sign.
std::string write_digits(const DecimalDigits& number, int most_whole);

/// A whole number with at least `width` digits: 07, 2025.
std::string padded(int value, int width);

}  // namespace kirnu

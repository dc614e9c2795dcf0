#pragma once
#include <cstdint>
#include <optional>

namespace kirnu {

/// digits / 10^scale; the scale may be below 0.
struct ShortDecimal {
  std::int64_t digits = 0;
  int scale = 0;
};

/// The decimal of `count` (1 to 15) significant digits that is nearest to a value, halves to even, exactly. Only for
/// the sizes that reports are full of, 0.00001 up to 10^15 and 0; absent for others.
std::optional<ShortDecimal> short_decimal(double value, int count);

/// Writes a decimal of at most 15 digits in as few characters as tell it, without an exponent: "1500", "-0.0625". Needs
/// room for 40 bytes and a scale of -15 to 20; returns the end.
char* write_decimal(char* out, const ShortDecimal& decimal);

/// The double nearest to a decimal of at most 15 digits and a scale of -15 to 22.
double value_of(const ShortDecimal& decimal);

}  // namespace kirnu

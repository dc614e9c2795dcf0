#include "base/short_decimal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>

namespace kirnu {
namespace {

using Wide = unsigned __int128;

constexpr int kSmallestExponent = -5, kLargestExponent = 15;  ///< of ten

/// Powers of ten as long as T holds them exactly.
template <typename T, std::size_t count>
constexpr std::array<T, count> kPowers = [] {
  std::array<T, count> powers{1};
  for (std::size_t i = 1; i < count; ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

std::uint64_t whole_power(int exponent) { return kPowers<std::uint64_t, 20>[static_cast<std::size_t>(exponent)]; }

double power(int exponent) { return kPowers<double, 23>[static_cast<std::size_t>(exponent)]; }

/// `size` times 10^scale as a whole number, halves to even. At most 2^53, times 10^19 or divided by 10^14: fits in
/// Wide.
std::uint64_t scaled_digits(double size, int scale) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &size, sizeof bits);
  const std::uint64_t mantissa = (bits & ((std::uint64_t{1} << 52U) - 1)) | std::uint64_t{1} << 52U;
  const int exponent = static_cast<int>(bits >> 52U) - 1075;
  const Wide number = Wide{mantissa} * whole_power(std::max(scale, 0)) << std::max(exponent, 0);
  const unsigned shift = static_cast<unsigned>(std::max(-exponent, 0));
  const Wide unit = Wide{whole_power(std::max(-scale, 0))} << shift;
  const Wide quotient = scale >= 0 ? number >> shift : number / unit;
  const Wide rest = number - quotient * unit;
  const bool up = rest * 2 > unit || (rest * 2 == unit && (quotient & 1) != 0);
  return static_cast<std::uint64_t>(quotient) + (up ? 1 : 0);
}

}  // namespace

std::optional<ShortDecimal> short_decimal(double value, int count) {
  if (value == 0) return ShortDecimal{};
  const double size = std::fabs(value);
  if (!(size >= 1e-5 && size < 1e15)) return std::nullopt;
  int exponent = kSmallestExponent;  // of the first digit
  while (exponent + 1 < kLargestExponent && size >= (exponent < -1 ? 1 / power(-exponent - 1) : power(exponent + 1)))
    ++exponent;
  const std::uint64_t limit = whole_power(count);
  int scale = count - 1 - exponent;
  std::uint64_t digits = scaled_digits(size, scale);
  if (digits * 10 <= limit - 10) digits = scaled_digits(size, ++scale);  // a power below 1 is no exact double
  if (digits >= limit) {
    digits /= 10;
    --scale;
  }
  const auto whole = static_cast<std::int64_t>(digits);
  return ShortDecimal{.digits = value < 0 ? -whole : whole, .scale = scale};
}

char* write_decimal(char* out, const ShortDecimal& decimal) {
  std::uint64_t rest = static_cast<std::uint64_t>(std::abs(decimal.digits));
  int scale = decimal.scale;
  for (; scale > 0 && rest % 10 == 0; --scale) rest /= 10;
  for (; scale < 0; ++scale) rest *= 10;
  if (decimal.digits < 0) *out++ = '-';
  std::array<char, 40> backwards{};
  std::size_t size = 0;
  for (int place = 0; place <= scale || rest != 0; ++place, rest /= 10) {
    if (place == scale && scale > 0) backwards[size++] = '.';
    backwards[size++] = static_cast<char>('0' + rest % 10);
  }
  while (size > 0) *out++ = backwards[--size];
  return out;
}

double value_of(const ShortDecimal& decimal) {
  const auto digits = static_cast<double>(decimal.digits);
  return decimal.scale >= 0 ? digits / power(decimal.scale) : digits * power(-decimal.scale);
}

}  // namespace kirnu

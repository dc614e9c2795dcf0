#include "base/decimal_digits.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <utility>

#include "base/ascii.h"
#include "base/natural.h"

namespace kirnu {
namespace {

constexpr std::uint64_t kInfinity = std::uint64_t{0x7FF} << 52U;

/// A positive double as its bits, and back.
std::uint64_t bits_of(double value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

double double_of(std::uint64_t bits) {
  double value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

/// mantissa · 2^exponent. Bits of positive doubles are ordered as the doubles are; infinity is read as 2^1024.
struct Binary {
  std::uint64_t mantissa;
  int exponent;
};

Binary binary_of(std::uint64_t bits) {
  const std::uint64_t fraction = bits & ((std::uint64_t{1} << 52U) - 1);
  const int exponent = static_cast<int>(bits >> 52U);
  if (exponent == 0) return {.mantissa = fraction, .exponent = -1074};
  return {.mantissa = fraction | std::uint64_t{1} << 52U, .exponent = exponent - 1075};
}

void drop_trailing_zeros(std::string& digits) {
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
}

/// Keeps the first `kept` digits, and adds one to the last where it is to be rounded up.
void cut(DecimalDigits& number, std::size_t kept, bool up) {
  number.digits.resize(kept);
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
}

/// All digits of a double, which has at most 767.
DecimalDigits exact_digits(double value) {
  DecimalDigits number{.negative = std::signbit(value), .digits = {}, .exponent = 0};
  if (value == 0) return number;
  Binary binary = binary_of(bits_of(std::fabs(value)));
  const int zeros = binary.exponent < 0 ? std::min(std::countr_zero(binary.mantissa), -binary.exponent) : 0;
  Natural natural(binary.mantissa >> static_cast<unsigned>(zeros));
  binary.exponent += zeros;
  // m / 2^k is m · 5^k / 10^k
  natural.multiply_by_power(binary.exponent < 0 ? 5 : 2, std::abs(binary.exponent));
  std::string& digits = number.digits;
  while (!natural.is_zero()) {
    std::uint32_t nine = natural.divide(1'000'000'000);
    for (int i = 0; i < 9; ++i, nine /= 10) digits += static_cast<char>('0' + nine % 10);
  }
  drop_trailing_zeros(digits);  // they lead: the digits are still backwards
  number.exponent = static_cast<int>(digits.size()) + std::min(binary.exponent, 0);
  for (std::size_t i = 0; i < digits.size() / 2; ++i) std::swap(digits[i], digits[digits.size() - 1 - i]);
  return number;
}

DecimalDigits cut_exactly(DecimalDigits number, int digits) {
  const auto kept = static_cast<std::size_t>(digits);
  const std::string& all = number.digits;
  if (all.size() <= kept) {
    drop_trailing_zeros(number.digits);
    return number;
  }
  const bool beyond = all.find_first_not_of('0', kept + 1) != std::string::npos;
  const bool odd = kept > 0 && (all[kept - 1] - '0') % 2 == 1;
  const bool up = all[kept] > '5' || (all[kept] == '5' && (beyond || odd));
  cut(number, kept, up);
  return number;
}

/// Compares digits · 10^power with a binary number, exactly.
int compare(std::string_view digits, int power, const Binary& binary) {
  Natural decimal(0), other(binary.mantissa);
  for (const char digit : digits) decimal.multiply_add(10, static_cast<std::uint32_t>(digit - '0'));
  (power < 0 ? other : decimal).multiply_by_power(5, std::abs(power));
  const int twos = power - binary.exponent;
  (twos < 0 ? other : decimal).multiply_by_power(2, std::abs(twos));
  return Natural::compare(decimal, other);
}

/// The same with the middle between a double and the next one.
int compare_with_middle(std::string_view digits, int power, std::uint64_t bits) {
  const Binary below = binary_of(bits);
  return compare(digits, power, {.mantissa = 2 * below.mantissa + 1, .exponent = below.exponent - 1});
}

/// value · 10^power, right to a few of its last bits; exact where both are small.
double scaled(double value, int power) {
  while (power != 0) {
    const int step = std::min(std::abs(power), 22);  // 10^22 is the last power of ten that is a double
    double ten = 1;
    for (int i = 0; i < step; ++i) ten *= 10;
    value = power < 0 ? value / ten : value * ten;
    power += power < 0 ? step : -step;
  }
  return value;
}

}  // namespace

DecimalDigits nearest_digits(double value, int digits) { return cut_exactly(exact_digits(value), digits); }

DecimalDigits shortest_digits(double value) {
  const DecimalDigits exact = exact_digits(value);
  for (int digits = 15; digits < 17; ++digits) {
    DecimalDigits number = cut_exactly(exact, digits);
    if (nearest_double(number.digits, number.exponent) == std::fabs(value)) return number;
  }
  return cut_exactly(exact, 17);
}

DecimalDigits rounded(DecimalDigits number, int decimals) {
  const int kept = number.exponent + decimals;
  if (kept >= static_cast<int>(number.digits.size())) return number;
  if (kept < 0) return {.negative = number.negative, .digits = {}, .exponent = 0};
  cut(number, static_cast<std::size_t>(kept), number.digits[static_cast<std::size_t>(kept)] >= '5');
  return number;
}

double nearest_double(std::string_view digits, int exponent) {
  constexpr std::size_t kMost = 780;  // no middle between two doubles has more digits
  const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
  digits.remove_prefix(zeros);
  if (digits.empty()) return 0;
  exponent = static_cast<int>(std::clamp<std::int64_t>(exponent - static_cast<std::int64_t>(zeros), -400, 400));
  if (exponent > 310) return std::numeric_limits<double>::infinity();
  if (exponent < -330) return 0;
  std::string cut_off;
  if (digits.size() > kMost) digits = cut_off = std::string(digits.substr(0, kMost)) + '1';

  const std::string_view lead = digits.substr(0, 19);  // fits into 64 bits
  std::uint64_t whole = 0;
  for (const char digit : lead) whole = whole * 10 + static_cast<std::uint64_t>(digit - '0');
  const int power = exponent - static_cast<int>(digits.size());
  const double guess = scaled(static_cast<double>(whole), exponent - static_cast<int>(lead.size()));
  if (digits.size() <= 15 && std::abs(power) <= 22) return guess;  // both exact, so rounded once

  auto bits = bits_of(guess);
  while (bits < kInfinity) {
    const int order = compare_with_middle(digits, power, bits);
    if (order < 0 || (order == 0 && bits % 2 == 0)) break;
    ++bits;
  }
  while (bits > 0) {
    const int order = compare_with_middle(digits, power, bits - 1);
    if (order > 0 || (order == 0 && bits % 2 == 0)) break;
    --bits;
  }
  return double_of(bits);
}

std::optional<double> read_plain_decimal(std::string_view text) {
  std::string digits;
  std::optional<std::size_t> point;
  for (const char c : text) {
    if (c == '.' && !point) point = digits.size();
    else if (is_digit(c)) digits += c;
    else return std::nullopt;
  }
  if (digits.empty()) return std::nullopt;
  return nearest_double(digits, static_cast<int>(point.value_or(digits.size())));
}

std::string write_plain_decimal(const DecimalDigits& number) {
  std::string text = number.digits;
  const auto whole = static_cast<std::size_t>(std::max(number.exponent, 0));
  if (whole == 0) text.insert(0, static_cast<std::size_t>(1 - number.exponent), '0');
  const std::size_t point = std::max<std::size_t>(whole, 1);
  if (text.size() < point) text.append(point - text.size(), '0');
  if (text.size() > point) text.insert(point, 1, '.');
  return text;
}

void append_digits(std::string& out, std::string_view digits, int exponent, int most_whole) {
  if (digits.empty()) {
    out += '0';
    return;
  }
  const int power = exponent - 1;
  const bool plain = power >= -4 && power < most_whole;
  const int point = plain ? exponent : 1;
  if (point <= 0) out.append("0.").append(static_cast<std::size_t>(-point), '0');
  const std::string_view whole = digits.substr(0, static_cast<std::size_t>(std::max(point, 0)));
  out += whole;
  if (point > 0 && whole.size() < digits.size()) out += '.';
  out += digits.substr(whole.size());
  if (static_cast<int>(whole.size()) < point) out.append(static_cast<std::size_t>(point) - whole.size(), '0');
  if (!plain) out.append(power < 0 ? "e-" : "e+").append(padded(std::abs(power), 2));
}

std::string write_digits(const DecimalDigits& number, int most_whole) {
  std::string text;
  if (number.negative) text += '-';
  append_digits(text, number.digits, number.exponent, most_whole);
  return text;
}

std::string padded(int value, int width) {
  std::string digits = std::to_string(std::abs(value));
  while (static_cast<int>(digits.size()) + (value < 0 ? 1 : 0) < width) digits.insert(digits.begin(), '0');
  if (value < 0) digits.insert(digits.begin(), '-');
  return digits;
}

}  // namespace kirnu

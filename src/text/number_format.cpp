#include "text/number_format.h"

#include <cmath>

#include "base/ascii.h"
#include "base/decimal_digits.h"
#include "base/short_decimal.h"
#include "text/currency.h"

namespace kirnu {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

struct Habit {
  std::string_view group;
  std::string_view decimal;
  std::string_view minus;
  std::string_view percent;
};

Habit habit_of(Language language) {
  switch (language) {
    case Language::En: return {.group = ",", .decimal = ".", .minus = "-", .percent = "%"};
    case Language::De: return {.group = ".", .decimal = ",", .minus = "-", .percent = "\u00A0%"};
    case Language::Fi: return {.group = kNoBreakSpace, .decimal = ",", .minus = "\u2212", .percent = "\u00A0%"};
  }
  return {};
}

/// A number rounded and written without its sign.
struct Written {
  std::string text;
  bool negative = false;
  bool zero = true;
};

char digit_at(const DecimalDigits& number, int place) {
  return place >= 0 && place < static_cast<int>(number.digits.size()) ? number.digits[static_cast<std::size_t>(place)]
                                                                      : '0';
}

/// `shift`: 2 writes the number times 100, exactly.
Written write_number(double value, int shift, int decimals, const Habit& habit) {
  DecimalDigits number = shortest_digits(value);
  number.exponent += shift;
  number = rounded(std::move(number), decimals);
  Written written{.text = {}, .negative = number.negative && !number.digits.empty(), .zero = number.digits.empty()};
  if (number.exponent <= 0 || number.digits.empty()) written.text = "0";
  for (int place = 0; place < number.exponent && !number.digits.empty(); ++place) {
    if (place > 0 && (number.exponent - place) % 3 == 0) written.text += habit.group;
    written.text += digit_at(number, place);
  }
  if (decimals > 0) written.text += habit.decimal;
  for (int i = 0; i < decimals; ++i) {
    written.text += number.digits.empty() ? '0' : digit_at(number, number.exponent + i);
  }
  return written;
}

std::string with_sign(const Written& written, bool plus, const Habit& habit) {
  if (written.negative) return std::string(habit.minus) + written.text;
  return plus && !written.zero ? "+" + written.text : written.text;
}

bool has_answer(std::optional<double> value) { return value && std::isfinite(*value); }

std::string format(std::optional<double> value, int shift, int decimals, bool plus, Language language) {
  if (!has_answer(value)) return std::string(kNoAnswer);
  const Habit habit = habit_of(language);
  return with_sign(write_number(*value, shift, decimals, habit), plus, habit);
}

std::string format_span(double low, double high, int shift, int decimals, Language language) {
  const std::string first = format(low, shift, decimals, false, language);
  const std::string second = format(high, shift, decimals, false, language);
  const bool plain = is_digit(first.front()) && is_digit(second.front());
  return first + (plain ? "–" : " – ") + second;
}

}  // namespace

std::string format_number(std::optional<double> value, int decimals, Language language) {
  return format(value, 0, decimals, false, language);
}

std::string format_signed(std::optional<double> value, int decimals, Language language) {
  return format(value, 0, decimals, true, language);
}

std::string format_count(std::optional<double> value, Language language) {
  return format(value, 0, 0, false, language);
}

std::string format_percent(std::optional<double> fraction, int decimals, Language language) {
  if (!has_answer(fraction)) return std::string(kNoAnswer);
  return format(fraction, 2, decimals, false, language) + std::string(habit_of(language).percent);
}

std::string format_money(std::optional<double> amount, std::string_view currency, Language language, bool whole) {
  if (currency.empty() || !has_answer(amount)) return format(amount, 0, whole ? 0 : 2, false, language);
  const Habit habit = habit_of(language);
  const std::string symbol = currency_symbol(currency, language);
  const Written written = write_number(*amount, 0, whole ? 0 : currency_decimals(currency), habit);
  if (language != Language::En) return with_sign(written, false, habit) + std::string(kNoBreakSpace) + symbol;
  const char last = symbol.back();
  const bool letters = is_ascii_letter(last) || last == '.';
  return (written.negative ? "-" : "") + symbol + (letters ? std::string(kNoBreakSpace) : std::string()) + written.text;
}

std::string format_interval(double low, double high, int decimals, Language language) {
  if (!std::isfinite(low) || !std::isfinite(high)) return std::string(kNoAnswer);
  return format_span(low, high, 2, decimals, language) + std::string(habit_of(language).percent);
}

std::string format_range(double low, double high, int decimals, Language language) {
  if (!std::isfinite(low) || !std::isfinite(high)) return std::string(kNoAnswer);
  return format_span(low, high, 0, decimals, language);
}

std::string shortest_real(double value, int digits) {
  if (!std::isfinite(value)) return {};
  return write_digits(nearest_digits(value == 0 ? 0.0 : value, digits), digits);
}

double json_real(double value, int digits) {
  if (const std::optional<ShortDecimal> decimal = short_decimal(value, digits)) return value_of(*decimal);
  if (!std::isfinite(value)) return value;
  const DecimalDigits number = nearest_digits(value, digits);
  const double size = nearest_double(number.digits, number.exponent);
  return number.negative && size != 0 ? -size : size;
}

}  // namespace kirnu

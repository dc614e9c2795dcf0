#include "archive/cell_format.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "base/date.h"
#include "text/decimal_digits.h"

namespace kirnu {
namespace {

constexpr int kSecondsADay = 86'400;
constexpr int kLongestExact = 15;  // digits that a double holds, whatever they are
constexpr int kLargestExponent = 400;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_whole(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// The exponent at the start of a text, which it must fill; beyond any double it is cut.
std::optional<int> read_exponent(std::string_view text) {
  const bool minus = text.starts_with('-');
  if (minus || text.starts_with('+')) text.remove_prefix(1);
  if (!is_whole(text) || text[0] == '-') return std::nullopt;
  int exponent = 0;
  for (const char c : text) exponent = std::min(exponent * 10 + (c - '0'), kLargestExponent);
  return minus ? -exponent : exponent;
}

/// A number as XML Schema writes doubles: -12.5E-3.
std::optional<DecimalDigits> read_stored(std::string_view text) {
  DecimalDigits number{.negative = text.starts_with('-'), .digits = {}, .exponent = 0};
  if (number.negative || text.starts_with('+')) text.remove_prefix(1);
  bool point = false, any = false;
  std::size_t i = 0;
  for (; i < text.size() && (is_digit(text[i]) || (text[i] == '.' && !point)); ++i) {
    if (text[i] == '.') {
      point = true;
      continue;
    }
    any = true;
    if (!number.digits.empty() || text[i] != '0') number.digits += text[i];
    if (!point && !number.digits.empty()) ++number.exponent;
    if (point && number.digits.empty()) --number.exponent;
  }
  if (!any) return std::nullopt;
  if (i < text.size()) {
    if (text[i] != 'e' && text[i] != 'E') return std::nullopt;
    const std::optional<int> exponent = read_exponent(text.substr(i + 1));
    if (!exponent) return std::nullopt;
    number.exponent += *exponent;
  }
  while (number.digits.ends_with('0')) number.digits.pop_back();
  return number;
}

double value_of(const DecimalDigits& number) {
  const int scale = number.exponent - static_cast<int>(number.digits.size());
  const double value = std::strtod((number.digits + "e" + std::to_string(scale)).c_str(), nullptr);
  return number.negative ? -value : value;
}

/// Digits with a point where it belongs; far from it with an exponent. Exactly three decimals after one to three digits
/// get a fourth: 1.234 could be a thousand.
void append_decimal(std::string& text, const DecimalDigits& number) {
  const int digits = static_cast<int>(number.digits.size());
  if (number.negative && digits > 0) text += '-';
  if (digits == 0 || number.exponent <= -6 || number.exponent > kLongestExact) {
    text += digits > 0 ? number.digits.substr(0, 1) : "0";
    if (digits > 1) text += "." + number.digits.substr(1);
    if (digits > 0) text += "E" + std::to_string(number.exponent - 1);
    return;
  }
  const int whole = std::max(number.exponent, 0);
  const std::string padded = std::string(static_cast<std::size_t>(std::max(-number.exponent, 0)), '0') + number.digits +
                             std::string(static_cast<std::size_t>(std::max(whole - digits, 0)), '0');
  const std::size_t before = static_cast<std::size_t>(whole);
  text += whole > 0 ? padded.substr(0, before) : "0";
  if (padded.size() > before) text += "." + padded.substr(before);
  if (padded.size() == before + 3 && before >= 1 && before <= 3) text += '0';
}

void append_two_digits(std::string& text, int value) {
  text += static_cast<char>('0' + value / 10);
  text += static_cast<char>('0' + value % 10);
}

void append_time(std::string& text, int seconds) {
  append_two_digits(text, seconds / 3600);
  text += ':';
  append_two_digits(text, seconds / 60 % 60);
  text += ':';
  append_two_digits(text, seconds % 60);
}

/// The day of a number; the workbooks of 1900 count a February 29 which that year did not have.
std::string write_day(int day, Epoch epoch) {
  constexpr Date kDay0Of1900{-25569}, kDay0Of1904{-24107};
  if (epoch == Epoch::Year1904) return write_date({kDay0Of1904.days + day});
  if (day == 60) return "1900-02-29";
  return write_date({kDay0Of1900.days + day + (day < 60 ? 1 : 0)});
}

/// False when the number stands for no day.
bool append_moment(std::string& text, double value, CellFormat format, Epoch epoch) {
  constexpr double kYear10000 = 2'958'466;
  if (!(value >= 0 && value < kYear10000 - (epoch == Epoch::Year1904 ? 1462 : 0))) return false;
  const double whole = std::floor(value);
  int day = static_cast<int>(whole);
  int seconds = static_cast<int>(std::floor((value - whole) * kSecondsADay + 0.5));
  if (seconds == kSecondsADay) {
    ++day;
    seconds = 0;
  }
  const bool only_time = day == 0 && (format == CellFormat::Time || epoch == Epoch::Year1900);
  if (!only_time) text += write_day(day, epoch);
  if (!only_time && format == CellFormat::Date && seconds == 0) return true;
  if (!only_time) text += ' ';
  append_time(text, seconds);
  return true;
}

/// Letters and signs of a format's first section that mean something; brackets leave [ when they hold elapsed time.
std::string meaningful_characters(std::string_view code) {
  std::string meaning;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size() - 1);
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size() - 1);
      if (code.substr(i + 1, end - i - 1).find_first_not_of("hHmMsS") >= end - i - 1) meaning += '[';
      i = end;
    } else {
      meaning += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return meaning;
}

}  // namespace

CellFormat built_in_format(int id) {
  if (id == 9 || id == 10) return CellFormat::Percent;
  if ((id >= 18 && id <= 21) || id == 45 || id == 47) return CellFormat::Time;
  if (id == 22) return CellFormat::DateTime;
  const bool day = (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return day ? CellFormat::Date : CellFormat::Number;
}

CellFormat format_of_code(std::string_view code) {
  const std::string meaning = meaningful_characters(code);
  const auto has = [&](std::string_view any) { return meaning.find_first_of(any) != std::string::npos; };
  if (has("[#?") || meaning.starts_with("general")) return has("%") ? CellFormat::Percent : CellFormat::Number;
  const bool time = has("hs");
  if (has("dy") || (!time && has("m"))) return time ? CellFormat::DateTime : CellFormat::Date;
  if (time) return CellFormat::Time;
  return has("%") ? CellFormat::Percent : CellFormat::Number;
}

void append_cell_number(std::string& text, std::string_view stored, CellFormat format, Epoch epoch) {
  if (format == CellFormat::Number && is_whole(stored)) {  // ids may have more digits than a double
    text += stored;
    return;
  }
  std::optional<DecimalDigits> number = read_stored(stored);
  if (!number || number->exponent > kLargestExponent - 100) {
    text += stored;
    return;
  }
  const bool moment = format != CellFormat::Number && format != CellFormat::Percent;
  if (moment && append_moment(text, value_of(*number), format, epoch)) return;
  if (number->digits.size() > kLongestExact) number = shortest_digits(value_of(*number));
  if (format == CellFormat::Percent) number->exponent += 2;
  append_decimal(text, *number);
  if (format == CellFormat::Percent) text += '%';
}

}  // namespace kirnu

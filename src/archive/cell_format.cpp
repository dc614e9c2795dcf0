#include "archive/cell_format.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/ascii.h"
#include "base/date.h"
#include "base/decimal_digits.h"
#include "text/number.h"
#include "text/number_format.h"

namespace kirnu {
namespace {

constexpr int kSecondsADay = 86'400;
constexpr std::size_t kAlwaysExact = 15;  // digits that a double holds, whatever they are
constexpr std::size_t kMostPadding = 32;
constexpr std::string_view kDigits = "0123456789";

/// Digits with at most a minus before and a point between them, so few that they are the shortest way to write it (5.0
/// is not); as a whole number any many of them, because ids may have more than a double holds.
bool is_plain(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t whole = std::min(text.find_first_not_of(kDigits), text.size());
  if (whole == text.size()) return whole > 0;
  return text[whole] == '.' && text.size() <= kAlwaysExact + 1 && text.back() >= '1' &&
         text.find_first_not_of(kDigits, whole + 1) == std::string_view::npos;
}

/// A number as XML Schema writes doubles: -12.5E-3.
std::optional<double> read_stored(std::string_view text) {
  if (text.find_first_not_of("0123456789.+-eE") != std::string_view::npos) return std::nullopt;
  const ReadNumber number = read_number(text, NumberKind::Real, {.decimal = DecimalMark::Point, .strict = true});
  return number.status == NumberStatus::Ok ? std::optional(number.value) : std::nullopt;
}

std::string shortest(double value) {
  const DecimalDigits number = shortest_digits(value == 0 ? 0.0 : value);
  return write_digits(number, static_cast<int>(std::max(number.digits.size(), kAlwaysExact)));
}

/// Exactly three decimals after one to three digits get a fourth: 1.234 could be a thousand.
void append_unmistakable(std::string& text, std::string_view number) {
  text += number;
  const std::size_t sign = number.starts_with('-') ? 1 : 0;
  const std::size_t point = number.find('.');
  const bool three = point != std::string_view::npos && number.size() == point + 4;
  if (three && point - sign >= 1 && point - sign <= 3 && number[sign] != '0') text += '0';
}

void append_time(std::string& text, int seconds) {
  text += padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2);
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
      meaning += to_ascii_lower(c);
    }
  }
  return meaning;
}

}  // namespace

CellFormat built_in_format(std::uint64_t id) {
  if (id == 9 || id == 10) return CellFormat::Percent;
  if ((id >= 18 && id <= 21) || id == 45 || id == 47) return CellFormat::Time;
  if (id == 22) return CellFormat::DateTime;
  const bool day = (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return day ? CellFormat::Date : CellFormat::Number;
}

CellFormat format_of_code(std::string_view code) {
  const std::string meaning = meaningful_characters(code);
  const bool zeros = meaning.find_first_not_of('0') == std::string::npos;
  if (zeros && meaning.size() > 1 && meaning.size() <= kMostPadding) {
    return static_cast<CellFormat>(static_cast<std::size_t>(CellFormat::Padded) + meaning.size());
  }
  const auto has = [&](std::string_view any) { return meaning.find_first_of(any) != std::string::npos; };
  if (has("[#?") || meaning.starts_with("general")) return has("%") ? CellFormat::Percent : CellFormat::Number;
  const bool time = has("hs");
  if (has("dy") || (!time && has("m"))) return time ? CellFormat::DateTime : CellFormat::Date;
  if (time) return CellFormat::Time;
  return has("%") ? CellFormat::Percent : CellFormat::Number;
}

void append_cell_number(std::string& text, std::string_view stored, CellFormat format, Epoch epoch) {
  if (format > CellFormat::Padded) {
    std::string number;
    append_cell_number(number, stored, CellFormat::Number, epoch);
    const std::size_t width = static_cast<std::size_t>(format) - static_cast<std::size_t>(CellFormat::Padded);
    const bool pads = number.size() < width && number.find_first_not_of(kDigits) == std::string::npos;
    text.append(pads ? width - number.size() : 0, '0');
    text += number;
    return;
  }
  if (format == CellFormat::Number && is_plain(stored)) {
    append_unmistakable(text, stored);
    return;
  }
  const std::optional<double> value = read_stored(stored);
  if (!value) {
    text += stored;
  } else if (format == CellFormat::Percent) {
    append_unmistakable(text, shortest_real(*value * 100, kAlwaysExact));
    text += '%';
  } else if (format == CellFormat::Number || !append_moment(text, *value, format, epoch)) {
    append_unmistakable(text, shortest(*value));
  }
}

}  // namespace kirnu

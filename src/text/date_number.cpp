#include "text/date_number.h"

#include <cmath>

#include "base/ascii.h"

namespace kirnu {
namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kYear1990 = 631152000, kYear2100 = 4102444800;                // likely epochs
constexpr std::int64_t kEarliestInstant = -2208988800, kLatestInstant = 7258118400;  // 1900 up to 2200
constexpr std::int64_t kMostSerial = 80000;                                          // in 2119

/// The epoch's units in a second; 0 for other forms.
std::int64_t units_of(DateForm form) {
  switch (form) {
    case DateForm::EpochSeconds: return 1;
    case DateForm::EpochMilliseconds: return 1000;
    case DateForm::EpochMicroseconds: return 1000000;
    case DateForm::Calendar:
    case DateForm::Compact:
    case DateForm::Excel1900:
    case DateForm::Excel1904: break;
  }
  return 0;
}

std::int64_t floor_divide(std::int64_t value, std::int64_t by) { return value / by - (value % by < 0 ? 1 : 0); }

CalendarReading read_epoch(const DateNumber& number, std::int64_t units) {
  std::int64_t count = number.negative ? -number.whole : number.whole;
  if (number.negative && number.fraction > 0) --count;
  const std::int64_t instant = floor_divide(count, units);
  if (instant < kEarliestInstant || instant >= kLatestInstant) return {.status = DateStatus::OutOfRange};
  const auto days = static_cast<std::int32_t>(floor_divide(instant, kDay));
  return {.status = DateStatus::Ok, .moment = {.day = {days}, .instant = instant, .zone_said = true}};
}

/// Excel counts a 29 February 1900 that never was, so days before it are one less apart from the epoch.
CalendarReading read_serial(const DateNumber& number, DateForm form) {
  const bool old_macintosh = form == DateForm::Excel1904;
  if (number.negative || number.whole > kMostSerial * 2) return {.status = DateStatus::OutOfRange};
  if (!old_macintosh && number.whole == 60) return {};
  Date first = old_macintosh ? date_of(1904, 1, 1) : date_of(1899, 12, 30);
  if (!old_macintosh && number.whole < 60) first = date_of(1899, 12, 31);
  const std::int64_t seconds = std::llround(number.fraction * static_cast<double>(kDay));
  const std::int64_t day = first.days + number.whole + seconds / kDay;
  if (day < date_of(1900, 1, 1).days || day >= date_of(2200, 1, 1).days) return {.status = DateStatus::OutOfRange};
  CalendarReading reading{.status = DateStatus::Ok, .moment = {.day = {static_cast<std::int32_t>(day)}}};
  if (number.fraction > 0) reading.moment.instant = day * kDay + seconds % kDay;
  return reading;
}

/// Digits of the text from `begin`, as a number.
DigitRun cut(std::string_view text, std::size_t begin, int digits) {
  DateScanner scanner(text.substr(begin, static_cast<std::size_t>(digits)));
  return scanner.take_number().value_or(DigitRun{});
}

std::size_t digits_at_start(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  return digits;
}

}  // namespace

std::optional<DateNumber> read_date_number(std::string_view simple) {
  DateNumber number;
  number.negative = simple.starts_with('-');
  if (number.negative) simple.remove_prefix(1);
  const std::size_t digits = digits_at_start(simple);
  if (digits == 0 || digits > 17) return std::nullopt;
  for (const char c : simple.substr(0, digits)) number.whole = number.whole * 10 + (c - '0');
  number.digits = static_cast<int>(digits);
  simple.remove_prefix(digits);
  if (simple.empty()) return number;
  if ((simple[0] != '.' && simple[0] != ',') || digits_at_start(simple.substr(1)) + 1 != simple.size())
    return std::nullopt;
  double weight = 1;
  for (const char c : simple.substr(1, 15)) number.fraction += (c - '0') * (weight /= 10);
  return number;
}

CalendarReading read_counted(const DateNumber& number, DateForm form) {
  const std::int64_t units = units_of(form);
  return units > 0 ? read_epoch(number, units) : read_serial(number, form);
}

std::optional<CompactText> read_compact_text(std::string_view simple) {
  const std::size_t digits = digits_at_start(simple);
  if (digits != 8 && digits != 12 && digits != 14) return std::nullopt;
  CompactText text{.year = cut(simple, 0, 4), .month = cut(simple, 4, 2), .day = cut(simple, 6, 2)};
  text.digits_alone = digits == simple.size();
  std::optional<ClockTime> clock;
  if (digits == 8) {
    clock = read_clock(DateScanner(simple.substr(8)), true);
  } else {
    DateScanner behind(simple.substr(8));
    clock = take_clock_and_zone(behind, false, true);
    if (!behind.at_end()) return std::nullopt;
  }
  if (!clock) return std::nullopt;
  text.clock = *clock;
  return text;
}

CalendarReading read_compact(const CompactText& text) {
  return make_reading(text.year.value, text.month.value, text.day.value, text.clock);
}

std::optional<DateForm> likely_form(std::string_view simple) {
  if (const std::optional<CompactText> text = read_compact_text(simple)) {
    const int year = text->year.value;
    const bool forever = year == 9999 && text->month.value == 12 && text->day.value == 31;
    const bool likely = !text->digits_alone || (year >= 1900 && year <= 2100) || forever;
    if (likely && read_compact(*text).exists()) return DateForm::Compact;
  }
  const std::optional<DateNumber> number = read_date_number(simple);
  if (!number || number->negative) return std::nullopt;
  for (const DateForm form : {DateForm::EpochSeconds, DateForm::EpochMilliseconds, DateForm::EpochMicroseconds}) {
    const std::int64_t units = units_of(form);
    if (number->whole >= kYear1990 * units && number->whole < kYear2100 * units) return form;
  }
  if (number->digits <= 5 && number->whole >= 1 && number->whole <= kMostSerial) return DateForm::Excel1900;
  return std::nullopt;
}

}  // namespace kirnu

#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "text/clock_time.h"
#include "text/date_reader.h"

namespace kirnu {

/// How the three parts of a calendar date stand.
enum class CalendarShape { YearFirst, YearLast, NamedMonth };

/// A text that has the shape of a calendar date; whether the day exists is not judged yet.
struct CalendarText {
  CalendarShape shape = CalendarShape::YearFirst;
  bool dotted = false;               ///< 1.2.2024
  std::array<DigitRun, 3> fields{};  ///< as they stand; of NamedMonth year, month, day
  bool before_zero = false;          ///< a minus stands before the year
  ClockTime clock{};

  /// Of the year, where the shape tells which field that is.
  int year_digits() const { return fields[shape == CalendarShape::YearLast ? 2 : 0].digits; }
  bool two_digit_year() const { return year_digits() == 2; }
};

/// Takes a simplified text (DateText) apart; absent when it is no calendar date whatever the order.
std::optional<CalendarText> read_calendar_text(std::string_view simple);

/// Whether programs write it where there is no date: 0000-00-00, 00.00.0000, Excel's day before the
/// first: 1/0/1900, 00.01.00.
bool is_zero_date(const CalendarText&);

/// One way to read a date: Ok, Impossible or OutOfRange.
struct CalendarReading {
  DateStatus status = DateStatus::Impossible;
  Moment moment = {};
  bool exists() const { return status != DateStatus::Impossible; }
};

/// The day in the given order. Dmy and Mdy of a YearLast date, Ymd of one with two digits in front (24-12-31); the
/// other shapes have one reading, whatever the order.
CalendarReading read_calendar(const CalendarText&, DateOrder);

/// The reading of year, month and day with a clock.
CalendarReading make_reading(int year, int month, int day, const ClockTime&);

}  // namespace kirnu

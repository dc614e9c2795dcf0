#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/calendar_date.h"

namespace kirnu {

/// A number that may stand for a date: "1735603200", "45657,5", "-1".
struct DateNumber {
  bool negative = false;
  std::int64_t whole = 0;  ///< without its sign
  int digits = 0;          ///< of `whole`, with zeros in front
  double fraction = 0;     ///< behind a point or comma, 0 ≤ fraction < 1
};

/// Absent when the simplified text is no such number or has more than 17 digits.
std::optional<DateNumber> read_date_number(std::string_view simple);

/// The number as an epoch or an Excel serial: Ok, Impossible or OutOfRange. Only for those forms.
CalendarReading read_counted(const DateNumber&, DateForm);

/// yyyymmdd with what may stand behind it: 20241231, 202412311405, 20241231140559, 20241231T140559Z, 20241231 14:05.
struct CompactText {
  DigitRun year, month, day;
  ClockTime clock{};
  bool digits_alone = false;  ///< nothing but digits
};
std::optional<CompactText> read_compact_text(std::string_view simple);

/// The day of a compact date: Ok, Impossible or OutOfRange.
CalendarReading read_compact(const CompactText&);

/// The form in which a simplified text without marks is a likely date; absent when it is likely none. No two forms like
/// the same text. Excel1900 stands for both of Excel's.
std::optional<DateForm> likely_form(std::string_view simple);

}  // namespace kirnu

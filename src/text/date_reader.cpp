#include "text/date_reader.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/calendar_date.h"
#include "text/date_number.h"
#include "text/date_words.h"
#include "text/number_affixes.h"
#include "text/usual_date.h"

namespace kirnu {
namespace {

constexpr std::int64_t kLeastStraySerial = 10000;  // in 1927; smaller numbers in a column of dates are no serials

ReadDate of_status(DateStatus status, const Moment& moment = {}) { return {.status = status, .moment = moment}; }

ReadDate of_reading(const CalendarReading& reading) { return of_status(reading.status, reading.moment); }

ReadDate missing_date(MissingKind kind) { return {.status = DateStatus::Missing, .missing = kind}; }

/// 31.12.2024 and its like, where day and month may be taken for each other.
ReadDate read_year_last(const CalendarText& text, const DateHabit& habit) {
  const CalendarReading dmy = read_calendar(text, DateOrder::Dmy);
  const CalendarReading mdy = read_calendar(text, DateOrder::Mdy);
  if (habit.order == DateOrder::Ymd) {
    const CalendarReading ymd = read_calendar(text, DateOrder::Ymd);
    if (ymd.exists()) return of_reading(ymd);
  }
  if (!dmy.exists() && !mdy.exists()) return of_status(DateStatus::Impossible);
  const Moment& moment = dmy.exists() ? dmy.moment : mdy.moment;
  switch (habit.order) {
    case DateOrder::Ymd: return of_status(DateStatus::OtherStyle, moment);
    case DateOrder::Dmy: return dmy.exists() ? of_reading(dmy) : of_status(DateStatus::OtherStyle, moment);
    case DateOrder::Mdy:
      if (!mdy.exists() || (text.dotted && !habit.dotted && dmy.exists()))
        return of_status(DateStatus::OtherStyle, moment);
      return of_reading(mdy);
    case DateOrder::Unknown: break;
  }
  if (text.dotted || !mdy.exists()) return of_reading(dmy);
  if (!dmy.exists() || dmy.moment.day == mdy.moment.day) return of_reading(mdy);
  return {.status = DateStatus::Ambiguous, .moment = dmy.moment, .other = mdy.moment};
}

ReadDate read_calendar_form(std::string_view simple, const DateHabit& habit) {
  if (const std::optional<CalendarText> text = read_calendar_text(simple)) {
    if (is_zero_date(*text)) return missing_date(MissingKind::Null);
    ReadDate date = text->shape == CalendarShape::YearLast ? read_year_last(*text, habit)
                                                           : of_reading(read_calendar(*text, habit.order));
    date.two_digit_year = text->two_digit_year();
    return date;
  }
  const std::optional<CompactText> compact =
      read_compact_text(simple);  // 20241231T1405 is as plain as 2024-12-31T14:05
  if (compact && !compact->digits_alone) return of_reading(read_compact(*compact));
  return {};
}

ReadDate read_compact_form(std::string_view simple) {
  const std::optional<CompactText> text = read_compact_text(simple);
  if (simple == "0") return missing_date(MissingKind::Null);
  if (!text) return {};
  if (text->year.value == 0 && text->month.value == 0 && text->day.value == 0) return missing_date(MissingKind::Null);
  return of_reading(read_compact(*text));
}

ReadDate read_counted_form(std::string_view simple, DateForm form) {
  const std::optional<DateNumber> number = read_date_number(simple);
  if (!number) return {};
  if (number->whole == 0 && number->fraction == 0) return missing_date(MissingKind::Null);
  const std::optional<DateForm> likely = likely_form(simple);
  const DateForm own = form == DateForm::Excel1904 ? DateForm::Excel1900 : form;
  if (likely && *likely != own) return {};
  return of_reading(read_counted(*number, form));
}

ReadDate read_form(std::string_view simple, const DateHabit& habit) {
  switch (habit.form) {
    case DateForm::Calendar: return read_calendar_form(simple, habit);
    case DateForm::Compact: return read_compact_form(simple);
    case DateForm::EpochSeconds:
    case DateForm::EpochMilliseconds:
    case DateForm::EpochMicroseconds:
    case DateForm::Excel1900:
    case DateForm::Excel1904: break;
  }
  return read_counted_form(simple, habit.form);
}

/// The same text as a date of another form than the column's, if it is a likely one.
ReadDate read_stray(std::string_view simple, const DateHabit& habit) {
  if (habit.form != DateForm::Calendar) {
    const ReadDate date = read_calendar_form(simple, {});
    if (date.status == DateStatus::Missing) return date;
    const bool good = date.status == DateStatus::Ok || date.status == DateStatus::Ambiguous;
    if (good) return of_status(DateStatus::OtherStyle, date.moment);
  }
  const std::optional<DateForm> form = likely_form(simple);
  if (!form) return {};
  const std::optional<DateNumber> number = read_date_number(simple);
  if (form == DateForm::Excel1900 && number->whole < kLeastStraySerial) return {};
  const ReadDate date = read_form(simple, {.form = *form});
  return date.status == DateStatus::Ok ? of_status(DateStatus::OtherStyle, date.moment) : ReadDate{};
}

}  // namespace

ReadDate read_date(std::string_view text, const DateHabit& habit) {
  if (const std::optional<Moment> moment = read_usual_date(text, habit))
    return {.status = DateStatus::Ok, .moment = *moment};
  const DateText date_text(text);
  const MissingKind missing = find_missing(date_text.original());
  if (missing != MissingKind::None) return missing_date(missing);
  const std::string_view simple = date_text.simple();
  if (simple.empty()) return {};
  if (says_never(simple)) return missing_date(MissingKind::NotAvailable);
  const ReadDate date = read_form(simple, habit);
  return date.status == DateStatus::Unreadable ? read_stray(simple, habit) : date;
}

bool has_shape_of_date(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  if (digits < 3 || static_cast<std::size_t>(digits) + 2 > text.size()) return false;  // a number or a word, soon told
  if (read_usual_date(text, {})) return true;
  const std::optional<CalendarText> date = read_calendar_text(DateText(text).simple());
  return date && (date->year_digits() == 4 || date->year_digits() == 2);
}

}  // namespace kirnu

#include <algorithm>
#include <array>

#include "text/calendar_date.h"
#include "text/date_number.h"
#include "text/date_reader.h"
#include "text/date_words.h"
#include "text/number_affixes.h"

namespace kirnu {
namespace {

/// A day that some order reads; a four-digit year may be far away, for 9999-12-31 stands for "never".
bool counts_as_day(const CalendarReading& reading, const CalendarText& text) {
  if (reading.status == DateStatus::OutOfRange) return text.year_digits() == 4 && !text.before_zero;
  return reading.status == DateStatus::Ok;
}

void add_year_last(DateEvidence& evidence, const CalendarText& text) {
  const bool dmy = counts_as_day(read_calendar(text, DateOrder::Dmy), text);
  const bool mdy = counts_as_day(read_calendar(text, DateOrder::Mdy), text);
  const bool ymd = counts_as_day(read_calendar(text, DateOrder::Ymd), text);
  if (!ymd) ++evidence.not_ymd;
  if (text.dotted) ++evidence.dotted;
  if (dmy && mdy) ++evidence.either;
  else if (dmy) ++evidence.only_dmy;
  else if (mdy) ++evidence.only_mdy;
  else if (ymd) ++evidence.only_ymd;
}

/// 9999-12-31 is written so whatever style the days beside it have.
bool is_forever(const CalendarText& text) {
  const CalendarReading reading = read_calendar(text, DateOrder::Ymd);
  return text.shape == CalendarShape::YearFirst && reading.status == DateStatus::OutOfRange && !text.before_zero;
}

void add_calendar(DateEvidence& evidence, const CalendarText& text) {
  const std::array<DateOrder, 3> orders{DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd};
  const bool day = std::any_of(orders.begin(), orders.end(),
                               [&](DateOrder order) { return counts_as_day(read_calendar(text, order), text); });
  if (!day) {
    const bool year = text.year_digits() == 4 || text.year_digits() == 2;
    ++(year ? evidence.impossible : evidence.other);
    return;
  }
  ++evidence.calendar;
  if (is_forever(text)) ++evidence.forever;
  switch (text.shape) {
    case CalendarShape::YearFirst: ++evidence.year_first; break;
    case CalendarShape::NamedMonth: ++evidence.named_month; break;
    case CalendarShape::YearLast: add_year_last(evidence, text); break;
  }
  if (text.two_digit_year()) ++evidence.two_digit_year;
  if (text.clock.said) ++evidence.with_clock;
  if (text.clock.offset_minutes) ++evidence.with_zone;
  else if (text.clock.said && text.clock.seconds == 0) ++evidence.midnight;
}

void add_number(DateEvidence& evidence, std::string_view simple) {
  const std::optional<DateForm> form = likely_form(simple);
  if (!form) {
    ++evidence.other;
    return;
  }
  switch (*form) {
    case DateForm::Compact: ++evidence.compact; break;
    case DateForm::EpochSeconds: ++evidence.epoch_s; break;
    case DateForm::EpochMilliseconds: ++evidence.epoch_ms; break;
    case DateForm::EpochMicroseconds: ++evidence.epoch_us; break;
    case DateForm::Excel1900:
    case DateForm::Excel1904: ++evidence.serial; break;
    case DateForm::Calendar: break;
  }
  const std::optional<CompactText> compact = read_compact_text(simple);
  if (form == DateForm::Compact && compact && compact->clock.said) ++evidence.with_clock;
  if (form == DateForm::Compact && compact && compact->clock.offset_minutes) ++evidence.with_zone;
}

/// 00000000 and 0, which programs write for nothing.
bool is_zero(std::string_view simple) {
  const std::optional<DateNumber> number = read_date_number(simple);
  return number && number->whole == 0 && number->fraction == 0;
}

/// The order of a column of calendar dates; Unknown where nothing tells.
DateOrder find_order(const DateEvidence& evidence) {
  const std::int64_t year_last = evidence.only_dmy + evidence.only_mdy + evidence.only_ymd + evidence.either;
  if (evidence.year_first - evidence.forever > year_last) return DateOrder::Ymd;
  if (evidence.only_ymd > 0 && evidence.only_ymd >= evidence.not_ymd) return DateOrder::Ymd;
  if (evidence.only_dmy != evidence.only_mdy)
    return evidence.only_dmy > evidence.only_mdy ? DateOrder::Dmy : DateOrder::Mdy;
  const bool undecided = evidence.only_dmy == 0 && evidence.dotted * 2 > year_last;
  return undecided ? DateOrder::Dmy : DateOrder::Unknown;
}

struct FormVotes {
  DateForm form;
  std::int64_t cells;
};

}  // namespace

void add_evidence(DateEvidence& evidence, std::string_view text) {
  ++evidence.cells;
  const DateText date_text(text);
  if (find_missing(date_text.original()) != MissingKind::None) {
    ++evidence.missing;
    return;
  }
  const std::string_view simple = date_text.simple();
  if (says_never(simple)) {
    ++evidence.missing;
    return;
  }
  const std::optional<CalendarText> calendar = read_calendar_text(simple);
  if (calendar && is_zero_date(*calendar)) ++evidence.missing;
  else if (calendar) add_calendar(evidence, *calendar);
  else if (is_zero(simple)) ++evidence.zero;
  else add_number(evidence, simple);
}

std::optional<DateStyle> find_date_style(const DateEvidence& evidence, bool named_date) {
  std::int64_t cells = evidence.cells - evidence.missing;
  const std::int64_t calendar = evidence.calendar == 0 ? 0 : evidence.calendar + evidence.impossible;
  const bool compact = named_date || (evidence.compact >= 2 && evidence.compact + evidence.zero == cells);
  const std::array<FormVotes, 6> votes{{
      {DateForm::Calendar, calendar},
      {DateForm::Compact, compact ? evidence.compact : 0},
      {DateForm::EpochSeconds, named_date ? evidence.epoch_s : 0},
      {DateForm::EpochMilliseconds, named_date ? evidence.epoch_ms : 0},
      {DateForm::EpochMicroseconds, named_date ? evidence.epoch_us : 0},
      {DateForm::Excel1900, named_date ? evidence.serial : 0},
  }};
  const auto fewer = [](const FormVotes& a, const FormVotes& b) { return a.cells < b.cells; };
  const FormVotes best = *std::max_element(votes.begin(), votes.end(), fewer);
  std::int64_t dates = 0;
  for (const FormVotes& each : votes) dates += each.cells;
  if (named_date || best.form != DateForm::Calendar) cells -= evidence.zero;
  if (best.cells == 0 || dates * 2 <= cells) return std::nullopt;

  DateStyle style{.habit = {.form = best.form}};
  if (best.form != DateForm::Calendar) return style;
  style.habit.order = find_order(evidence);
  const std::int64_t year_last = evidence.only_dmy + evidence.only_mdy + evidence.only_ymd + evidence.either;
  style.habit.dotted = evidence.dotted * 2 > year_last;
  style.ambiguous = style.habit.order == DateOrder::Unknown && year_last > 0;
  return style;
}

std::string_view date_style_name(const DateHabit& habit) {
  switch (habit.form) {
    case DateForm::Calendar: break;
    case DateForm::Compact: return "yyyymmdd";
    case DateForm::EpochSeconds: return "epoch seconds";
    case DateForm::EpochMilliseconds: return "epoch milliseconds";
    case DateForm::EpochMicroseconds: return "epoch microseconds";
    case DateForm::Excel1900: return "excel serial";
    case DateForm::Excel1904: return "excel serial 1904";
  }
  switch (habit.order) {
    case DateOrder::Dmy: return "calendar dmy";
    case DateOrder::Mdy: return "calendar mdy";
    case DateOrder::Ymd: return "calendar ymd";
    case DateOrder::Unknown: break;
  }
  return "calendar";
}

}  // namespace kirnu

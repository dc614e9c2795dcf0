#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/date.h"
#include "text/number.h"

/// Dates as people and programs write them: 31.12.2024 · 1.2.24 · 12/31/2024 · 2024-12-31T23:59:59+02:00 · 20241231 ·
/// 1735603200 · 45657 · 31. März 2024 · 31 tammikuuta 2024 · Jan 31, 2024.
namespace kirnu {

/// What kind of writing a date is.
enum class DateForm {
  Calendar,      ///< day, month and year in some order, with or without a clock; months by number or name
  Compact,       ///< yyyymmdd
  EpochSeconds,  ///< since 1970-01-01 UTC
  EpochMilliseconds,
  EpochMicroseconds,
  Excel1900,  ///< days since 1899-12-30, as Excel counts
  Excel1904,  ///< days since 1904-01-01, as Excel on old Macintoshes
};

enum class DateOrder { Unknown, Dmy, Mdy, Ymd };

/// How the dates of one column are written. Unknown order: a date that two orders read differently is Ambiguous.
struct DateHabit {
  DateForm form = DateForm::Calendar;
  DateOrder order =
      DateOrder::Unknown;  ///< of Calendar; a four-digit year in front or a month's name decides for itself
};

/// A day, or an instant where the text has a clock.
struct Moment {
  Date day = {};  ///< the day as written, whatever the zone
  std::optional<std::int64_t> instant =
      {};                  ///< seconds since 1970-01-01T00:00:00Z; a clock without a zone counts as UTC
  bool zone_said = false;  ///< Z or an offset stood there
};

enum class DateStatus {
  Ok,
  Missing,     ///< nothing there, or a marker for nothing (NULL, n/a, 0000-00-00): `missing` says which
  Ambiguous,   ///< 03/04/2024 without an order: `moment` day first, `other` month first
  Unreadable,  ///< no date
  Impossible,  ///< 31.02.2024
  OutOfRange,  ///< a year before 1000 or after 9998 in a calendar date; an epoch or serial outside 1900–2200
  OtherStyle,  ///< a date of another form or order than the column's
};

struct ReadDate {
  DateStatus status = DateStatus::Unreadable;
  Moment moment = {};
  Moment other = {};
  MissingKind missing = MissingKind::None;
  bool two_digit_year = false;  ///< 00–69 are 2000–2069, 70–99 are 1970–1999
};

/// Reads one date. Text longer than 64 bytes is no date. 24:00 is the next day's start, :60 the last second.
ReadDate read_date(std::string_view text, const DateHabit& habit);

/// What the cells of a column say about how its dates are written.
struct DateEvidence {
  std::int64_t cells = 0, missing = 0;
  std::int64_t calendar = 0;  ///< some order reads it
  std::int64_t year_first = 0, named_month = 0;
  std::int64_t only_dmy = 0, only_mdy = 0, either = 0;   ///< of numeric dates with the year last
  std::int64_t dotted = 0;                               ///< of those, with dots: 1.2.2024 is never month first
  std::int64_t compact = 0;                              ///< eight digits that are a day between 1900 and 2100
  std::int64_t epoch_s = 0, epoch_ms = 0, epoch_us = 0;  ///< whole numbers that fall between 1990 and 2100
  std::int64_t serial = 0;  ///< whole (or .5-like) numbers 1–80000: Excel, if a name or a person says so
  std::int64_t impossible = 0, other = 0;
  std::int64_t with_clock = 0, with_zone = 0, two_digit_year = 0;
};

void add_evidence(DateEvidence&, std::string_view text);

/// The habit of a column. Absent when most cells are no dates. `ambiguous`: 03/04 all the way down, ask; the habit's
/// order is then Unknown. Numbers count as dates only where `named_date` says that the column's name is one of a date.
struct DateStyle {
  DateHabit habit = {};
  bool ambiguous = false;
};
std::optional<DateStyle> find_date_style(const DateEvidence&, bool named_date);

/// "calendar dmy", "calendar ymd", "yyyymmdd", "epoch seconds", …: the style as reports name it.
std::string_view date_style_name(const DateHabit&);

}  // namespace kirnu

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
  bool dotted = false;     ///< the column's numeric dates have dots; else 1.2.2024 is never read month first
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
  Missing,     ///< nothing there, or a marker for nothing (NULL, n/a, 0000-00-00, an epoch of 0): `missing` says which
  Ambiguous,   ///< 03/04/2024 without an order: `moment` day first, `other` month first
  Unreadable,  ///< no date
  Impossible,  ///< 31.02.2024, 25:00, or Excel's 29 February 1900
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

/// Reads one date. Text longer than 96 bytes is no date. 24:00 is the next day's start, :60 the last second. Spaces and
/// quotes around it are no part of it. Knows no time zone but those that the text names by offset or a name with one.
ReadDate read_date(std::string_view text, const DateHabit& habit);

/// Reads exactly YYYY-MM-DD of an existing day, the ten bytes that most cells of big files have; false for all else,
/// which read_date() may still know. `day` counts from 1970-01-01.
inline bool read_iso_day(const char* ten_bytes, std::int32_t& day) {
  const auto digit = [ten_bytes](int i) { return static_cast<std::uint32_t>(ten_bytes[i]) - std::uint32_t{'0'}; };
  const std::uint32_t d[] = {digit(0), digit(1), digit(2), digit(3), digit(5), digit(6), digit(8), digit(9)};
  bool good = (ten_bytes[4] == '-') & (ten_bytes[7] == '-');
  for (const std::uint32_t each : d) good &= each <= 9;
  const std::uint32_t year = ((d[0] * 10 + d[1]) * 10 + d[2]) * 10 + d[3];
  const std::uint32_t month = d[4] * 10 + d[5], of_month = d[6] * 10 + d[7];
  const bool leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0));
  const std::uint32_t longest = month == 2 ? 28U + (leap ? 1U : 0U) : 30U | (month ^ (month >> 3U));
  good &= (year >= 1000) & (year <= 9998) & (month - 1 < 12) & (of_month - 1 < longest);
  const std::uint32_t y = month <= 2 ? year - 1 : year;  // years from March, as date_of() has them
  const std::uint32_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + of_month - 1;
  day = static_cast<std::int32_t>(365 * y + y / 4 - y / 100 + y / 400 + of_year) - 719468;
  return good;
}

/// Whether a text is written like a calendar date, existing or not: 31.02.2024 is, 20241231 is not.
bool has_shape_of_date(std::string_view text);

/// What the cells of a column say about how its dates are written.
struct DateEvidence {
  std::int64_t cells = 0, missing = 0;
  std::int64_t zero = 0;      ///< 0 alone: nothing, where the others are numbers
  std::int64_t calendar = 0;  ///< some order reads it
  std::int64_t year_first = 0, named_month = 0;
  std::int64_t forever = 0;  ///< of year_first: 9999-12-31, which says nothing of the days beside it
  std::int64_t only_dmy = 0, only_mdy = 0, either = 0;   ///< of numeric dates with the year last
  std::int64_t only_ymd = 0, not_ymd = 0;                ///< of those: 99-12-31 reads no other way, 31.12.2024 not so
  std::int64_t dotted = 0;                               ///< of those, with dots: 1.2.2024 is never month first
  std::int64_t compact = 0;                              ///< yyyymmdd between 1900 and 2100, or 99991231
  std::int64_t epoch_s = 0, epoch_ms = 0, epoch_us = 0;  ///< whole numbers that fall between 1990 and 2100
  std::int64_t serial = 0;  ///< whole (or .5-like) numbers 1–80000: Excel, if a name or a person says so
  std::int64_t impossible = 0, other = 0;
  std::int64_t with_clock = 0, with_zone = 0, two_digit_year = 0;
  std::int64_t midnight = 0;  ///< of with_clock: 00:00 without a zone, as programs write days
};

void add_evidence(DateEvidence&, std::string_view text);

/// The habit of a column. Absent when most cells are no dates. `ambiguous`: 03/04 all the way down, ask; the habit's
/// order is then Unknown. Where orders contradict each other the commoner one wins, and dotted dates alone are day
/// first. Numbers count as dates only where `named_date` says that the column's name is one of a date; yyyymmdd without
/// one only where every cell fits.
struct DateStyle {
  DateHabit habit = {};
  bool ambiguous = false;
};
std::optional<DateStyle> find_date_style(const DateEvidence&, bool named_date);

/// The style as reports name it: "calendar dmy", "calendar mdy", "calendar ymd", "calendar" (months by name, or open),
/// "yyyymmdd", "epoch seconds", "epoch milliseconds", "epoch microseconds", "excel serial", "excel serial 1904".
std::string_view date_style_name(const DateHabit&);

}  // namespace kirnu

#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kirnu {

/// A calendar day without a zone: days since 1970-01-01 in the proleptic Gregorian calendar.
struct Date {
  std::int32_t days = 0;
  friend bool operator==(Date, Date) = default;
};

/// The day of year, month (1–12) and day (1–31); the numbers must name an existing day.
Date date_of(int year, int month, int day);

/// Year, month (1–12) and day (1–31) of a date.
struct CivilDate {
  int year = 1970;
  int month = 1;
  int day = 1;
};
CivilDate civil_date(Date);

/// The first day of a month counted from January of `year`: month 13 is January of the next year.
Date first_of_month(int year, int month);

/// "2025-01-31"
std::string write_date(Date);

/// Reads "2025-01-31", years 1000 to 9998; absent for anything else and for days that do not exist.
std::optional<Date> read_iso_date(std::string_view text);

}  // namespace kirnu

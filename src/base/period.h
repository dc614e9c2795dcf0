#pragma once
#include <optional>
#include <string_view>

namespace kirnu {

/// Mean lengths in the Gregorian calendar (metrics.md, section 2).
inline constexpr double kDaysPerYear = 365.2425;
inline constexpr double kDaysPerMonth = kDaysPerYear / 12;  // 30.436875

enum class PeriodUnit { Day, Week, Month, Quarter, HalfYear, Year, Days };

/// The length over which something was measured. `days` is its length; for calendar units the mean length.
struct Period {
  PeriodUnit unit = PeriodUnit::Year;
  double days = kDaysPerYear;
};

/// A period of one calendar unit. `unit` must not be Days.
Period period_of(PeriodUnit unit);

/// A period of a number of days, greater than 0.
Period period_of_days(double days);

/// Reads "day", "week", "month", "quarter", "half_year", "year" or a number of days above 0 and up to 36,525
/// (a decimal point allowed); absent for anything else.
std::optional<Period> read_period(std::string_view text);

/// The name used in reports: "day" … "year", and "days" for a number of days.
std::string_view period_unit_name(PeriodUnit);

/// Calendar months in a unit; 0 where it is counted in days.
int months_in(PeriodUnit);

/// How many times `to` is as long as `from`: months by twelfths of a year, days by days.
double periods_in(const Period& from, const Period& to);

}  // namespace kirnu

#include "base/period.h"

#include <array>

#include "base/decimal_digits.h"

namespace kirnu {
namespace {

struct NamedUnit {
  PeriodUnit unit;
  std::string_view name;
  double days;
};

constexpr std::array<NamedUnit, 6> kUnits{{{PeriodUnit::Day, "day", 1},
                                           {PeriodUnit::Week, "week", 7},
                                           {PeriodUnit::Month, "month", kDaysPerMonth},
                                           {PeriodUnit::Quarter, "quarter", kDaysPerYear / 4},
                                           {PeriodUnit::HalfYear, "half_year", kDaysPerYear / 2},
                                           {PeriodUnit::Year, "year", kDaysPerYear}}};

constexpr double kLongestDays = 36525;

std::optional<double> read_days(std::string_view text) {
  const std::optional<double> days = read_plain_decimal(text);
  return days && *days > 0 && *days <= kLongestDays ? days : std::nullopt;
}

}  // namespace

int months_in(PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::Month: return 1;
    case PeriodUnit::Quarter: return 3;
    case PeriodUnit::HalfYear: return 6;
    case PeriodUnit::Year: return 12;
    case PeriodUnit::Day:
    case PeriodUnit::Week:
    case PeriodUnit::Days: return 0;
  }
  return 0;
}

Period period_of(PeriodUnit unit) {
  for (const NamedUnit& known : kUnits) {
    if (known.unit == unit) return {.unit = unit, .days = known.days};
  }
  return {};
}

Period period_of_days(double days) { return {.unit = PeriodUnit::Days, .days = days}; }

std::optional<Period> read_period(std::string_view text) {
  for (const NamedUnit& known : kUnits) {
    if (known.name == text) return Period{.unit = known.unit, .days = known.days};
  }
  const std::optional<double> days = read_days(text);
  if (!days) return std::nullopt;
  return period_of_days(*days);
}

std::string_view period_unit_name(PeriodUnit unit) {
  for (const NamedUnit& known : kUnits) {
    if (known.unit == unit) return known.name;
  }
  return "days";
}

double periods_in(const Period& from, const Period& to) {
  const int from_months = months_in(from.unit);
  const int to_months = months_in(to.unit);
  if (from_months > 0 && to_months > 0) return static_cast<double>(to_months) / from_months;
  return to.days / from.days;
}

}  // namespace kirnu

#include "base/period.h"

#include <gtest/gtest.h>

#include <string>

namespace kirnu {
namespace {

struct Unit {
  const char* name;
  PeriodUnit unit;
  double days;
};

TEST(Period, UnitsHaveTheirMeanLength) {
  const Unit units[] = {
      {.name = "day", .unit = PeriodUnit::Day, .days = 1},
      {.name = "week", .unit = PeriodUnit::Week, .days = 7},
      {.name = "month", .unit = PeriodUnit::Month, .days = 30.436875},
      {.name = "quarter", .unit = PeriodUnit::Quarter, .days = 91.310625},
      {.name = "half_year", .unit = PeriodUnit::HalfYear, .days = 182.62125},
      {.name = "year", .unit = PeriodUnit::Year, .days = 365.2425},
  };
  for (const Unit& unit : units) {
    const std::optional<Period> period = read_period(unit.name);
    ASSERT_TRUE(period) << unit.name;
    EXPECT_EQ(period->unit, unit.unit) << unit.name;
    EXPECT_EQ(period->days, unit.days) << unit.name;
    EXPECT_EQ(period_of(unit.unit).days, unit.days) << unit.name;
    EXPECT_EQ(period_unit_name(unit.unit), unit.name);
  }
  EXPECT_EQ(period_unit_name(PeriodUnit::Days), "days");
}

TEST(Period, ReadsANumberOfDays) {
  EXPECT_EQ(read_period("30")->days, 30);
  EXPECT_EQ(read_period("30")->unit, PeriodUnit::Days);
  EXPECT_EQ(read_period("0.5")->days, 0.5);
  EXPECT_EQ(read_period("36525")->days, 36525);
  EXPECT_EQ(read_period("2." + std::string(330, '0') + "50")->days, 2);
}

TEST(Period, RefusesWhatIsNoLength) {
  for (const char* text : {"", " ", "0", "0.0", "-1", "36526", "1e3", "fortnight", "Month", "30 days", ".", "1.2.3",
                           "99999999999999999999999999", "nan", "30,5", "1e400"}) {
    EXPECT_FALSE(read_period(text)) << '"' << text << '"';
  }
}

TEST(Period, CalendarUnitsConvertByTwelfths) {
  const Period month = period_of(PeriodUnit::Month);
  const Period quarter = period_of(PeriodUnit::Quarter);
  const Period year = period_of(PeriodUnit::Year);
  EXPECT_EQ(periods_in(month, year), 12);
  EXPECT_EQ(periods_in(year, month), 1.0 / 12);
  EXPECT_EQ(periods_in(quarter, year), 4);
  EXPECT_EQ(periods_in(month, month), 1);
}

TEST(Period, DaysConvertByDays) {
  const Period thirty = period_of_days(30);
  EXPECT_EQ(periods_in(thirty, period_of(PeriodUnit::Year)), 365.2425 / 30);
  EXPECT_EQ(periods_in(period_of(PeriodUnit::Week), thirty), 30.0 / 7);
}

}  // namespace
}  // namespace kirnu

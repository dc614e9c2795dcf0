#include "facts/tables/day_steps.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace kirnu {
namespace {

std::optional<PeriodUnit> unit_of(const std::vector<std::string_view>& labels) {
  const std::optional<DaySteps> steps = read_day_steps(labels);
  return steps ? std::optional(steps->unit) : std::nullopt;
}

TEST(DaySteps, AreDaysOrWeeks) {
  EXPECT_EQ(unit_of({"01.01.2024", "02.01.2024", "03.01.2024"}), PeriodUnit::Day);
  EXPECT_EQ(unit_of({"2024-01-01", "2024-01-08", "2024-01-15"}), PeriodUnit::Week);
  EXPECT_EQ(unit_of({"1/15/2024", "1/14/2024", "1/13/2024"}), PeriodUnit::Day);
  EXPECT_EQ(unit_of({"2024-01-01", "2024-01-08", "2024-01-22", "2024-01-29"}), PeriodUnit::Week);
}

TEST(DaySteps, MayStandSeveralTimes) {
  EXPECT_EQ(unit_of({"2024-01-01", "2024-01-01", "2024-01-02", "2024-01-02", "2024-01-03"}), PeriodUnit::Day);
}

TEST(DaySteps, AreNoMonthsAndNoDaysOfPurchases) {
  EXPECT_EQ(unit_of({"2024-01-01", "2024-02-01", "2024-03-01"}), std::nullopt);
  EXPECT_EQ(unit_of({"2024-01-01", "2024-01-02", "2024-01-09", "2024-02-01"}), std::nullopt);
  EXPECT_EQ(unit_of({"2024-01-02", "2024-01-01", "2024-01-03"}), std::nullopt);
  EXPECT_EQ(unit_of({"2024-01-01", "2024-01-02"}), std::nullopt);
  EXPECT_EQ(unit_of({"Montag", "Dienstag", "Mittwoch"}), std::nullopt);
}

TEST(DaySteps, TellTheirDays) {
  const std::vector<std::string_view> labels{"08.01.2024", "15.01.2024", "22.01.2024"};
  const LabelSpan span = read_day_steps(labels).value().span_of(1);
  EXPECT_EQ(span.start, "2024-01-15");
  EXPECT_EQ(span.end, "2024-01-22");
  EXPECT_EQ(span.days, 7);
}

std::vector<int> months_of(const std::vector<std::string_view>& labels) {
  std::vector<int> months;
  for (const std::int32_t day : read_month_days(labels).value_or(std::vector<std::int32_t>()))
    months.push_back(civil_date({day}).month);
  return months;
}

TEST(MonthDays, AreTheSameDayOfEachMonth) {
  EXPECT_EQ(months_of({"01/31/2024", "02/29/2024", "03/31/2024"}), (std::vector{1, 2, 3}));
  EXPECT_EQ(months_of({"Jan 31, 2024", "Feb 29, 2024"}), (std::vector{1, 2}));
  EXPECT_EQ(months_of({"31-Mar-24", "29-Feb-24"}), (std::vector{3, 2}));
  EXPECT_EQ(months_of({"1/1/2024", "1/2/2024", "1/3/2024"}), (std::vector{1, 2, 3}));
  EXPECT_EQ(months_of({"1/1/2024", "2/1/2024", "3/1/2024", "12/1/2024"}), (std::vector{1, 2, 3, 12}));
  EXPECT_EQ(months_of({"15.01.2024", "15.02.2024", "15.03.2024"}), (std::vector{1, 2, 3}));
  EXPECT_EQ(months_of({"2024-03-31", "2024-06-30"}), (std::vector{3, 6}));
}

TEST(MonthDays, AreNoDaysOfPurchases) {
  EXPECT_EQ(months_of({"2024-01-15", "2024-02-15"}), std::vector<int>());
  EXPECT_EQ(months_of({"2024-01-15", "2024-02-15", "2024-05-15"}), std::vector<int>());
  EXPECT_EQ(months_of({"2024-01-31", "2024-02-28"}), std::vector<int>());
  EXPECT_EQ(months_of({"2024-01-01", "2024-03-01", "2024-02-01"}), std::vector<int>());
  EXPECT_EQ(months_of({"2024-01-01", "2024-01-01"}), std::vector<int>());
  EXPECT_EQ(months_of({}), std::vector<int>());
}

}  // namespace
}  // namespace kirnu

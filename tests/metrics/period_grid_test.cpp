#include "metrics/period_grid.h"

#include <gmock/gmock.h>

#include "support/sample_facts.h"

namespace kirnu {
namespace {

struct GridCase {
  const char* name;
  PeriodChoice choice;
  const char* from;
  const char* to;
  std::vector<std::string> bounds;
};
void PrintTo(const GridCase& one, std::ostream* out) { *out << one.name; }

class Grids : public testing::TestWithParam<GridCase> {};

TEST_P(Grids, CoverTheDaysWithWholePeriods) {
  const GridCase& c = GetParam();
  const PeriodGrid grid = build_grid(c.choice, day(c.from), day(c.to), day("2025-03-10"));
  std::vector<std::string> bounds;
  for (const std::int32_t bound : grid.bounds) bounds.push_back(write_date({bound}));
  EXPECT_EQ(bounds, c.bounds);
}

INSTANTIATE_TEST_SUITE_P(
    All, Grids,
    testing::Values(
        GridCase{
            "day", {.unit = PeriodUnit::Day}, "2024-02-28", "2024-03-01", {"2024-02-28", "2024-02-29", "2024-03-01"}},
        GridCase{
            "week", {.unit = PeriodUnit::Week}, "2025-01-01", "2025-01-07", {"2024-12-30", "2025-01-06", "2025-01-13"}},
        GridCase{
            "week_before_1970", {.unit = PeriodUnit::Week}, "1969-12-28", "1969-12-29", {"1969-12-22", "1969-12-29"}},
        GridCase{"month",
                 {.unit = PeriodUnit::Month},
                 "2025-01-31",
                 "2025-03-01",
                 {"2025-01-01", "2025-02-01", "2025-03-01"}},
        GridCase{"quarter",
                 {.unit = PeriodUnit::Quarter},
                 "2024-12-31",
                 "2025-01-02",
                 {"2024-10-01", "2025-01-01", "2025-04-01"}},
        GridCase{"half_year", {.unit = PeriodUnit::HalfYear}, "2024-06-30", "2024-07-01", {"2024-01-01", "2024-07-01"}},
        GridCase{"year", {.unit = PeriodUnit::Year}, "2024-06-30", "2025-01-01", {"2024-01-01", "2025-01-01"}},
        GridCase{"fiscal_year",
                 {.unit = PeriodUnit::Year, .first_month = 7},
                 "2024-06-30",
                 "2024-07-02",
                 {"2023-07-01", "2024-07-01", "2025-07-01"}},
        GridCase{"thirty_days_that_end_at_as_of",
                 {.unit = PeriodUnit::Days, .days = 30},
                 "2025-02-09",
                 "2025-03-11",
                 {"2025-02-09", "2025-03-11"}},
        GridCase{"days_beyond_as_of",
                 {.unit = PeriodUnit::Days, .days = 7},
                 "2025-03-11",
                 "2025-03-12",
                 {"2025-03-11", "2025-03-18"}},
        GridCase{"nothing", {}, "2025-01-01", "2025-01-01", {}}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(PeriodGrid, EveryDayHasItsPlace) {
  const PeriodGrid grid = build_grid({}, day("2025-01-01"), day("2025-04-01"), 0);
  EXPECT_EQ(grid.size(), 3);
  EXPECT_EQ(grid.index_of(day("2024-12-31")), -1);
  EXPECT_EQ(grid.index_of(day("2025-01-01")), 0);
  EXPECT_EQ(grid.index_of(day("2025-01-31")), 0);
  EXPECT_EQ(grid.index_of(day("2025-02-01")), 1);
  EXPECT_EQ(grid.index_of(day("2025-03-31")), 2);
  EXPECT_EQ(grid.index_of(day("2025-04-01")), 3);
  EXPECT_EQ(grid.index_of(kNoDay), -1);
  EXPECT_EQ(grid.index_of(std::numeric_limits<std::int32_t>::max()), 3);
  EXPECT_EQ(PeriodGrid{}.index_of(0), -1);
}

TEST(PeriodGrid, APeriodIsCompleteWithItsLastDay) {
  const PeriodGrid grid = build_grid({}, day("2025-01-01"), day("2025-04-01"), 0);
  EXPECT_EQ(grid.last_complete(day("2025-01-30")), std::nullopt);
  EXPECT_EQ(grid.last_complete(day("2025-01-31")), 0);
  EXPECT_EQ(grid.last_complete(day("2025-03-30")), 1);
  EXPECT_EQ(grid.last_complete(day("2025-03-31")), 2);
  EXPECT_EQ(grid.last_complete(day("2026-01-01")), 2);
  EXPECT_EQ(PeriodGrid{}.last_complete(0), std::nullopt);
}

TEST(PeriodGrid, KeepsTheLatestOfTooManyPeriods) {
  const PeriodGrid grid = build_grid({.unit = PeriodUnit::Day}, day("1000-01-01"), day("2025-01-01"), 0);
  EXPECT_EQ(grid.size(), 40000);
  EXPECT_EQ(grid.bounds.back(), day("2025-01-01"));
}

}  // namespace
}  // namespace kirnu

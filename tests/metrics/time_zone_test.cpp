#include "metrics/time_zone.h"
#include "text/zone_clock.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "support/sample_facts.h"

namespace kirnu {
namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 86400;

TEST(TimeZone, WithoutOffsetsIsUtc) {
  EXPECT_EQ(local_day(0, {}), 0);
  EXPECT_EQ(local_day(kDay - 1, {}), 0);
  EXPECT_EQ(local_day(kDay, {}), 1);
  EXPECT_EQ(local_day(-1, {}), -1);
  EXPECT_EQ(local_day(-kDay, {}), -1);
  EXPECT_EQ(local_day(-kDay - 1, {}), -2);
}

// Helsinki: +2 in winter, +3 from 2024-03-31T01:00Z to 2024-10-27T01:00Z.
TEST(TimeZone, AnInstantTakesTheOffsetOfItsOwnTime) {
  const std::int64_t spring = day("2024-03-31") * kDay + kHour;
  const std::int64_t autumn = day("2024-10-27") * kDay + kHour;
  const ZoneOffsets helsinki{{{0, 2 * 3600}, {spring, 3 * 3600}, {autumn, 2 * 3600}}};
  EXPECT_EQ(local_day(day("2024-01-31") * kDay + 22 * kHour, helsinki), day("2024-02-01"));
  EXPECT_EQ(local_day(day("2024-01-31") * kDay + 22 * kHour - 1, helsinki), day("2024-01-31"));
  EXPECT_EQ(local_day(day("2024-06-30") * kDay + 21 * kHour, helsinki), day("2024-07-01"));
  EXPECT_EQ(local_day(day("2024-12-31") * kDay + 21 * kHour, helsinki), day("2024-12-31"));
  EXPECT_EQ(local_day(-2 * kHour, helsinki), 0) << "the first offset holds before it too";
}

TEST(TimeZone, IsReadByItsName) {
  const std::optional<ZoneOffsets> berlin = read_zone_offsets("Europe/Berlin");
  ASSERT_TRUE(berlin);
  const std::int64_t spring = day("2025-03-30") * kDay + kHour, autumn = day("2025-10-26") * kDay + kHour;
  EXPECT_EQ(local_day(day("2025-03-30") * kDay + 23 * kHour - 1, *berlin), day("2025-03-31"));
  EXPECT_EQ(local_day(day("2025-03-29") * kDay + 23 * kHour - 1, *berlin), day("2025-03-29"));
  for (const auto& [instant, offset] : {std::pair{spring, 7200}, std::pair{autumn, 3600}}) {
    const auto found = std::find_if(berlin->changes.begin(), berlin->changes.end(),
                                    [&, at = instant](const ZoneOffsets::Change& c) { return c.instant == at; });
    ASSERT_NE(found, berlin->changes.end()) << instant;
    EXPECT_EQ(found->offset, offset);
  }
  const std::optional<ZoneOffsets> apia = read_zone_offsets("Pacific/Apia");  // there was no 30 December 2011
  ASSERT_TRUE(apia);
  EXPECT_EQ(local_day(day("2011-12-30") * kDay + 10 * kHour - 1, *apia), day("2011-12-29"));
  EXPECT_EQ(local_day(day("2011-12-30") * kDay + 10 * kHour, *apia), day("2011-12-31"));
  EXPECT_FALSE(read_zone_offsets("Nowhere/Land"));
}

TEST(TimeZone, ChangesWithinAWeekAreSeen) {
  // Recife tried summer time for a week in 2000.
  struct Row {
    const char* zone;
    std::int64_t begins;
    std::int64_t ends;
    std::int32_t before, within;
  };
  const Row rows[] = {{"America/Recife", 970974000, 971575200, -10800, -7200}};
  for (const Row& row : rows) {
    const std::optional<ZoneOffsets> zone = read_zone_offsets(row.zone);
    ASSERT_TRUE(zone) << row.zone;
    const auto at = [&](std::int64_t instant) {
      const auto next = std::find_if(zone->changes.begin(), zone->changes.end(),
                                     [&](const ZoneOffsets::Change& c) { return c.instant > instant; });
      return (next - 1)->offset;
    };
    EXPECT_EQ(at(row.begins - 1), row.before) << row.zone;
    EXPECT_EQ(at(row.begins), row.within) << row.zone;
    EXPECT_EQ(at(row.ends - 1), row.within) << row.zone;
    EXPECT_EQ(at(row.ends), row.before) << row.zone;
  }
}

/// The C library, asked for every hour of 1970 to 2059.
TEST(TimeZone, EveryHourHasTheOffsetOfTheTzData) {
  for (const char* name : {"America/Recife", "Asia/Gaza", "Africa/Casablanca", "Pacific/Apia", "Africa/Monrovia"}) {
    const std::optional<ZoneOffsets> zone = read_zone_offsets(name);
    ASSERT_TRUE(zone) << name;
    const ZoneClock clock(name);
    std::size_t change = 0;
    int wrong = 0;
    for (std::int64_t instant = 0; instant < 2840140800; instant += 3600) {
      while (change + 1 < zone->changes.size() && zone->changes[change + 1].instant <= instant) ++change;
      wrong += clock.offset(instant) == zone->changes[change].offset ? 0 : 1;
    }
    EXPECT_EQ(wrong, 0) << name;
  }
}

TEST(TimeZone, BareDatesStayWhereTheyAre) {
  TimeColumn column;
  column.days.push_back(day("2025-01-31"));
  column.days.push_back(kNoDay);
  const ZoneOffsets far{{{0, 14 * 3600}}};
  EXPECT_EQ(day_of(column, 0, far), day("2025-01-31"));
  EXPECT_EQ(day_of(column, 1, far), kNoDay);
  const DayRange range = day_range(column, far).value();
  EXPECT_EQ(range.first, day("2025-01-31"));
  EXPECT_EQ(range.last, day("2025-01-31"));
}

TEST(TimeZone, InstantsMoveAndTheirAbsenceDoesNot) {
  TimeColumn column{.clock = true};
  column.instants.push_back(kNoInstant);
  column.instants.push_back(kDay - 1);
  column.instants.push_back(0);
  const ZoneOffsets east{{{0, 3600}}};
  EXPECT_EQ(day_of(column, 0, east), kNoDay);
  EXPECT_EQ(day_of(column, 1, east), 1);
  const DayRange range = day_range(column, east).value();
  EXPECT_EQ(range.first, 0);
  EXPECT_EQ(range.last, 1);
}

TEST(TimeZone, AColumnWithoutDaysHasNoRange) {
  TimeColumn column;
  EXPECT_FALSE(day_range(column, {}));
  column.days.push_back(kNoDay);
  EXPECT_FALSE(day_range(column, {}));
}

}  // namespace
}  // namespace kirnu

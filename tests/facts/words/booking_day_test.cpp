#include "facts/words/booking_day.h"

#include <gtest/gtest.h>

#include "base/date.h"

namespace kirnu {
namespace {

constexpr std::string_view kTitle =
    "EXTF 700 21 Buchungsstapel 13 20250115120000000 RE 29098 55003 20240701 4 20240701 20250630 Buchungen 1 0 EUR\n";

std::string day_of(std::string_view cell) {
  const std::optional<PeriodDays> period = read_booking_period(kTitle);
  const std::optional<std::int32_t> day = period ? read_booking_day(cell, *period) : std::nullopt;
  return day ? write_date({*day}) : "";
}

TEST(BookingDay, LiesInTheYearAboveTheTable) {
  EXPECT_EQ(day_of("0107"), "2024-07-01");
  EXPECT_EQ(day_of("302"), "2025-02-03");
  EXPECT_EQ(day_of("3006"), "2025-06-30");
}

TEST(BookingDay, IsNoOtherNumber) {
  for (const std::string_view cell : {"", "3", "12", "3002", "0013", "0100", "3100", "12.4", "20240101", "abcd"})
    EXPECT_EQ(day_of(cell), "") << cell;
}

TEST(BookingDay, NeedsItsLine) {
  EXPECT_FALSE(read_booking_period(""));
  EXPECT_FALSE(read_booking_period("Umsätze 20240101 20241231\n"));
  EXPECT_FALSE(read_booking_period("EXTF 700 21 Buchungsstapel\n"));
  EXPECT_TRUE(read_booking_period("DTVF 700 21 20240101 4 20240101 20240131"));
}

}  // namespace
}  // namespace kirnu

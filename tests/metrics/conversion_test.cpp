#include "metrics/conversion.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

const Period kMonth = period_of(PeriodUnit::Month);
const Period kQuarter = period_of(PeriodUnit::Quarter);
const Period kYear = period_of(PeriodUnit::Year);

struct Row {
  double p;
  Period from;
  Period to;
  double expected;
};

TEST(Conversion, GoesByThePower) {
  const Row rows[] = {
      {.p = 0.065, .from = kMonth, .to = kYear, .expected = 0.55358443304918062},
      {.p = 0.038, .from = kMonth, .to = kYear, .expected = 0.37179575832875752},
      {.p = 0.1, .from = kMonth, .to = kYear, .expected = 0.717570463519},
      {.p = 250.0 / 1500, .from = kYear, .to = kMonth, .expected = 0.015078624739111276},
      {.p = 0.16, .from = kYear, .to = kMonth, .expected = 0.014424405840418707},
      {.p = 0.271, .from = kQuarter, .to = kMonth, .expected = 0.1},
      {.p = 0.05, .from = period_of_days(30), .to = kYear, .expected = 0.46446178897166698},
      {.p = 1e-12, .from = kMonth, .to = kYear, .expected = 1.1999999999934e-11},
  };
  for (const Row& row : rows) {
    EXPECT_NEAR(convert_share(row.p, row.from, row.to), row.expected, row.expected * 1e-14) << row.p;
  }
}

TEST(Conversion, ToTheSamePeriodChangesNothing) {
  for (int percent = 0; percent <= 100; ++percent) {
    EXPECT_EQ(convert_share(percent / 100.0, kYear, kYear), percent / 100.0);
  }
  EXPECT_EQ(convert_share(0.1, period_of_days(90), period_of_days(90)), 0.1);
}

TEST(Conversion, NobodyAndEverybodyStayAsTheyAre) {
  EXPECT_EQ(convert_share(0, kMonth, kYear), 0);
  EXPECT_EQ(convert_share(1, kMonth, kYear), 1);
  EXPECT_EQ(convert_share(1, kYear, kMonth), 1);
}

TEST(Conversion, ShortAndLongMonthsBecomeNormalMonths) {
  EXPECT_NEAR(convert_to_normal_month(30.0 / 1000, 28), 0.032567970590195454, 1e-15);
  EXPECT_NEAR(convert_to_normal_month(33.0 / 1000, 31), 0.032410366312563544, 1e-15);
}

TEST(Conversion, TakesBothEndsOfAnInterval) {
  const Interval year = convert_interval({.low = 0.055229137060675089, .high = 0.17436566150491345}, kMonth, kYear);
  EXPECT_NEAR(year.low, 0.49427096022449943, 1e-14);
  EXPECT_NEAR(year.high, 0.8996648819718906, 1e-14);
}

// The last bits, pinned: reports are equal on every platform.
TEST(Conversion, EveryPlatformGivesTheSameBits) {
  EXPECT_EQ(convert_share(250.0 / 1500, kYear, kMonth), 0x1.ee18ac0fc308ap-7);
}

}  // namespace
}  // namespace kirnu

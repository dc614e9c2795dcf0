#include "metrics/ten_percent_test.h"

#include <gtest/gtest.h>

#include "support/churn_sample.h"

namespace kirnu {
namespace {

struct Row {
  const char* what;
  double lost;
  double start;
  PeriodUnit unit;
  bool passed;
  bool borderline;
};

TEST(TenPercentTest, TestsTheYear) {
  const Row rows[] = {
      {.what = "the handbook's example",
       .lost = 250,
       .start = 1500,
       .unit = PeriodUnit::Year,
       .passed = false,
       .borderline = false},
      {.what = "exactly 10 %", .lost = 10, .start = 100, .unit = PeriodUnit::Year, .passed = false, .borderline = true},
      {.what = "a hair under",
       .lost = 99999,
       .start = 1000000,
       .unit = PeriodUnit::Year,
       .passed = true,
       .borderline = true},
      {.what = "clearly under",
       .lost = 100,
       .start = 10000,
       .unit = PeriodUnit::Year,
       .passed = true,
       .borderline = false},
      {.what = "1 % a month is 11.36 % a year",
       .lost = 10000,
       .start = 1000000,
       .unit = PeriodUnit::Month,
       .passed = false,
       .borderline = false},
      {.what = "0.8 % a month is 9.19 % a year",
       .lost = 8000,
       .start = 1000000,
       .unit = PeriodUnit::Month,
       .passed = true,
       .borderline = false},
      {.what = "nobody of twenty",
       .lost = 0,
       .start = 20,
       .unit = PeriodUnit::Year,
       .passed = true,
       .borderline = true},
      {.what = "everybody", .lost = 20, .start = 20, .unit = PeriodUnit::Month, .passed = false, .borderline = false},
  };
  for (const Row& row : rows) {
    const auto test = ten_percent_test(churn_of(row.lost, row.start), period_of(row.unit));
    ASSERT_TRUE(test) << row.what;
    EXPECT_EQ(test->passed, row.passed) << row.what;
    EXPECT_EQ(test->borderline, row.borderline) << row.what;
  }
}

TEST(TenPercentTest, NeedsAPeriodAndARate) {
  EXPECT_FALSE(ten_percent_test(churn_of(250, 1500), std::nullopt));
  EXPECT_FALSE(ten_percent_test(churn_of(0, 0), period_of(PeriodUnit::Year)));
}

}  // namespace
}  // namespace kirnu

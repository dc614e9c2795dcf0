#include "metrics/mrr.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

TEST(MonthlyRevenue, IsWholeForUsualIntervalsAndExactByTheWeek) {
  const auto revenue = [](double price, double quantity, BillingInterval interval) {
    return major_units(*monthly_revenue(static_cast<std::int64_t>(price * kMoneyScale), quantity, interval));
  };
  EXPECT_EQ(revenue(120, 1, {.months = 12}), 10);
  EXPECT_EQ(revenue(100, 1, {.months = 12}), 100.0 / 12);
  EXPECT_EQ(revenue(20, 3, {.months = 1}), 60);
  EXPECT_EQ(revenue(90, 1, {.months = 3}), 30);
  EXPECT_EQ(revenue(10, 1, {.days = 7}), 43.48125);  // 30.436875 days a month
  EXPECT_EQ(revenue(30, 1, {.days = 30}), 30.436875);
  EXPECT_FALSE(monthly_revenue(kNoMoney, 1, {.months = 1}));
  EXPECT_FALSE(monthly_revenue(-1, 1, {.months = 1}));
  EXPECT_FALSE(monthly_revenue(900'000'000'000'000'000, 1e6, {.months = 1}));
}

}  // namespace
}  // namespace kirnu

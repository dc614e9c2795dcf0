#include "metrics/billing_interval.h"

#include <gtest/gtest.h>

#include "metrics/mrr.h"

namespace kirnu {
namespace {

struct Written {
  const char* text;
  double months, days;
};

TEST(BillingInterval, IsReadAsPeopleAndProgramsWriteIt) {
  const Written words[] = {{"month", 1, 0},
                           {"Monthly", 1, 0},
                           {"monatlich", 1, 0},
                           {"kuukausittain", 1, 0},
                           {"1 kk", 1, 0},
                           {"m", 1, 0},
                           {"3 months", 3, 0},
                           {"every 2 weeks", 0, 14},
                           {"biweekly", 0, 14},
                           {"weekly", 0, 7},
                           {"wöchentlich", 0, 7},
                           {"viikoittain", 0, 7},
                           {"Quarterly", 3, 0},
                           {"vierteljährlich", 3, 0},
                           {"Quartal", 3, 0},
                           {"neljännesvuosittain", 3, 0},
                           {"halbjährlich", 6, 0},
                           {"semi-annual", 6, 0},
                           {"puolivuosittain", 6, 0},
                           {"year", 12, 0},
                           {"annually", 12, 0},
                           {"jährlich", 12, 0},
                           {"Vuosi", 12, 0},
                           {"2 years", 24, 0},
                           {"P1Y", 12, 0},
                           {"P3M", 3, 0},
                           {"P1W", 0, 7},
                           {"12", 12, 0},
                           {"12m", 12, 0},
                           {"daily", 0, 1},
                           {"30 days", 0, 30},
                           {"täglich", 0, 1},
                           {"päivittäin", 0, 1}};
  for (const Written& word : words) {
    const std::optional<BillingInterval> interval = read_billing_interval(word.text);
    ASSERT_TRUE(interval) << word.text;
    EXPECT_EQ(interval->months, word.months) << word.text;
    EXPECT_EQ(interval->days, word.days) << word.text;
  }
  for (const char* text : {"", " ", "once", "lifetime", "einmalig", "pro", "0 months", "99999 months"})
    EXPECT_FALSE(read_billing_interval(text)) << text;
}

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

#include "metrics/history.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

std::vector<PeriodCount> months(const std::vector<double>& lost, double start) {
  std::vector<PeriodCount> counts;
  for (const double l : lost) counts.push_back({.lost = l, .start = start});
  return counts;
}

TEST(ControlChart, ThreeSigmaAroundThePooledShare) {
  // 60 of 600 pooled; 3·sqrt(0.1 · 0.9 / 100) = 0.09
  const std::optional<ControlChart> chart = build_control_chart(months({10, 8, 12, 9, 11, 10}, 100));
  ASSERT_TRUE(chart);
  EXPECT_NEAR(chart->mean, 0.1, 1e-15);
  ASSERT_EQ(chart->limits.size(), 6U);
  for (const auto& limits : chart->limits) {
    ASSERT_TRUE(limits);
    EXPECT_NEAR(limits->low, 0.01, 1e-15);
    EXPECT_NEAR(limits->high, 0.19, 1e-15);
    EXPECT_FALSE(limits->outside);
  }
}

TEST(ControlChart, APointOutsideIsASignal) {
  const std::optional<ControlChart> chart = build_control_chart(months({5, 5, 5, 5, 5, 5, 30}, 100));
  ASSERT_TRUE(chart);
  EXPECT_FALSE(chart->limits[0]->outside);
  EXPECT_TRUE(chart->limits[6]->outside);
}

TEST(ControlChart, LimitsAreWiderForSmallerPeriodsAndStayShares) {
  std::vector<PeriodCount> counts = months({1, 1, 1, 1, 1}, 100);
  counts.push_back({.lost = 0, .start = 4});
  const std::optional<ControlChart> chart = build_control_chart(counts);
  ASSERT_TRUE(chart);
  EXPECT_EQ(chart->limits[5]->low, 0);
  EXPECT_GT(chart->limits[5]->high, chart->limits[0]->high);
  EXPECT_LE(chart->limits[5]->high, 1);
}

TEST(ControlChart, NeedsSixPeriodsWithARate) {
  EXPECT_FALSE(build_control_chart(months({1, 1, 1, 1, 1}, 100)));
  std::vector<PeriodCount> counts = months({1, 1, 1, 1, 1}, 100);
  counts.push_back({.lost = 0, .start = 0});
  EXPECT_FALSE(build_control_chart(counts));
  counts.push_back({.lost = 1, .start = 100});
  const std::optional<ControlChart> chart = build_control_chart(counts);
  ASSERT_TRUE(chart);
  EXPECT_FALSE(chart->limits[5]) << "a period with nobody has no limits";
  EXPECT_TRUE(chart->limits[6]);
  EXPECT_FALSE(build_control_chart(months({0, 0, 0, 0, 0, 0}, 0)));
}

TEST(ControlChart, NobodyOrEverybodyEveryTimeIsNoSignal) {
  for (const double lost : {0.0, 50.0}) {
    const std::optional<ControlChart> chart = build_control_chart(months({lost, lost, lost, lost, lost, lost}, 50));
    ASSERT_TRUE(chart);
    for (const auto& limits : chart->limits) EXPECT_FALSE(limits->outside);
  }
}

TEST(CompareLastPeriods, IsTheLastMinusTheOneBefore) {
  const PeriodCount counts[] = {{.lost = 900, .start = 1000}, {.lost = 50, .start = 1000}, {.lost = 65, .start = 1000}};
  const std::optional<Comparison> comparison = compare_last_periods(counts);
  ASSERT_TRUE(comparison);
  EXPECT_NEAR(comparison->difference, 0.015, 1e-15);
  EXPECT_NEAR(comparison->p, 0.14964310637037261, 1e-12);
}

TEST(CompareLastPeriods, NeedsTwoRates) {
  EXPECT_FALSE(compare_last_periods({}));
  EXPECT_FALSE(compare_last_periods(months({1}, 10)));
  const PeriodCount counts[] = {{.lost = 0, .start = 0}, {.lost = 1, .start = 10}};
  EXPECT_FALSE(compare_last_periods(counts));
}

TEST(ChurnShares, AreEmptyWhenOnePeriodHasNone) {
  EXPECT_EQ(churn_shares(months({1, 2}, 10)), (std::vector<double>{0.1, 0.2}));
  const PeriodCount counts[] = {{.lost = 1, .start = 10}, {.lost = 0, .start = 0}};
  EXPECT_TRUE(churn_shares(counts).empty());
}

}  // namespace
}  // namespace kirnu

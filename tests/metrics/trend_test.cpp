#include "metrics/trend.h"

#include <gtest/gtest.h>

#include <vector>

namespace kirnu {
namespace {

TEST(Trend, IsCochranAndArmitages) {
  // R: prop.trend.test(c(83, 90, 129, 70, 12, 15), c(86, 93, 136, 82, 20, 30))
  const std::vector<PeriodCount> smokers{{83, 86}, {90, 93}, {129, 136}, {70, 82}, {12, 20}, {15, 30}};
  const std::optional<Trend> trend = build_trend(smokers);
  ASSERT_TRUE(trend);
  EXPECT_EQ(trend->periods, 6);
  EXPECT_NEAR(trend->z * trend->z, 58.7340490092655, 1e-11);
  EXPECT_NEAR(trend->p, 1.80490869181587e-14, 1e-24);
  EXPECT_NEAR(trend->slope, -0.0807812589138926, 1e-15);  // R: lm(x / n ~ I(1:6), weights = n)
}

TEST(Trend, NeedsSixPeriodsAndSomebodyWhoLeftAndSomebodyWhoStayed) {
  EXPECT_FALSE(build_trend(std::vector<PeriodCount>{{1, 10}, {2, 10}, {3, 10}, {4, 10}, {5, 10}, {1, 0}}));
  EXPECT_FALSE(build_trend(std::vector<PeriodCount>(8, {0, 10})));
  EXPECT_FALSE(build_trend(std::vector<PeriodCount>(8, {10, 10})));
}

TEST(Trend, OfEqualSharesIsNone) {
  const std::optional<Trend> trend = build_trend(std::vector<PeriodCount>(7, {5, 100}));
  ASSERT_TRUE(trend);
  EXPECT_EQ(trend->slope, 0);
  EXPECT_EQ(trend->p, 1);
}

}  // namespace
}  // namespace kirnu

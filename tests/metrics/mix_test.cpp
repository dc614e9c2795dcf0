#include "metrics/mix.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "metrics/intervals.h"

namespace kirnu {
namespace {

TEST(Mix, IsFreedOfWhatChangedInTheMixOfItsParts) {
  // basic 20 of 100, then 38 of 200; pro 10 of 200, then 4 of 100: 10 % become 14 %, and each part fell
  const std::vector<PartCounts> parts{{{20, 100}, {38, 200}}, {{10, 200}, {4, 100}}};
  const std::optional<MixAdjusted> mix = adjust_mix(parts);
  ASSERT_TRUE(mix);
  EXPECT_DOUBLE_EQ(mix->before, 0.1);
  EXPECT_DOUBLE_EQ(mix->after, 0.14);
  EXPECT_DOUBLE_EQ(mix->adjusted, 0.09);  // (100 · 19 % + 200 · 4 %) ÷ 300
  EXPECT_TRUE(mix->paradox);
}

// Wilson: 38 of 200 is 14.167 to 25.001 %, 4 of 100 is 1.566 to 9.837 %.
TEST(Mix, ItsIntervalPutsThoseOfTheParts) {
  const std::vector<PartCounts> parts{{{20, 100}, {38, 200}}, {{10, 200}, {4, 100}}};
  const Interval interval = adjust_mix(parts)->interval;
  const double below = std::hypot(100 * (0.19 - 0.14167), 200 * (0.04 - 0.01566)) / 300;
  const double above = std::hypot(100 * (0.25001 - 0.19), 200 * (0.09837 - 0.04)) / 300;
  EXPECT_NEAR(interval.low, 0.09 - below, 1e-5);
  EXPECT_NEAR(interval.high, 0.09 + above, 1e-5);
}

TEST(Mix, OfTwoEqualPartsWithOneRateTheIntervalIsNarrowerThanOfEach) {
  const std::vector<PartCounts> parts{{{10, 100}, {10, 100}}, {{10, 100}, {10, 100}}};
  const Interval both = adjust_mix(parts)->interval, one = *wilson_interval(10, 100);
  EXPECT_NEAR(0.1 - both.low, (0.1 - one.low) / std::sqrt(2.0), 1e-12);
  EXPECT_NEAR(both.high - 0.1, (one.high - 0.1) / std::sqrt(2.0), 1e-12);
}

TEST(Mix, IsNoParadoxWhileAPartMovesLikeTheTotal) {
  const std::vector<PartCounts> parts{{{20, 100}, {42, 200}}, {{10, 200}, {4, 100}}};
  EXPECT_FALSE(adjust_mix(parts)->paradox);
}

TEST(Mix, NeedsTwoPartsWithBothRates) {
  EXPECT_FALSE(adjust_mix(std::vector<PartCounts>{{{20, 100}, {38, 200}}}));
  EXPECT_FALSE(adjust_mix(std::vector<PartCounts>{{{20, 100}, {38, 200}}, {{0, 0}, {4, 100}}}));
}

}  // namespace
}  // namespace kirnu

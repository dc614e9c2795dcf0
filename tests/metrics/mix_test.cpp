#include "metrics/mix.h"

#include <gtest/gtest.h>

#include <vector>

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

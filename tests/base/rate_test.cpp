#include "base/rate.h"

#include <gtest/gtest.h>

#include <limits>

namespace kirnu {
namespace {

TEST(Ratio, Divides) {
  EXPECT_EQ(ratio(250, 1000), 0.25);
  EXPECT_EQ(ratio(0, 7), 0);
  EXPECT_EQ(ratio(-3, 2), -1.5);
}

TEST(Ratio, HasNoAnswerForAZeroOrMissingBase) {
  EXPECT_FALSE(ratio(1, 0));
  EXPECT_FALSE(ratio(0, 0));
  EXPECT_FALSE(ratio(1, -0.0));
  EXPECT_FALSE(ratio(1, std::nullopt));
  EXPECT_FALSE(ratio(std::nullopt, 1));
}

TEST(Ratio, IsNeverInfiniteOrNotANumber) {
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_FALSE(ratio(infinity, 1));
  EXPECT_FALSE(ratio(std::numeric_limits<double>::quiet_NaN(), 1));
  EXPECT_FALSE(ratio(1e308, 1e-308));
  EXPECT_FALSE(ratio(infinity, infinity));
}

}  // namespace
}  // namespace kirnu

#include "view/shown_number.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

TEST(ShownNumber, ThePOfATestIsNeverNothing) {
  EXPECT_EQ(shown_p(0.0241, Language::En), "= 0.024");
  EXPECT_EQ(shown_p(0.001, Language::De), "= 0,001");
  EXPECT_EQ(shown_p(0.00099, Language::En), "< 0.001");
  EXPECT_EQ(shown_p(1e-30, Language::De), "< 0,001");
  EXPECT_EQ(shown_p(0, Language::Fi), "< 0,001");
}

}  // namespace
}  // namespace kirnu

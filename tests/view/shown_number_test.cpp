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

TEST(ShownNumber, AnAmountHasCentsOnlyWhereItHasSome) {
  EXPECT_EQ(shown_money(307, "EUR", Language::De), "307\u00A0€");
  EXPECT_EQ(shown_money(307.5, "EUR", Language::De), "307,50\u00A0€");
  EXPECT_EQ(shown_money(0.1 + 0.2 + 0.7, "USD", Language::En), "$1")
      << "a sum of cents is hardly whole to the last bit";
  EXPECT_EQ(shown_money(1234.5, {}, Language::En), "1,234.50");
  EXPECT_EQ(shown_money(1500, "JPY", Language::En), "¥1,500");
  MoneyDecimals together;
  together.add(7155);
  EXPECT_EQ(shown_money(7155, "EUR", Language::En, together), "€7,155");
  together.add(164.25);
  EXPECT_EQ(shown_money(7155, "EUR", Language::En, together), "€7,155.00") << "amounts side by side are alike";
}

TEST(ShownNumber, ALengthHasNoZeroBehindTheComma) {
  EXPECT_EQ(shown_length(6, Language::De), "6");
  EXPECT_EQ(shown_length(20.98, Language::De), "21");
  EXPECT_EQ(shown_length(23.8, Language::De), "23,8");
}

}  // namespace
}  // namespace kirnu

#include "facts/words/reason_words.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

TEST(ReasonWords, StripesCodesAreTheirOwnGroups) {
  for (const char* code : {"customer_service", "low_quality", "missing_features", "switched_service", "too_complex",
                           "too_expensive", "unused", "payment_failed", "payment_disputed"})
    EXPECT_EQ(reason_group(code), code);
  EXPECT_EQ(reason_group("other"), "other");
}

TEST(ReasonWords, AnswersInThreeLanguagesSayTheSame) {
  for (const char* answer : {"Too expensive", "zu teuer", "Der Preis ist gestiegen", "Liian kallis", "Hinta nousi"})
    EXPECT_EQ(reason_group(answer), "too_expensive") << answer;
  for (const char* answer :
       {"No longer needed", "Kein Bedarf mehr", "Brauche ich nicht", "En käytä enää", "Ei tarvetta"})
    EXPECT_EQ(reason_group(answer), "unused") << answer;
  for (const char* answer : {"Card expired, payment failed", "Zahlung fehlgeschlagen", "Maksu epäonnistui"})
    EXPECT_EQ(reason_group(answer), "payment_failed") << answer;
  for (const char* answer : {"Switched to a competitor", "Wechsel zur Konkurrenz", "Vaihdoin kilpailijaan"})
    EXPECT_EQ(reason_group(answer), "switched_service") << answer;
  for (const char* answer : {"Support too slow", "Schlechter Kundendienst", "Huono asiakaspalvelu"})
    EXPECT_EQ(reason_group(answer), "customer_service") << answer;
  for (const char* answer : {"Moved house", "Umzug", "Muutto", ""}) EXPECT_EQ(reason_group(answer), "other") << answer;
}

TEST(ReasonWords, WhoseBankDecidedDidNotDecide) {
  EXPECT_TRUE(is_involuntary("payment_failed"));
  EXPECT_TRUE(is_involuntary("payment_disputed"));
  EXPECT_FALSE(is_involuntary("too_expensive"));
  EXPECT_FALSE(is_involuntary("other"));
}

}  // namespace
}  // namespace kirnu

#include "metrics/answers.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/sample_facts.h"

namespace kirnu {
namespace {

TEST(TidyAnswers, AreTheSameInOtherLetters) {
  CodeColumn column;
  for (const char* text : {"Zu teuer", "zu teuer", "keine Angabe", "Umzug", "", "K.A."}) add_code(column, text);
  const std::optional<CodeColumn> tidy = tidy_answers(column);
  ASSERT_TRUE(tidy);
  EXPECT_EQ(tidy->words.size(), 2U);
  EXPECT_EQ(tidy->codes[0], tidy->codes[1]);
  EXPECT_EQ(tidy->words.text(tidy->codes[0]), "Zu teuer");
  for (const std::size_t row : {2U, 4U, 5U}) EXPECT_EQ(tidy->codes[row], CodeColumn::kNone) << row;
}

TEST(TidyAnswers, StayWhereNothingIsToTidy) {
  CodeColumn column;
  for (const char* text : {"Zu teuer", "Umzug"}) add_code(column, text);
  EXPECT_FALSE(tidy_answers(column));
}

}  // namespace
}  // namespace kirnu

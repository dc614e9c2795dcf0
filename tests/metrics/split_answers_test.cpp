#include "metrics/split_answers.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "metrics/reasons.h"
#include "support/sample_facts.h"

namespace kirnu {
namespace {

CodeColumn answers(const std::vector<std::string>& texts) {
  CodeColumn column;
  for (const std::string& text : texts) add_code(column, text);
  return column;
}

TEST(SplitAnswers, CutsWhatComesAgain) {
  const std::optional<SplitAnswers> split =
      split_answers(answers({"Zu teuer, Umzug", "Umzug", "Service, Zu teuer", "", "Service"}), {}, {});
  ASSERT_TRUE(split);
  EXPECT_EQ(split->between, ",");
  EXPECT_EQ(split->answered, 4);
  const ReasonCounts counts = build_reason_counts(split->reason, split->value, split->customers, split->answered);
  ASSERT_EQ(counts.reasons.size(), 3U);
  EXPECT_EQ(counts.reasons[0].customers, 2);
  EXPECT_EQ(counts.reasons[0].share, 0.5);
  EXPECT_EQ(counts.unanswered, 1);
}

TEST(SplitAnswers, TakesTheSeparatorThatCuts) {
  EXPECT_EQ(split_answers(answers({"a, b;c", "c;a, b", "c"}), {}, {})->between, ";");
}

TEST(SplitAnswers, TakesBoxesThatTheSameAnswersTickAgain) {
  EXPECT_TRUE(split_answers(answers({"Bugs;Slow", "Price", "Bugs;Slow", "Price;Unused", "Price;Unused"}), {}, {}));
  EXPECT_FALSE(split_answers(answers({"Bugs;Slow", "Price", "Price;Unused"}), {}, {}));
  EXPECT_FALSE(split_answers(answers({"Sorry, price", "Sorry, price", "No, bugs", "No, bugs"}), {}, {}));
}

TEST(SplitAnswers, LeavesSentencesAlone) {
  EXPECT_FALSE(split_answers(answers({"Too expensive, and nobody helped", "Slow, buggy", "Moved"}), {}, {}));
  EXPECT_FALSE(split_answers(answers({"a, b", "c"}), {}, {}));
  EXPECT_FALSE(split_answers(answers({}), {}, {}));
}

TEST(SplitAnswers, LeavesFreeTextsAlone) {
  std::vector<std::string> texts;
  for (int i = 0; i < 10'001; ++i) texts.push_back("seen " + std::to_string(i) + ", told");
  for (int i = 0; i < 10'001; ++i) texts.push_back("seen " + std::to_string(i) + ", asked");
  EXPECT_FALSE(split_answers(answers(texts), {}, {}));
  texts.resize(5'000);
  for (int i = 0; i < 4'000; ++i) texts.push_back("seen " + std::to_string(i));
  EXPECT_TRUE(split_answers(answers(texts), {}, {}));
}

TEST(SplitAnswers, CountsWhoGaveThem) {
  PackedColumn<std::int64_t> customers, value;
  for (const std::int64_t count : {3, 2, 1}) customers.push_back(count);
  for (const std::int64_t money : {100, 200, 300}) value.push_back(money);
  const std::optional<SplitAnswers> split = split_answers(answers({"x; y", "y; x", "x"}), value, customers);
  ASSERT_TRUE(split);
  EXPECT_EQ(split->answered, 6);
  const ReasonCounts counts = build_reason_counts(split->reason, split->value, split->customers, split->answered);
  EXPECT_EQ(counts.reasons[0].customers, 6);
  EXPECT_EQ(counts.reasons[0].value_lost, 450);
  EXPECT_EQ(counts.reasons[1].customers, 5);
}

}  // namespace
}  // namespace kirnu

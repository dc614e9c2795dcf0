#include "metrics/reasons.h"

#include <gtest/gtest.h>

#include "support/sample_facts.h"

namespace kirnu {
namespace {

TEST(Reasons, AreRankedWithSharesOfTheAnswers) {
  ReasonTable table;
  for (const char* word : {"price", "service", "", "service", "moved", "service", "price", ""}) {
    add_code(table.reason, word);
  }
  for (const std::int64_t value : {10L, 20L, 1000L, 30L, 90L, static_cast<long>(kNoMoney), 5L, 7L}) {
    table.value.push_back(value);
  }
  const ReasonCounts counts = build_reason_counts(table.reason, table.value);
  EXPECT_EQ(counts.answered, 6);
  EXPECT_EQ(counts.unanswered, 2);
  ASSERT_EQ(counts.reasons.size(), 3U);
  EXPECT_EQ(table.reason.words.text(counts.reasons[0].reason), "service");
  EXPECT_EQ(counts.reasons[0].customers, 3);
  EXPECT_EQ(counts.reasons[0].value_lost, 50);
  EXPECT_EQ(counts.reasons[0].share, 0.5);
  EXPECT_NEAR(counts.reasons[0].interval.low, 0.1876, 5e-5);
  EXPECT_NEAR(counts.reasons[0].interval.high, 0.8124, 5e-5);
  EXPECT_EQ(table.reason.words.text(counts.reasons[1].reason), "price");
  EXPECT_EQ(counts.reasons[1].value_lost, 15);
  EXPECT_EQ(table.reason.words.text(counts.reasons[2].reason), "moved");
}

TEST(Reasons, EquallyFrequentOnesGoByValueThenByTheFile) {
  ReasonTable table;
  for (const char* word : {"a", "b", "c"}) add_code(table.reason, word);
  for (const std::int64_t value : {5, 9, 5}) table.value.push_back(value);
  const ReasonCounts counts = build_reason_counts(table.reason, table.value);
  EXPECT_EQ(counts.reasons[0].reason, 1U);
  EXPECT_EQ(counts.reasons[1].reason, 0U);
  EXPECT_EQ(counts.reasons[2].reason, 2U);
}

TEST(Reasons, CountedOnesAreAsManyCustomers) {
  ReasonTable table;
  for (const char* word : {"price", "moved", "price", ""}) add_code(table.reason, word);
  for (const std::int64_t customers : {40, 18, 2, 7}) table.customers.push_back(customers);
  const ReasonCounts counts = build_reason_counts(table.reason, table.value, table.customers);
  EXPECT_EQ(counts.answered, 60);
  EXPECT_EQ(counts.unanswered, 7);
  EXPECT_EQ(counts.reasons[0].customers, 42);
  EXPECT_EQ(counts.reasons[0].share, 0.7);
}

TEST(Reasons, WithoutValuesOrAnswers) {
  ReasonTable table;
  EXPECT_EQ(build_reason_counts(table.reason, table.value).reasons.size(), 0U);
  add_code(table.reason, "a");
  EXPECT_FALSE(build_reason_counts(table.reason, table.value).reasons[0].value_lost);
}

}  // namespace
}  // namespace kirnu

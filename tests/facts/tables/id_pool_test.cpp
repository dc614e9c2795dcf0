#include "facts/tables/id_pool.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace kirnu {
namespace {

TEST(IdPool, NumbersTextsInTheOrderInWhichTheyCome) {
  IdPool pool;
  EXPECT_EQ(pool.add("b"), 0U);
  EXPECT_EQ(pool.add("a"), 1U);
  EXPECT_EQ(pool.add("b"), 0U);
  EXPECT_EQ(pool.add(""), 2U);
  EXPECT_EQ(pool.size(), 3U);
  EXPECT_EQ(pool.text(1), "a");
  EXPECT_EQ(pool.text(2), "");
}

TEST(IdPool, FindsOnlyWhatWasAdded) {
  IdPool pool;
  EXPECT_FALSE(pool.find("a"));
  pool.add("a");
  EXPECT_EQ(pool.find("a"), 0U);
  EXPECT_FALSE(pool.find("A"));
}

TEST(IdPool, KeepsLongTexts) {
  IdPool pool;
  const std::string nearly(254, 'x'), long_text(255, 'x'), longest(1U << 20U, 'y');
  for (const std::string& text : {nearly, long_text, longest}) pool.add(text);
  pool.add("z");
  EXPECT_EQ(pool.text(0), nearly);
  EXPECT_EQ(pool.text(1), long_text);
  EXPECT_EQ(pool.text(2), longest);
  EXPECT_EQ(pool.text(3), "z");
}

TEST(IdPool, ManyAtOnceAreTheSameAsOneByOne) {
  std::vector<std::string> texts;
  for (int i = 0; i < 20'000; ++i) texts.push_back("customer " + std::to_string(i * 7919 % 9000));
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  IdPool one, many;
  std::vector<std::uint32_t> expected, numbers(views.size());
  for (const std::string_view text : views) expected.push_back(one.add(text));
  many.add(views, numbers);
  EXPECT_EQ(numbers, expected);
  EXPECT_EQ(many.size(), 9000U);
}

TEST(IdPool, KnowsWhichTextsAnotherOneHas) {
  IdPool few, many, none;
  for (int i = 0; i < 3000; ++i) many.add("customer " + std::to_string(i));
  for (const char* text : {"customer 2999", "nobody", "customer 0", "Customer 0"}) few.add(text);
  EXPECT_EQ(few.shared_with(many), (std::vector<bool>{true, false, true, false}));
  const std::vector<bool> shared = many.shared_with(few);
  EXPECT_EQ(std::count(shared.begin(), shared.end(), true), 2);
  EXPECT_TRUE(shared[0] && shared[2999]);
  EXPECT_EQ(few.shared_with(none), std::vector<bool>(4, false));
  EXPECT_TRUE(none.shared_with(few).empty());
}

TEST(IdPool, TellsTextsThatDifferByCaseAlone) {
  IdPool pool;
  for (int i = 0; i < 500; ++i) pool.add("cus_" + std::to_string(i));
  EXPECT_FALSE(pool.case_twins());
  for (const char* text : {"Ärger", "CUS_7", "cus_7", "ärger", "Cus_7", "a[", "A{", "\xC3\x97", "\xC3\xB7"})
    pool.add(text);
  ASSERT_TRUE(pool.case_twins());
  EXPECT_EQ(pool.text(pool.case_twins()->first), "cus_7");
  EXPECT_EQ(pool.text(pool.case_twins()->later), "CUS_7");
  EXPECT_EQ(pool.case_twin_count(), 3);
}

/// The same letters in so many ways of capitals.
std::vector<std::string> in_capitals(std::uint32_t ways) {
  std::vector<std::string> texts;
  for (std::uint32_t way = 0; way < ways; ++way) {
    std::string text = "abcdefghijklmnopq";
    for (std::size_t i = 0; i < text.size(); ++i) {
      if ((way >> i & 1U) != 0) text[i] = static_cast<char>(text[i] - 'a' + 'A');
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

TEST(IdPool, KeepsAndCountsAnyNumberOfCaseTwins) {
  IdPool pool, other;
  const std::vector<std::string> twins = in_capitals(3000);
  pool.add("first");
  for (std::uint32_t i = 0; i < 3000; ++i) {
    ASSERT_EQ(pool.add(twins[i]), i + 1);
    if (i % 2 == 0) other.add(twins[i]);
  }
  for (std::uint32_t i = 0; i < 3000; ++i) ASSERT_EQ(pool.find(twins[i]), i + 1);
  EXPECT_FALSE(pool.find("ABCDEFGHIJKLMNOPQ"));
  EXPECT_EQ(pool.size(), 3001U);
  EXPECT_EQ(pool.case_twin_count(), 2999);
  const std::vector<bool> shared = pool.shared_with(other), back = other.shared_with(pool);
  EXPECT_EQ(std::count(shared.begin(), shared.end(), true), 1500);
  EXPECT_EQ(std::count(back.begin(), back.end(), true), 1500);
  EXPECT_TRUE(shared[1] && !shared[2] && shared[2999] && !shared[3000]);
}

/// Cyrillic small letters and capitals have one hash, and are no case twins here.
TEST(IdPool, CountsNoTwinsAmongOthersOfOneHash) {
  IdPool pool;
  for (std::uint32_t way = 0; way < 100; ++way) {
    std::string text;
    for (unsigned i = 0; i < 7; ++i) text += (way >> i & 1U) != 0 ? "\xD0\xB0" : "\xD0\x90";  // а, А
    EXPECT_EQ(pool.add(text + "x"), way);
  }
  EXPECT_EQ(pool.case_twin_count(), 0);
  pool.add("\xD0\x90\xD0\xB0\xD0\xB0\xD0\x90\xD0\x90\xD0\xB0\xD0\x90X");  // of the crowded one with x
  EXPECT_EQ(pool.case_twin_count(), 1);
}

TEST(IdPool, CaseTwinsTakeNoLongerThanOtherTextsTimesAFew) {
  using Clock = std::chrono::steady_clock;
  const auto time_of = [](const std::vector<std::string>& texts) {
    const Clock::time_point start = Clock::now();
    IdPool pool;
    for (const std::string& text : texts) pool.add(text);
    EXPECT_EQ(pool.size(), texts.size());
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  };
  std::vector<std::string> others;
  for (int i = 0; i < 20'000; ++i) others.push_back("customer " + std::to_string(10'000'000 + i));
  const double usual = time_of(others);
  EXPECT_LT(time_of(in_capitals(20'000)), 200 * usual + 20);
}

/// Whatever is expected, too little, too much or nothing, the numbers are the same.
TEST(IdPool, ExpectationsChangeNoNumber) {
  for (const std::size_t expected : {0U, 10U, 3000U, 4100U, 1'000'000U}) {
    IdPool pool;
    for (std::uint32_t i = 0; i < 4000; ++i) {
      if (i % 100 == 50) pool.expect(expected);
      ASSERT_EQ(pool.add("id " + std::to_string(i)), i);
    }
    for (std::uint32_t i = 0; i < 4000; ++i) {
      ASSERT_EQ(pool.find("id " + std::to_string(i)), i);
      ASSERT_EQ(pool.text(i), "id " + std::to_string(i));
    }
    EXPECT_FALSE(pool.find("id 4000"));
  }
}

}  // namespace
}  // namespace kirnu

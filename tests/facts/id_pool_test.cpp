#include "facts/id_pool.h"

#include <gtest/gtest.h>

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
  many.find(std::vector<std::string_view>{"customer 0", "nobody"}, std::span(numbers).first(2));
  EXPECT_EQ(numbers[0], 0U);
  EXPECT_EQ(numbers[1], IdPool::kAbsent);
}

}  // namespace
}  // namespace kirnu

#include "facts/words/recent_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace kirnu {
namespace {

TEST(RecentWords, KnowsACellAndNoneThatDiffersInAByteOrInLength) {
  for (std::size_t size = 0; size <= 16; ++size) {
    const std::string word = std::string("Jahrestarif Plus").substr(0, size);
    RecentWords words;
    std::uint32_t code = 0;
    EXPECT_FALSE(words.find(word, {}, code)) << size;
    words.keep(word, 7);
    ASSERT_TRUE(words.find(word, {}, code)) << size;
    EXPECT_EQ(code, 7U);
    EXPECT_FALSE(words.find(word + "s", {}, code)) << size;
    for (std::size_t i = 0; i < size; ++i) {
      std::string other = word;
      other[i] = static_cast<char>(other[i] ^ 1);
      EXPECT_FALSE(words.find(other, {}, code)) << other;
      EXPECT_FALSE(words.find(word.substr(0, i) + word.substr(i + 1), {}, code)) << word << i;
    }
  }
}

TEST(RecentWords, LongCellsAreLeftToTheDictionary) {
  RecentWords words;
  const std::string word(17, 'x');
  std::uint32_t code = 0;
  words.keep(word, 1);
  EXPECT_FALSE(words.find(word, {}, code));
}

TEST(RecentWords, ItIsAllTheSameWhereACellLies) {
  const std::string text = "Basis;Jahrestarif Plus;ja\n";
  for (std::size_t from = 0; from <= text.size(); ++from) {
    for (std::size_t size = 0; size <= std::min<std::size_t>(16, text.size() - from); ++size) {
      RecentWords words;
      words.keep(text.substr(from, size), 7);
      std::uint32_t code = 0;
      ASSERT_TRUE(words.find(std::string_view(text).substr(from, size), text, code)) << from << " " << size;
      ASSERT_EQ(code, 7U);
      ASSERT_TRUE(words.find(text.substr(from, size), text, code)) << from << " " << size;
      ASSERT_FALSE(words.find("\x01", text, code));
    }
  }
}

/// More words than there is room for push one another out, and are never taken for one another.
TEST(RecentWords, ManyWordsAreNeverMixed) {
  RecentWords words;
  for (std::uint32_t i = 0; i < 2000; ++i) words.keep("word " + std::to_string(i), i);
  std::size_t known = 0;
  for (std::uint32_t i = 0; i < 2000; ++i) {
    std::uint32_t code = 0;
    if (!words.find("word " + std::to_string(i), {}, code)) continue;
    EXPECT_EQ(code, i);
    ++known;
  }
  EXPECT_GT(known, 0U);
}

}  // namespace
}  // namespace kirnu

#include "text/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kirnu {
namespace {

Words words_of(std::vector<Words::Entry> entries) { return Words(std::move(entries)); }

TEST(Words, FillPlaceholdersByName) {
  const Words words = words_of({{"lost", "{lost} von {start}, {lost}!"}});
  EXPECT_EQ(words.say("lost", {{"start", "1.500"}, {"lost", "250"}}), "250 von 1.500, 250!");
}

TEST(Words, ShowAnUnknownKeyAndAPlaceholderWithoutValue) {
  const Words words = words_of({{"lost", "{lost} of {start}"}, {"open", "a { b"}});
  EXPECT_EQ(words.say("lots"), "⟦lots⟧");
  EXPECT_EQ(words.say("lost", {{"lost", "3"}}), "3 of {start}");
  EXPECT_EQ(words.say("open", {{"b", "3"}}), "a { b");
  EXPECT_EQ(Words{}.say("any"), "⟦any⟧");
}

TEST(Words, DoNotFillWhatAValueHolds) {
  const Words words = words_of({{"column", "{name} = {value}"}});
  EXPECT_EQ(words.say("column", {{"name", "{value}"}, {"value", "%s{name}"}}), "{value} = %s{name}");
}

TEST(Words, SpeakOfOneThingAndOfMany) {
  const Words words = words_of({{"rows", "{count} rows"}, {"rows.one", "one row"}, {"days", "{count} d"}});
  EXPECT_EQ(words.say_count("rows", 1, {{"count", "1"}}), "one row");
  EXPECT_EQ(words.say_count("rows", 0, {{"count", "0"}}), "0 rows");
  EXPECT_EQ(words.say_count("rows", 1.5, {{"count", "1,5"}}), "1,5 rows");
  EXPECT_EQ(words.say_count("days", 1, {{"count", "1"}}), "1 d");
}

TEST(Words, TellTheirKeys) {
  const Words words = words_of({{"b", ""}, {"a", ""}});
  EXPECT_TRUE(words.has("a"));
  EXPECT_FALSE(words.has("c"));
  EXPECT_THAT(words.keys(), testing::ElementsAre("a", "b"));
}

TEST(Words, AreReadFromLinesOfKeysAndOfTexts) {
  const std::optional<Words> words = read_words("b\na\n", "of b\n{x}\n");
  ASSERT_TRUE(words);
  EXPECT_THAT(words->keys(), testing::ElementsAre("a", "b"));
  EXPECT_EQ(words->say("b"), "of b");
  EXPECT_EQ(words->say("a", {{"x", "of a"}}), "of a");
}

TEST(Words, AreAbsentWhenTheCatalogueIsBroken) {
  EXPECT_FALSE(read_words("a\nb\n", "of a\n"));
  EXPECT_FALSE(read_words("a\n", "of a\nof b\n"));
}

}  // namespace
}  // namespace kirnu

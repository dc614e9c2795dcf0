#include "text/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kirnu {
namespace {

Words words_of(std::string_view json) { return read_words(json).value_or(Words{}); }

TEST(Words, FillPlaceholdersByName) {
  const Words words = words_of(R"({"lost": "{lost} von {start}, {lost}!"})");
  EXPECT_EQ(words.say("lost", {{"start", "1.500"}, {"lost", "250"}}), "250 von 1.500, 250!");
}

TEST(Words, ShowAnUnknownKeyAndAPlaceholderWithoutValue) {
  const Words words = words_of(R"({"lost": "{lost} of {start}", "open": "a { b"})");
  EXPECT_EQ(words.say("lots"), "⟦lots⟧");
  EXPECT_EQ(words.say("lost", {{"lost", "3"}}), "3 of {start}");
  EXPECT_EQ(words.say("open", {{"b", "3"}}), "a { b");
  EXPECT_EQ(Words{}.say("any"), "⟦any⟧");
}

TEST(Words, DoNotFillWhatAValueHolds) {
  const Words words = words_of(R"({"column": "{name} = {value}"})");
  EXPECT_EQ(words.say("column", {{"name", "{value}"}, {"value", "%s{name}"}}), "{value} = %s{name}");
}

TEST(Words, SpeakOfOneThingAndOfMany) {
  const Words words = words_of(R"({"rows": "{count} rows", "rows.one": "one row", "days": "{count} d"})");
  EXPECT_EQ(words.say_count("rows", 1, {{"count", "1"}}), "one row");
  EXPECT_EQ(words.say_count("rows", 0, {{"count", "0"}}), "0 rows");
  EXPECT_EQ(words.say_count("rows", 1.5, {{"count", "1,5"}}), "1,5 rows");
  EXPECT_EQ(words.say_count("days", 1, {{"count", "1"}}), "1 d");
}

TEST(Words, TellTheirKeys) {
  const Words words = words_of(R"({"b": "", "a": ""})");
  EXPECT_TRUE(words.has("a"));
  EXPECT_FALSE(words.has("c"));
  EXPECT_THAT(words.keys(), testing::ElementsAre("a", "b"));
}

TEST(Words, AreAbsentWhenTheCatalogueIsBroken) {
  for (const std::string_view json : {"", "[]", "{", R"({"a": 1})", R"({"a": {"b": "c"}})", R"({"a": "b",})"}) {
    EXPECT_FALSE(read_words(json)) << json;
  }
}

}  // namespace
}  // namespace kirnu

#include "base/json.h"

#include <gtest/gtest.h>

#include <limits>

#include "support/json.h"

namespace kirnu {
namespace {

std::string again(std::string_view text) {
  const std::optional<Json> json = parse_json(text);
  return json ? write_json(*json) : "refused";
}

TEST(Json, ComesBackAsItWas) {
  for (const char* text :
       {"null", "true", "[]", "{}", "0", "-12", "1.5", "-0.001", "1e+15", "1e-07", "[1,[2,{\"a\":[]}],null]",
        R"({"b":1,"a":"x","ä":{"":false}})", R"("\"\\\b\f\n\r\t\u0001€😀")", "123456789012345678"}) {
    EXPECT_EQ(again(text), text);
    EXPECT_EQ(TestJson::parse(again(text)), TestJson::parse(text));
  }
}

TEST(Json, ReadsWhatOthersWrite) {
  EXPECT_EQ(again("\xEF\xBB\xBF [ 1 , 2.50 ,\n\t\"\\u00e4\\ud83d\\ude00\\/\" ] "), R"([1,2.5,"ä😀/"])");
  EXPECT_EQ(again("[1E3,1e-3,1.0,-0.0]"), "[1000.0,0.001,1.0,-0.0]");
  EXPECT_EQ(again("12345678901234567890"), "1.2345678901234567e+19");
}

TEST(Json, RefusesWhatIsNone) {
  for (const char* text : {"",
                           " ",
                           "nul",
                           "[1,]",
                           "[1 2]",
                           "{\"a\"}",
                           "{\"a\":}",
                           "{a:1}",
                           "{\"a\":1,}",
                           "01",
                           "+1",
                           ".5",
                           "1.",
                           "1e",
                           "-",
                           "1e999",
                           "\"",
                           "\"\n\"",
                           "\"\\x\"",
                           "\"\\u12\"",
                           "\"\\ud800\"",
                           "\"\\ud800\\u0041\"",
                           "\"\\udc00\"",
                           "\"\xC3\"",
                           "\"\xFF\"",
                           "[",
                           "{",
                           "[1]]",
                           "1 1",
                           "NaN",
                           "'a'",
                           "// a\n1"}) {
    EXPECT_FALSE(parse_json(text)) << text;
    EXPECT_TRUE(TestJson::parse(text, nullptr, false).is_discarded()) << text;
  }
}

TEST(Json, IsReadWithinLimits) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(parse_json(nested(kDeepestJson)));
  EXPECT_FALSE(parse_json(nested(kDeepestJson + 1)));
  EXPECT_FALSE(parse_json(std::string(1'000'000, '[')));
  EXPECT_TRUE(parse_json("[1]", 3));
  EXPECT_FALSE(parse_json("[1] ", 3));
}

TEST(Json, OfTwoMembersOfOneNameTheLastCounts) {
  EXPECT_EQ(parse_json(R"({"a":1,"b":2,"a":3})")->find("a")->integer(), 3);
}

TEST(Json, IsBuiltByName) {
  Json json{{"id", "x"}, {"none", nullptr}, {"on", true}, {"many", 3U}, {"share", 0.25}};
  json["list"].push_back(1);
  json["list"].push_back(Json{{"a", "b"}});
  json["id"] = "y";
  json["copy"] = json["list"];
  EXPECT_EQ(write_json(json),
            R"({"id":"y","none":null,"on":true,"many":3,"share":0.25,"list":[1,{"a":"b"}],"copy":[1,{"a":"b"}]})");
  EXPECT_EQ(json.size(), 7U);
  EXPECT_TRUE(json.contains("many"));
  EXPECT_EQ(json.find("nothing"), json.end());
  EXPECT_EQ(find_string(json, "id"), "y");
  EXPECT_FALSE(find_string(json, "many"));
  EXPECT_FALSE(find_string("no object", "many"));
}

TEST(Json, TextThatIsNoUtf8IsMended) {
  EXPECT_EQ(write_json("a\xFFz"), "\"a\uFFFDz\"");
  EXPECT_EQ(write_json("\xE2\x82"), "\"\uFFFD\"");
  EXPECT_EQ(write_json("\xE2\x82\x41"), "\"\uFFFDA\"");
}

TEST(Json, NumbersThatAreNotFiniteAreNull) {
  EXPECT_EQ(write_json(std::numeric_limits<double>::infinity()), "null");
  EXPECT_EQ(write_json(std::numeric_limits<double>::quiet_NaN()), "null");
}

}  // namespace
}  // namespace kirnu

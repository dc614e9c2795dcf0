#include "base/name_list.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

TEST(NameList, FindsWholeNamesAlone) {
  constexpr std::string_view kNames = "ja|j|wahr|kyllä|new york|xx";
  for (const char* name : {"ja", "j", "wahr", "kyllä", "new york", "xx"}) EXPECT_TRUE(is_one_of(kNames, name)) << name;
  for (const char* other : {"", "a", "w", "wah", "hr", "york", "x", "xxx", "ja|j", "|", "J"})
    EXPECT_FALSE(is_one_of(kNames, other)) << other;
  EXPECT_FALSE(is_one_of("", "ja"));
  EXPECT_FALSE(is_one_of("", ""));
}

TEST(NameList, FindsAPartAnywhereInATextAndANameByAnyTest) {
  EXPECT_TRUE(has_part("inaktiv seit", "activ|aktiv"));
  EXPECT_FALSE(has_part("seit", "activ|aktiv"));
  EXPECT_TRUE(any_name("one|three", [](std::string_view name) { return name.size() == 5; }));
  EXPECT_FALSE(any_name("one|two", [](std::string_view name) { return name.size() == 5; }));
}

}  // namespace
}  // namespace kirnu

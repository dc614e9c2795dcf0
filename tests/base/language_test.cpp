#include "base/language.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

TEST(Language, IsFoundByTheCodesOfBrowsers) {
  EXPECT_EQ(find_language("de"), Language::De);
  EXPECT_EQ(find_language("de-AT"), Language::De);
  EXPECT_EQ(find_language("FI"), Language::Fi);
  EXPECT_EQ(find_language("en-US"), Language::En);
}

TEST(Language, OfAnotherCodeIsAbsent) {
  for (const char* code : {"", "d", "sv", "deu", "-", "x-de"}) EXPECT_FALSE(find_language(code)) << code;
}

TEST(Language, HasATwoLetterCode) {
  EXPECT_EQ(language_code(Language::En), "en");
  EXPECT_EQ(language_code(Language::De), "de");
  EXPECT_EQ(language_code(Language::Fi), "fi");
}

}  // namespace
}  // namespace kirnu

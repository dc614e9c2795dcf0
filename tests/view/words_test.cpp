#include "text/words.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "base/assets.h"

namespace kirnu {
namespace {

std::set<std::string> placeholders(const std::string& text) {
  std::set<std::string> names;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
    names.insert(text.substr(open, text.find('}', open) - open));
  }
  return names;
}

TEST(Catalogues, SayTheSameThingsInThreeLanguages) {
  const Words english = read_words(assets::string_keys, assets::strings_en).value();
  for (const std::string_view other : {assets::strings_de, assets::strings_fi}) {
    const Words words = read_words(assets::string_keys, other).value();
    for (const std::string_view key : english.keys()) {
      EXPECT_EQ(placeholders(words.say(key)), placeholders(english.say(key))) << key;
      EXPECT_FALSE(words.say(key).empty()) << key;
    }
  }
}

TEST(Catalogues, HaveANoBreakSpaceBeforeThePercentSignInGermanAndFinnish) {
  for (const std::string_view other : {assets::strings_de, assets::strings_fi}) {
    const Words words = read_words(assets::string_keys, other).value();
    for (const std::string_view key : words.keys()) {
      const std::string text = words.say(key);
      for (std::size_t at = text.find(" %"); at != std::string::npos; at = text.find(" %", at + 1)) {
        const bool after_digit = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
        EXPECT_FALSE(after_digit) << key << ": " << text;
      }
    }
  }
}

TEST(Catalogues, NeverCallChurnKirnuInFinnish) {
  const Words finnish = read_words(assets::string_keys, assets::strings_fi).value();
  for (const std::string_view key : finnish.keys())
    EXPECT_EQ(finnish.say(key).find("kirnu "), std::string::npos) << key;
}

}  // namespace
}  // namespace kirnu

#include "facts/words/name_words.h"

#include <utility>

#include "base/ascii.h"
#include "text/fold_case.h"

namespace kirnu {

std::vector<std::string> small_words(std::string_view text, Digits digits) {
  const auto is_in_word = [digits](char c) {
    const bool letter = is_ascii_lower(c) || is_beyond_ascii(c);
    return letter || (digits == Digits::AreInWords && is_digit(c));
  };
  std::vector<std::string> words;
  std::string word;
  for (const char c : fold_case(text) + " ") {
    if (is_in_word(c)) word += c;
    else if (!word.empty()) words.push_back(std::exchange(word, {}));
  }
  return words;
}

bool begins_or_ends(std::string_view word, std::string_view stem) {
  return word.starts_with(stem) || (stem.size() > 3 && word.ends_with(stem));
}

}  // namespace kirnu

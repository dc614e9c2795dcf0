#include "base/language.h"

#include "base/ascii.h"

namespace kirnu {

std::string_view language_code(Language language) {
  switch (language) {
    case Language::En: return "en";
    case Language::De: return "de";
    case Language::Fi: return "fi";
  }
  return "en";
}

std::optional<Language> find_language(std::string_view code) {
  if (code.size() < 2 || (code.size() > 2 && code[2] != '-' && code[2] != '_')) return std::nullopt;
  const char first = to_ascii_lower(code[0]), second = to_ascii_lower(code[1]);
  for (const Language language : {Language::En, Language::De, Language::Fi}) {
    const std::string_view known = language_code(language);
    if (first == known[0] && second == known[1]) return language;
  }
  return std::nullopt;
}

}  // namespace kirnu

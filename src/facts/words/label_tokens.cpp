#include "facts/words/label_tokens.h"

#include <utility>

#include "base/ascii.h"

namespace kirnu {
namespace {

/// The dash between years: "2024–2025".
bool is_dash(std::string_view text) { return text.starts_with("–") || text.starts_with("—"); }

}  // namespace

std::vector<LabelToken> read_label_tokens(std::string_view text) {
  std::vector<LabelToken> tokens;
  for (std::size_t i = 0; i < text.size();) {
    LabelToken token;
    if (is_digit(text[i])) {
      token.number = true;
      for (; i < text.size() && is_digit(text[i]); ++i) {
        if (++token.digits > 6) return {};
        token.value = token.value * 10 + (text[i] - '0');
      }
    } else if (is_dash(text.substr(i))) {
      i += 3;
      continue;
    } else if (may_be_letter(text[i])) {
      for (; i < text.size() && may_be_letter(text[i]) && !is_dash(text.substr(i)); ++i)
        token.word += to_ascii_lower(text[i]);
    } else {
      const bool separates = std::string_view(" ./-'_").find(text[i]) != std::string_view::npos ||
                             (text[i] == ',' && text.substr(i + 1).starts_with(' '));
      if (!separates) return {};
      ++i;
      continue;
    }
    tokens.push_back(std::move(token));
    if (tokens.size() > 5) return {};
  }
  return tokens;
}

std::optional<int> read_label_year(const LabelToken& token) {
  if (!token.number) return std::nullopt;
  if (token.digits == 4 && token.value >= 1900 && token.value <= 2199) return token.value;
  if (token.digits == 2) return token.value < 70 ? 2000 + token.value : 1900 + token.value;
  return std::nullopt;
}

}  // namespace kirnu

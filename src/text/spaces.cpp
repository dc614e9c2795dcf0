#include "text/spaces.h"

namespace kirnu {
namespace {

bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_wide_space(std::string_view character) {
  if (character.size() == 2) return character == "\u00A0" || character == "\u061C";
  const auto third = static_cast<unsigned char>(character[2]);
  const std::string_view block = character.substr(0, 2);
  if (block == "\xE2\x80")
    return (third >= 0x80 && third <= 0x8F) || (third >= 0xA8 && third <= 0xAF);  // U+2000–200F, 2028–202F
  if (block == "\xE2\x81") return third >= 0x9F && third <= 0xA9;                 // U+205F–2069
  return character == "\u3000" || character == "\uFEFF" || character == "\u1680";
}

}  // namespace

std::size_t space_at_start(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_space(text[0])) return 1;
  for (const std::size_t length : {2U, 3U}) {
    if (static_cast<unsigned char>(text[0]) >= 0xC2 && text.size() >= length && is_wide_space(text.substr(0, length)))
      return length;
  }
  return 0;
}

std::size_t space_at_end(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_space(text.back())) return 1;
  for (const std::size_t length : {2U, 3U}) {
    if (static_cast<unsigned char>(text.back()) >= 0x80 && text.size() >= length &&
        is_wide_space(text.substr(text.size() - length))) {
      return length;
    }
  }
  return 0;
}

std::string_view trim(std::string_view text) {
  while (const std::size_t space = space_at_start(text)) text.remove_prefix(space);
  while (const std::size_t space = space_at_end(text)) text.remove_suffix(space);
  return text;
}

}  // namespace kirnu

#include "view/file_text.h"

#include <cstdint>
#include <string>

namespace kirnu {
namespace {

constexpr std::size_t kLongestShown = 200;

struct Character {
  std::uint32_t code = 0;
  std::size_t bytes = 1;
};

/// The character at the start of valid UTF-8; a stray byte is taken as it is.
Character first_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {.code = lead, .bytes = 1};
  if (lead >= 0xF0) return {.code = 0x10000, .bytes = 4};
  if (lead >= 0xE0) return {.code = (lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), .bytes = 3};
  if (lead >= 0xC0) return {.code = (lead & 0x1FU) << 6U | (byte(1) & 0x3FU), .bytes = 2};
  return {.code = 0xFFFD, .bytes = 1};
}

/// What would move, hide or turn round the text beside it.
bool is_unseen(std::uint32_t code) {
  return code < 0x20 || (code >= 0x7F && code <= 0x9F) || (code >= 0x200B && code <= 0x200F) ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069) || code == 0x061C || code == 0xFEFF;
}

/// Four hexadecimal digits: what is not seen lies in Unicode's first plane.
std::string hex4(std::uint32_t code) {
  std::string digits;
  for (int shift = 12; shift >= 0; shift -= 4)
    digits += "0123456789ABCDEF"[(code >> static_cast<unsigned>(shift)) & 0xFU];
  return digits;
}

}  // namespace

std::string shown_text(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const Character next = first_character(text);
    const std::string_view bytes = text.substr(0, next.bytes);
    if (next.code == '\n' || next.code == '\r' || next.code == '\t') out += ' ';
    else if (is_unseen(next.code)) {
      out += "<U+" + hex4(next.code) + ">";
    } else {
      out += bytes;
    }
    text.remove_prefix(bytes.size());
    if (out.size() > kLongestShown) return out + "…";
  }
  return out;
}

}  // namespace kirnu

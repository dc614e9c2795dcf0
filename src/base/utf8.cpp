#include "base/utf8.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace kirnu {
namespace {

std::uint8_t byte_at(std::string_view text, std::size_t i) { return static_cast<std::uint8_t>(text[i]); }

/// How many bytes follow a lead byte, and the range of the first of them: it keeps out overlong forms, surrogates and
/// what lies beyond U+10FFFF (Unicode, table 3-7).
struct Lead {
  std::size_t following;
  std::uint8_t low, high;
};

Lead lead_of(std::uint8_t byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

/// The highest bits of eight bytes: set where one is not ASCII.
std::uint64_t high_bits(std::string_view text, std::size_t at) {
  std::uint64_t word = 0;
  std::memcpy(&word, text.data() + at, sizeof word);
  return word & 0x8080808080808080U;
}

char byte_of(char32_t value) { return static_cast<char>(static_cast<std::uint8_t>(value)); }

}  // namespace

Utf8Character utf8_at_start(std::string_view text) {
  if (byte_at(text, 0) < 0x80) return {};
  const Lead lead = lead_of(byte_at(text, 0));
  if (lead.following == 0) return {.state = Utf8State::Invalid, .length = 1};
  for (std::size_t i = 1; i <= lead.following; ++i) {
    if (i == text.size()) return {.state = Utf8State::Cut, .length = i};
    const std::uint8_t low = i == 1 ? lead.low : 0x80;
    const std::uint8_t high = i == 1 ? lead.high : 0xBF;
    if (byte_at(text, i) < low || byte_at(text, i) > high) return {.state = Utf8State::Invalid, .length = i};
  }
  return {.state = Utf8State::Valid, .length = lead.following + 1};
}

std::size_t ascii_at_start(std::string_view text) {
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    const std::uint64_t high = high_bits(text, i);
    if (high != 0) return i + static_cast<std::size_t>(std::countr_zero(high)) / 8;  // little-endian, as all we know
  }
  if (i > 0 && high_bits(text, text.size() - 8) == 0) return text.size();
  while (i < text.size() && byte_at(text, i) < 0x80) ++i;
  return i;
}

void append_utf8(std::string& text, char32_t character) {
  if (character < 0x80) {
    text += byte_of(character);
  } else if (character < 0x800) {
    text += {byte_of(0xC0 | (character >> 6U)), byte_of(0x80 | (character & 0x3FU))};
  } else if (character < 0x10000) {
    text += {byte_of(0xE0 | (character >> 12U)), byte_of(0x80 | ((character >> 6U) & 0x3FU)),
             byte_of(0x80 | (character & 0x3FU))};
  } else {
    text += {byte_of(0xF0 | (character >> 18U)), byte_of(0x80 | ((character >> 12U) & 0x3FU)),
             byte_of(0x80 | ((character >> 6U) & 0x3FU)), byte_of(0x80 | (character & 0x3FU))};
  }
}

std::string_view cut_utf8(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (byte_at(text, bytes) & 0xC0U) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace kirnu

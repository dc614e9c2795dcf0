#include "text/encoding.h"

#include <array>
#include <cstdint>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"

namespace kirnu {
namespace {

struct EncodingName {
  Encoding encoding;
  std::string_view name;
};

/// The first name of an encoding is the one that is shown.
constexpr auto kEncodingNames = std::to_array<EncodingName>({{Encoding::Utf8, "utf-8"},
                                                             {Encoding::Utf16Le, "utf-16le"},
                                                             {Encoding::Utf16Be, "utf-16be"},
                                                             {Encoding::Windows1252, "windows-1252"},
                                                             {Encoding::Iso8859_15, "iso-8859-15"},
                                                             {Encoding::MacRoman, "macintosh"},
                                                             {Encoding::Utf8, "utf8"},
                                                             {Encoding::Utf16Le, "utf-16"},
                                                             {Encoding::Windows1252, "cp1252"},
                                                             {Encoding::Windows1252, "iso-8859-1"},
                                                             {Encoding::Windows1252, "latin1"},
                                                             {Encoding::Iso8859_15, "latin9"},
                                                             {Encoding::MacRoman, "macroman"},
                                                             {Encoding::MacRoman, "mac-roman"}});

std::uint8_t byte_at(std::string_view text, std::size_t i) { return static_cast<std::uint8_t>(text[i]); }

std::optional<Encoding> find_zero_pattern(std::string_view bytes) {
  if (bytes.size() < 4) return std::nullopt;
  std::size_t even = 0, odd = 0;
  const std::size_t pairs = bytes.size() / 2;
  for (std::size_t i = 0; i < pairs; ++i) {
    even += bytes[2 * i] == '\0' ? 1U : 0U;
    odd += bytes[2 * i + 1] == '\0' ? 1U : 0U;
  }
  if (odd * 2 > pairs && even * 10 < pairs) return Encoding::Utf16Le;
  if (even * 2 > pairs && odd * 10 < pairs) return Encoding::Utf16Be;
  return std::nullopt;
}

/// Sequences of more than one byte, and broken ones. One cut off at the end is neither.
struct Utf8Evidence {
  std::size_t valid = 0, invalid = 0;
};

Utf8Evidence utf8_evidence(std::string_view bytes) {
  Utf8Evidence evidence;
  while (true) {
    bytes.remove_prefix(ascii_at_start(bytes));
    if (bytes.empty()) return evidence;
    const Utf8Character character = utf8_at_start(bytes);
    evidence.valid += character.state == Utf8State::Valid ? 1U : 0U;
    evidence.invalid += character.state == Utf8State::Invalid ? 1U : 0U;
    bytes.remove_prefix(character.length);
  }
}

/// Beside letters, 0xC0–0xFF are letters in Windows-1252 and signs in Mac Roman; of the bytes below, those counted
/// here are letters in Mac Roman (ä é after a small letter, ü, á, à …) and no letter or an unlikely one in
/// Windows-1252.
bool looks_macintosh(std::string_view bytes) {
  std::size_t macintosh = 0, windows = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::uint8_t byte = byte_at(bytes, i);
    if (byte < 0x80) continue;
    const char before = i > 0 ? bytes[i - 1] : ' ';
    const char after = i + 1 < bytes.size() ? bytes[i + 1] : ' ';
    if (!is_ascii_letter(before) && !is_ascii_letter(after)) continue;
    const bool upper_in_windows = byte == 0x8A || byte == 0x8E;
    const bool odd_in_windows =
        byte == 0x81 ||
        (byte >= 0x86 && byte <= 0x90 && byte != 0x8A && byte != 0x8B && byte != 0x8C && byte != 0x8E) ||
        byte == 0x9D || byte == 0x9F;
    macintosh += odd_in_windows || (upper_in_windows && is_ascii_lower(before)) ? 1U : 0U;
    windows += byte >= 0xC0 ? 1U : 0U;
  }
  return macintosh > windows;
}

}  // namespace

std::string_view encoding_name(Encoding encoding) {
  for (const EncodingName& named : kEncodingNames) {
    if (named.encoding == encoding) return named.name;
  }
  return "";
}

std::optional<Encoding> find_encoding(std::string_view name) {
  const std::string lower = to_ascii_lower(name);
  for (const EncodingName& named : kEncodingNames) {
    if (named.name == lower) return named.encoding;
  }
  return std::nullopt;
}

std::string_view encoding_reason_name(EncodingReason reason) {
  switch (reason) {
    case EncodingReason::ByteOrderMark: return "byte_order_mark";
    case EncodingReason::Ascii: return "ascii";
    case EncodingReason::ValidUtf8: return "valid_utf8";
    case EncodingReason::MostlyUtf8: return "mostly_utf8";
    case EncodingReason::ZeroPattern: return "zero_pattern";
    case EncodingReason::NotUtf8: return "not_utf8";
    case EncodingReason::MacintoshLetters: return "macintosh_letters";
    case EncodingReason::Chosen: return "chosen";
  }
  return "";
}

EncodingGuess guess_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {Encoding::Utf8, EncodingReason::ByteOrderMark};
  if (bytes.starts_with("\xFF\xFE")) return {Encoding::Utf16Le, EncodingReason::ByteOrderMark};
  if (bytes.starts_with("\xFE\xFF")) return {Encoding::Utf16Be, EncodingReason::ByteOrderMark};
  if (const std::optional<Encoding> utf16 = find_zero_pattern(bytes)) return {*utf16, EncodingReason::ZeroPattern};
  const Utf8Evidence evidence = utf8_evidence(bytes);
  if (evidence.invalid == 0)
    return {Encoding::Utf8, evidence.valid > 0 ? EncodingReason::ValidUtf8 : EncodingReason::Ascii};
  if (evidence.valid >= 2 * evidence.invalid) return {Encoding::Utf8, EncodingReason::MostlyUtf8};
  if (looks_macintosh(bytes)) return {Encoding::MacRoman, EncodingReason::MacintoshLetters};
  return {Encoding::Windows1252, EncodingReason::NotUtf8};
}

std::size_t encoded_size(std::string_view text, Encoding encoding) {
  if (encoding == Encoding::Utf8) return text.size();
  std::size_t characters = 0, astral = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    characters += (byte & 0xC0U) != 0x80 ? 1U : 0U;
    astral += byte >= 0xF0 ? 1U : 0U;
  }
  const bool wide = encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be;
  return wide ? 2 * (characters + astral) : characters;
}

}  // namespace kirnu

#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace kirnu {

enum class Encoding { Utf8, Utf16Le, Utf16Be, Windows1252, Iso8859_15, MacRoman };
inline constexpr Encoding kEncodings[] = {Encoding::Utf8,        Encoding::Utf16Le,    Encoding::Utf16Be,
                                          Encoding::Windows1252, Encoding::Iso8859_15, Encoding::MacRoman};

/// "utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-15", "macintosh".
std::string_view encoding_name(Encoding);
std::optional<Encoding> find_encoding(std::string_view name);

/// Why an encoding was taken.
enum class EncodingReason {
  ByteOrderMark,
  Ascii,             ///< only ASCII so far
  ValidUtf8,         ///< non-ASCII, and all of it valid UTF-8
  MostlyUtf8,        ///< some bytes are broken, but the rest is UTF-8
  ZeroPattern,       ///< every second byte is zero: UTF-16 without a byte order mark
  NotUtf8,           ///< bytes that UTF-8 does not know
  MacintoshLetters,  ///< bytes that are letters on old Macintoshes and signs in Windows-1252
  Chosen,            ///< a person said so
};

/// "byte_order_mark", "ascii", …
std::string_view encoding_reason_name(EncodingReason);

/// How many bytes a text in UTF-8 has in an encoding.
std::size_t encoded_size(std::string_view text, Encoding encoding);

struct EncodingGuess {
  Encoding encoding = Encoding::Utf8;
  EncodingReason reason = EncodingReason::Ascii;
};

/// Guesses from the first bytes of a file (256 KiB are plenty). A character cut off at their end counts as valid.
EncodingGuess guess_encoding(std::string_view first_bytes);

}  // namespace kirnu

#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace kirnu {

enum class Utf8State { Valid, Invalid, Cut };

/// The character at the start of a text that is not empty. Invalid: `length` bytes become one U+FFFD, as browsers do
/// it (a maximal part of a sequence). Cut: the text ends inside a sequence that is valid so far.
struct Utf8Character {
  Utf8State state = Utf8State::Valid;
  std::size_t length = 1;
};

Utf8Character utf8_at_start(std::string_view text);

/// Bytes of ASCII at the start of a text.
std::size_t ascii_at_start(std::string_view text);

void append_utf8(std::string& text, char32_t character);

/// The beginning of a text, at most `bytes` long, cut between characters.
std::string_view cut_utf8(std::string_view text, std::size_t bytes);

}  // namespace kirnu

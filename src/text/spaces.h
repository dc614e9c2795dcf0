#pragma once
#include <cstddef>
#include <string_view>

namespace kirnu {

/// Bytes of the space at the start of a text, 0 when it starts with something else. Every Unicode space counts, and
/// what nobody sees: tabs, line ends, zero-width characters, direction marks, byte order marks.
std::size_t space_at_start(std::string_view text);
std::size_t space_at_end(std::string_view text);

/// The text without spaces at its ends.
std::string_view trim(std::string_view text);

}  // namespace kirnu

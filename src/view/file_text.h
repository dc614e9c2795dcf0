#pragma once
#include <string>
#include <string_view>

namespace kirnu {

/// Text from a file as a reader may see it: one line, at most 200 bytes, with control characters and direction marks
/// written out as <U+202E>.
std::string shown_text(std::string_view text);

}  // namespace kirnu

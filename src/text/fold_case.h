#pragma once
#include <string>
#include <string_view>

namespace kirnu {

/// The text in small letters, as far as Latin-1 goes (Ä becomes ä). For comparing words, not for showing them.
std::string fold_case(std::string_view text);

}  // namespace kirnu

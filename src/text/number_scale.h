#pragma once
#include <string_view>

namespace kirnu {

/// The power of ten that a word in small letters stands for beside numbers: 3 for "tsd" and "k", 6 for "mio.", 9 for
/// "mrd"; 0 for every other word.
int find_scale(std::string_view word);

}  // namespace kirnu

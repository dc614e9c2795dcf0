#pragma once
#include <string_view>

/// Words of yes and no that files hold, in small letters; spreadsheets write WAHR and TOSI.
namespace kirnu {

inline constexpr std::string_view kYesWords = "yes|y|true|t|ja|j|wahr|kyllä|k|tosi";
inline constexpr std::string_view kNoWords = "no|n|false|f|nein|falsch|ei|e|epätosi";

}  // namespace kirnu

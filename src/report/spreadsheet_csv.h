#pragma once
#include <string>
#include <string_view>

#include "base/language.h"

namespace kirnu {

/// CSV of ours (RFC 4180, commas, decimal points) as a spreadsheet program set to this language opens it: with a byte
/// order mark and, in German and Finnish, semicolons and decimal commas. Texts stay as they are.
std::string spreadsheet_csv(std::string_view csv, Language);

/// Whether an unquoted cell is a number with a decimal point, as we write them: perhaps with a sign and an exponent.
bool is_csv_real(std::string_view cell);

}  // namespace kirnu

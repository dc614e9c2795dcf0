#pragma once
#include <string_view>

namespace kirnu {

/// Whether the text of a sheet is what people put before the one with the table: a title, who made it and when, some
/// lines apart. `text` is the whole sheet, with commas. Longer sheets and wider ones are tables.
bool is_cover_sheet(std::string_view text);

}  // namespace kirnu

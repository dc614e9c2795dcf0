#pragma once
#include <string_view>

namespace kirnu {

/// What a cell looks like, as far as finding a header needs it.
enum class CellKind { Missing, Number, Year, Date, Text };

/// Year: a whole number from 1900 to 2100. Date: day, month and year in any order with one separator, a month of a
/// year such as 2024-01, or a moment.
CellKind find_cell_kind(std::string_view cell);

}  // namespace kirnu

#pragma once
#include <string_view>

namespace kirnu {

/// What a cell looks like, as far as finding a header needs it.
enum class CellKind { Missing, Number, Year, Date, Text };

/// Year: a whole number from 1900 to 2100. Date: what read_date() may read as day, month and year, whether or not the
/// day exists, or a month of a year such as 2024-01.
CellKind find_cell_kind(std::string_view cell);

/// A number, a year or a date.
inline bool is_value(CellKind kind) {
  return kind == CellKind::Number || kind == CellKind::Year || kind == CellKind::Date;
}

/// ="007" is how programs keep Excel from taking a text for a number: the text in it. Any other cell as it is.
std::string_view text_of_formula(std::string_view cell);

/// The same for the many cells of which hardly one begins like that.
inline std::string_view without_formula(std::string_view cell) {
  return cell.starts_with('=') ? text_of_formula(cell) : cell;
}

}  // namespace kirnu

#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace kirnu {

/// What a workbook's number format makes of a number.
enum class CellFormat : std::uint8_t {
  Number,
  Percent,
  Date,      ///< a day
  DateTime,  ///< a day with a time
  Time,      ///< a time of the day
  Padded,    ///< Padded + n: at least n digits, as of 00000
};

/// The format of a built-in number, such as 14 for a day.
CellFormat built_in_format(std::uint64_t id);

/// The format of a code such as dd.mm.yyyy or 0.00%: by the letters of its first section that stand outside quotation
/// marks, brackets and escapes. Elapsed time such as [h]:mm is a number.
CellFormat format_of_code(std::string_view code);

/// The day that a workbook's number 0 stands for.
enum class Epoch { Year1900, Year1904 };

/// Adds a number as a sheet stores it ("45657.5", "1.1000000000000001") the way a table reader reads it: 1.1, 5%,
/// 2024-12-31, 2024-12-31 12:00:00, 12:00:00. What is no number, or no day, is added as it stands.
void append_cell_number(std::string& text, std::string_view stored, CellFormat format, Epoch epoch);

}  // namespace kirnu

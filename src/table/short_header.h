#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "table/csv_scanner.h"

namespace kirnu {

/// Why a header has a name less than the rows below have fields.
enum class ShortHeader : std::uint8_t {
  Full,           ///< it has not
  RowNames,       ///< the first column, of rows' numbers or names, has none: R writes tables so
  SplitDecimals,  ///< decimal commas that nothing quotes cut a column in two
};

/// `rows` are the first of a table, the header first, most of them `columns` wide.
ShortHeader find_short_header(std::span<const std::vector<std::string>> rows, std::size_t columns,
                              const CsvSyntax& syntax);

/// The columns that in rows of the right length look like the first part of a number cut in two, and are none.
std::vector<bool> usual_pairs(std::span<const std::vector<std::string>> rows, std::size_t columns);

/// Whether a comma seems to have cut a number in two, "12","50" or "1","234.00", elsewhere than in `usual` columns.
bool has_split_number(std::span<const std::string_view> cells, const std::vector<bool>& usual);

}  // namespace kirnu

#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kirnu {

/// Rows above the header that hold a title in their first cell and nothing else, as spreadsheets save them with all
/// their separators. `rows` are the first rows of the table, `columns` wide.
std::size_t count_title_rows(std::span<const std::vector<std::string>> rows, std::size_t columns);

/// Whether the second row is a part of the header: groups of columns above their names, or units below them.
bool has_second_header_row(std::span<const std::vector<std::string>> rows);

/// What stands between the two parts of a name.
inline constexpr std::string_view kHeaderRowsJoint = " / ";

/// One name a column of a header of two rows: "Contract / Start". An empty cell of the first row belongs to the group
/// on its left.
std::vector<std::string> join_header_rows(const std::vector<std::string>& first,
                                          const std::vector<std::string>& second);

}  // namespace kirnu

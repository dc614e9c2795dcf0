#include "table/header_rows.h"

#include <algorithm>
#include <string_view>

#include "table/cell_kind.h"
#include "table/header_guess.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

using Row = std::vector<std::string>;

constexpr std::size_t kMostTitleRows = 10;

std::string_view trimmed_cell(const Row& row, std::size_t column) {
  return column < row.size() ? trim(row[column]) : std::string_view();
}

std::size_t filled_cells(const Row& row) {
  return static_cast<std::size_t>(
      std::count_if(row.begin(), row.end(), [](const std::string& cell) { return !trim(cell).empty(); }));
}

/// A title, or in a wide table what the report is of: "Period;01.01.2024 - 31.12.2024;;;".
bool is_title(const Row& row, std::size_t columns) {
  return filled_cells(row) <= (columns > 3 ? 2U : 1U) && !trimmed_cell(row, 0).empty();
}

/// Words, years or nothing.
bool may_be_names(const Row& row) {
  return std::all_of(row.begin(), row.end(), [](const std::string& cell) {
    const CellKind kind = find_cell_kind(cell);
    return trim(cell).empty() || kind == CellKind::Text || kind == CellKind::Year;
  });
}

/// What stands in a column below the two rows.
struct Below {
  std::size_t filled = 0, values = 0, rows = 0;
  bool is_full() const { return filled * 10 >= rows * 9; }
  bool is_values() const { return filled > 0 && values * 10 >= filled * 8; }
};

Below below_of(std::span<const Row> rows, std::size_t column) {
  Below below{.rows = rows.size()};
  for (const Row& row : rows) {
    if (trimmed_cell(row, column).empty()) continue;
    ++below.filled;
    below.values += is_value(find_cell_kind(row[column])) ? 1U : 0U;
  }
  return below;
}

}  // namespace

std::size_t count_title_rows(std::span<const Row> rows, std::size_t columns) {
  if (columns == 1 && rows.size() > 2 && has_header_name(rows[1]) && !has_header_name(rows[0])) return 1;
  std::size_t titles = 0;
  while (titles < std::min(rows.size(), kMostTitleRows) && is_title(rows[titles], columns)) ++titles;
  if (titles == 0 || columns < 3 || titles + 1 >= rows.size() || filled_cells(rows[titles]) < 3) return 0;
  const HeaderGuess below = guess_header(rows.subspan(titles));
  const bool named = below.reason == HeaderReason::WordsOverValues || below.reason == HeaderReason::KnownName;
  return below.header && named ? titles : 0;
}

/// Names above values, in a row with gaps where data have none, or below a row with gaps.
bool has_second_header_row(std::span<const Row> rows) {
  if (rows.size() < 3 || rows[0].size() < 2 || !may_be_names(rows[0]) || !may_be_names(rows[1])) return false;
  bool gap = false, name_over_values = false;
  for (std::size_t column = 0; column < rows[0].size(); ++column) {
    const std::string_view first = trimmed_cell(rows[0], column), second = trimmed_cell(rows[1], column);
    const Below below = below_of(rows.subspan(2), column);
    if (below.is_values() && !second.empty()) {
      if (find_cell_kind(second) != CellKind::Text) return false;
      name_over_values = true;
    }
    gap = gap || (first.empty() && !second.empty()) || (!first.empty() && second.empty() && below.is_full());
  }
  return gap && name_over_values;
}

std::vector<std::string> join_header_rows(const Row& first, const Row& second) {
  std::vector<std::string> names;
  std::string group;
  for (std::size_t i = 0; i < std::max(first.size(), second.size()); ++i) {
    if (i < first.size() && !first[i].empty()) group = first[i];
    const std::string lower = i < second.size() ? second[i] : std::string();
    if (lower.empty()) names.push_back(i < first.size() ? first[i] : std::string());
    else names.push_back(group.empty() ? lower : group + std::string(kHeaderRowsJoint) + lower);
  }
  return names;
}

}  // namespace kirnu

#include "table/short_header.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/ascii.h"
#include "table/cell_kind.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

using Row = std::vector<std::string>;

constexpr auto kNumbers = std::to_array<std::string_view>(
    {"no", "#", "num", "key", "month", "monat", "period", "week", "day", "jakso", "kuukausi", "woche", "viikko"});
constexpr auto kNumberEnds = std::to_array<std::string_view>({"id", "nr", "nr.", "nro", "nummer", "number", "numero"});

bool are_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

bool is_split(std::string_view whole, std::string_view rest) {
  whole = trim(whole);
  if (whole.starts_with('-') || whole.starts_with('+')) whole.remove_prefix(1);
  if (!are_digits(whole)) return false;
  if (rest.size() == 2) return are_digits(rest);
  const bool thousands = whole.size() <= 3 && rest.size() >= 3 && are_digits(rest.substr(0, 3));
  return thousands && (rest.size() == 3 || (rest.size() == 6 && rest[3] == '.' && are_digits(rest.substr(4))));
}

/// 1, 2, 3 … or 0, 1, 2 …
bool are_running(std::span<const Row> rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string_view first = trim(rows[0][0]);
    const std::size_t from = first == "0" ? 0 : 1;
    if (trim(rows[i][0]) != std::to_string(from + i)) return false;
  }
  return true;
}

/// A name under which rows are numbered: then the first column has it, and the last one none.
bool numbers_rows(std::string_view name) {
  const std::string folded = fold_case(trim(name));
  const auto is_end = [&](std::string_view end) { return folded.ends_with(end); };
  return std::find(kNumbers.begin(), kNumbers.end(), folded) != kNumbers.end() ||
         std::any_of(kNumberEnds.begin(), kNumberEnds.end(), is_end);
}

/// A text of its own in each row, and nothing but values beside it.
bool are_names(std::span<const Row> rows) {
  std::set<std::string_view> seen;
  return std::all_of(rows.begin(), rows.end(), [&](const Row& row) {
    const auto is_text = [](const std::string& cell) { return find_cell_kind(cell) == CellKind::Text; };
    return is_text(row[0]) && std::none_of(row.begin() + 1, row.end(), is_text) && seen.insert(row[0]).second;
  });
}

bool is_split_column(std::span<const Row> rows, std::size_t column) {
  return std::all_of(rows.begin(), rows.end(), [&](const Row& row) {
    return row[column + 1].size() == 2 && is_split(row[column], row[column + 1]);
  });
}

}  // namespace

ShortHeader find_short_header(std::span<const Row> rows, std::size_t columns, const CsvSyntax& syntax) {
  if (rows.size() < 3 || columns < 2 || rows[0].size() + 1 != columns) return ShortHeader::Full;
  const auto is_empty = [](const std::string& name) { return trim(name).empty(); };
  if (std::any_of(rows[0].begin(), rows[0].end(), is_empty)) return ShortHeader::Full;
  const std::span<const Row> data = rows.subspan(1);
  if (std::any_of(data.begin(), data.end(), [&](const Row& row) { return row.size() != columns; }))
    return ShortHeader::Full;
  const bool commas = syntax.separation == Separation::Text && syntax.delimiter == ",";
  const bool spaces = syntax.separation == Separation::Spaces;
  const bool tabs = syntax.delimiter == "\t";
  const bool full = std::none_of(data.begin(), data.end(), [&](const Row& row) { return is_empty(row.back()); });
  const bool numbered = are_running(data) && (spaces || !numbers_rows(rows[0][0]));
  if (full && (numbered || ((spaces || tabs) && are_names(data)))) return ShortHeader::RowNames;
  for (std::size_t c = 0; commas && c + 1 < columns; ++c) {
    if (is_split_column(data, c)) return ShortHeader::SplitDecimals;
  }
  return ShortHeader::Full;
}

std::vector<bool> usual_pairs(std::span<const Row> rows, std::size_t columns) {
  std::vector<bool> usual(columns);
  for (const Row& row : rows) {
    for (std::size_t c = 0; c + 1 < columns && row.size() == columns; ++c)
      usual[c] = usual[c] || is_split(row[c], row[c + 1]);
  }
  return usual;
}

bool has_split_number(std::span<const std::string_view> cells, const std::vector<bool>& usual) {
  for (std::size_t c = 0; c + 1 < cells.size(); ++c) {
    if ((c >= usual.size() || !usual[c]) && is_split(cells[c], cells[c + 1])) return true;
  }
  return false;
}

}  // namespace kirnu

#include "table/row_sorter.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/ascii.h"
#include "table/cell_kind.h"
#include "table/comment_rows.h"
#include "table/header_rows.h"
#include "table/short_header.h"
#include "text/spaces.h"
#include "text/total_words.h"

namespace kirnu {
namespace {

/// A header's cell on one line.
std::string name_of(std::string_view cell) {
  std::string name(trim(without_formula(cell)));
  for (char& c : name) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return name;
}

bool are_empty(std::span<const std::string_view> cells) {
  return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return trim(cell).empty(); });
}

}  // namespace

std::string nameless_column(std::size_t column) { return "column " + std::to_string(column + 1); }

std::vector<std::string> column_names(const std::vector<std::string>& header, std::size_t columns) {
  std::vector<std::string> names;
  std::set<std::string, std::less<>> taken(header.begin(), header.end());
  std::set<std::string, std::less<>> used;
  std::map<std::string, int, std::less<>> copies;  ///< of a name so far
  for (std::size_t i = 0; i < std::max(columns, header.size()); ++i) {
    std::string name = i < header.size() ? header[i] : std::string();
    if (name.empty()) name = nameless_column(i);
    const std::string first = name;
    int& copy = copies.try_emplace(first, 1).first->second;
    while (used.count(name) > 0 || (name != first && taken.count(name) > 0)) {
      name = first + " (" + std::to_string(++copy) + ")";
    }
    used.insert(name);
    names.push_back(std::move(name));
  }
  return names;
}

RowSorter::RowSorter(const Dialect& dialect)
    : header_due_(dialect.header ? dialect.header_rows : 0),
      explained_due_(dialect.explained),
      sep_line_due_(dialect.sep_line),
      preamble_due_(dialect.preamble_rows),
      row_names_(dialect.row_names),
      usual_pairs_(dialect.usual_pairs),
      comments_(dialect.comments) {
  names_ = column_names({}, dialect.columns);
}

RowClass RowSorter::sort(const CsvRow& row) {
  if (sep_line_due_) {
    sep_line_due_ = false;
    return RowClass::SepLine;
  }
  if (row.blank || row.end_mark || (!row.flaw && are_empty(row.fields))) return RowClass::Blank;
  if (preamble_due_ > 0) {
    --preamble_due_;
    return RowClass::Preamble;
  }
  if (comments_ && is_comment(row.fields)) return RowClass::Preamble;
  if (header_due_ > 0) {
    --header_due_;
    take_header(row);
    return RowClass::Header;
  }
  if (explained_due_) {
    explained_due_ = false;
    return RowClass::Explained;
  }
  if (row.flaw) return RowClass::Flawed;
  cells_.resize(row.fields.size());
  std::transform(row.fields.begin(), row.fields.end(), cells_.begin(), without_formula);
  if (repeats_header()) return RowClass::RepeatedHeader;
  if (is_total()) return RowClass::Total;
  if (is_footnote(cells_)) return RowClass::Preamble;
  if (cells_.size() > names_.size()) {
    // An empty field too many is a separator at the end, or the last field behind a number that was cut in two.
    if (!are_empty(row.fields.subspan(names_.size())) ||
        (!usual_pairs_.empty() && has_split_number(row.fields, usual_pairs_)))
      return RowClass::TooLong;
    cells_.resize(names_.size());
  }
  if (cells_.size() == names_.size()) return RowClass::Data;
  cells_.resize(names_.size());
  return RowClass::Short;
}

bool RowSorter::may_be_special(std::string_view first_cell) const {
  const auto edge = [](char c) { return c <= ' ' || is_beyond_ascii(c); };
  if (first_cell.empty() || edge(first_cell.front()) || edge(first_cell.back())) return true;
  if (!header_.empty() && first_cell == header_[0]) return true;
  if ((comments_ && begins_comment(first_cell)) || begins_footnote(first_cell)) return true;
  const char first = first_cell.front();
  // ="007" is an id; the text of another formula may be anything.
  if (first == '=' && first_cell.substr(0, 4).find_first_of("0123456789") == std::string_view::npos) return true;
  if ((first == '-' || first == '=') && first_cell.size() > 1 && first_cell[1] == first) return true;
  constexpr std::size_t kLongestTotal = 24;
  if (first_cell.size() > kLongestTotal) return false;
  // Words for totals are letters and spaces; names of customers may be too, ids hardly ever.
  const bool words = std::all_of(first_cell.begin(), first_cell.end(), [](char c) {
    return is_ascii_letter(c) || c == ' ' || c == ':' || c == '.' || c == '$' || c == '(' || c == ')' ||
           is_beyond_ascii(c);
  });
  return words && names_total(first_cell);
}

/// Empty names at the header's end, beyond the table's columns, are separators too many.
void RowSorter::take_header(const CsvRow& row) {
  std::vector<std::string> cells;
  if (row_names_) cells.emplace_back();
  for (const std::string_view field : row.fields) cells.push_back(name_of(field));
  header_ = header_.empty() ? std::move(cells) : join_header_rows(header_, cells);
  while (header_.size() > names_.size() && header_.back().empty()) header_.pop_back();
  names_ = column_names(header_, names_.size());
}

/// A word for a total in the first cell that is not empty, and nothing but numbers after it.
bool RowSorter::is_total() const {
  std::size_t i = 0;
  while (i < cells_.size() && trim(cells_[i]).empty()) ++i;
  if (i == cells_.size() || !names_total(cells_[i])) return false;
  std::size_t numbers = 0;
  for (++i; i < cells_.size(); ++i) {
    const CellKind kind = find_cell_kind(cells_[i]);
    if (kind == CellKind::Text || kind == CellKind::Date) return false;
    if (kind != CellKind::Missing) ++numbers;
  }
  return numbers > 0;
}

bool RowSorter::repeats_header() const {
  if (header_.empty() || cells_.size() < header_.size()) return false;
  for (std::size_t i = 0; i < header_.size(); ++i) {
    if (trim(cells_[i]) != header_[i]) return false;
  }
  return true;
}

}  // namespace kirnu

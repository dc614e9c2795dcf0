#include "facts/plan/cohort_cells.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "facts/words/age_label.h"

namespace kirnu {

CellKind kind_of_cells(const std::vector<SheetRow>& rows, bool percent, bool from_one) {
  bool parts = false, hundreds = rows.size() > 1, ones = true;
  double highest = 0, largest_first = 0;
  for (const SheetRow& row : rows) {
    if (row.cells.empty()) continue;
    hundreds = hundreds && row.cells[0] == 100;
    ones = ones && row.cells[0] == 1;
    largest_first = std::max(largest_first, row.cells[0]);
    for (const double cell : row.cells) {
      if (!is_filled(cell)) continue;
      parts = parts || cell != std::floor(cell);
      highest = std::max(highest, cell);
    }
  }
  if (percent) return {.whole = 100};
  if (!parts && !hundreds) return {};
  if (highest <= 1 || (ones && !from_one)) return {.whole = 1};  // more than all came back, or pay more: 1.065
  if (hundreds || largest_first <= 100) return {.whole = 100};
  return {.amounts = true};
}

void take_sizes_from_start(SheetCells& sheet, bool from_one) {
  constexpr double kMostOfOne = 1.5, kMostOfHundred = 150;
  bool parts = false, above_all = false;
  double highest = 0;
  for (const SheetRow& row : sheet.rows) {
    if (row.size != kEmptyCell || row.cells.empty() || row.cells[0] != std::floor(row.cells[0])) return;
    above_all = above_all || row.cells[0] > (sheet.percent ? kMostOfHundred : 100);
    if (!sheet.percent && row.cells[0] <= kMostOfOne) return;
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
      if (!is_filled(row.cells[i])) continue;
      parts = parts || row.cells[i] != std::floor(row.cells[i]);
      highest = std::max(highest, row.cells[i]);
    }
  }
  const bool shares = sheet.percent ? highest <= kMostOfHundred && above_all : parts && highest <= kMostOfOne;
  if (!shares || from_one) return;
  for (SheetRow& row : sheet.rows) row.size = std::exchange(row.cells[0], sheet.percent ? 100 : 1);
}

void divide_by_first(std::vector<SheetRow>& rows) {
  for (SheetRow& row : rows) {
    const double first = row.cells.empty() ? 0 : row.cells[0];
    row.size = kEmptyCell;
    for (double& cell : row.cells) cell = is_filled(cell) && first > 0 ? cell / first : kEmptyCell;
  }
}

void add_missing_ages(SheetCells& sheet) {
  for (std::size_t c = 1; c < sheet.names.size(); ++c) {
    const std::optional<AgeLabel> before = read_age_label(sheet.names[c - 1]), age = read_age_label(sheet.names[c]);
    if (!before || !age || age->age <= before->age + 1 || age->age > kOldestWithGaps) continue;
    const auto place = static_cast<std::ptrdiff_t>(c);
    sheet.names.insert(sheet.names.begin() + place, std::to_string(before->age + 1));
    for (SheetRow& row : sheet.rows) row.cells.insert(row.cells.begin() + place, kEmptyCell);
  }
}

}  // namespace kirnu

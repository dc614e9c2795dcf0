#pragma once
#include <optional>
#include <vector>

#include "facts/plan/cohort_shape.h"

/// What the cells of a sheet of cohorts count, as far as all of them together say it.
namespace kirnu {

inline bool is_filled(double cell) { return cell != kEmptyCell; }

struct CellKind {
  std::optional<double> whole = {};  ///< what stands for everybody: 100 or 1; absent where cells are no shares
  bool amounts = false;              ///< no shares and no customers
};

/// Of rows without the empty cells before their first. `from_one`: their first age is 1.
CellKind kind_of_cells(const std::vector<SheetRow>& rows, bool percent, bool from_one);

/// "941; 0.41; 0.36", "941; 41 %": the first column holds how many there were, and the others shares of them.
void take_sizes_from_start(SheetCells& sheet, bool from_one);

/// Amounts as shares of the first of their row.
void divide_by_first(std::vector<SheetRow>& rows);

/// "M0; M1; M3; M6": an empty column for each age that has none.
void add_missing_ages(SheetCells& sheet);

}  // namespace kirnu

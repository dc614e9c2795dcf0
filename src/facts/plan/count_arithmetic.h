#pragma once
#include <optional>
#include <vector>

#include "facts/tables/role.h"

namespace kirnu {

/// Numbers of one column, row by row; absent where a cell holds none.
using ColumnNumbers = std::vector<std::optional<double>>;

/// Finds out by arithmetic which column is what, when names do not say: closing = opening + new - lost on every row,
/// the next row opening where this one closed. `columns` are the columns with numbers, in the file's order.
/// Two columns are opening and lost when no row loses more than it has; six or seven are movements of revenue in their
/// usual order. Absent when nothing fits.
std::optional<std::vector<Role>> find_roles_by_arithmetic(const std::vector<ColumnNumbers>& columns);

}  // namespace kirnu

#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "facts/count_table.h"

namespace kirnu {

/// The role that a column's name says in English, German or Finnish; absent when it says none. Names of rates
/// ("Churn rate", "Quote", "%") are Ignore: a rate is no count.
std::optional<Role> find_count_role(std::string_view column_name);

/// Numbers of one column, row by row; absent where a cell holds none.
using CountColumnValues = std::vector<std::optional<double>>;

/// Finds out by arithmetic which column is what, when names do not say: closing = opening + new - lost on every row,
/// the next row opening where this one closed. `columns` are the columns with numbers, in the file's order.
/// Two columns are opening and lost when no row loses more than it has. Absent when nothing fits.
std::optional<std::vector<Role>> find_roles_by_arithmetic(const std::vector<CountColumnValues>& columns);

}  // namespace kirnu

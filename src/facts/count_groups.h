#pragma once
#include "facts/role_assignment.h"

namespace kirnu {

/// The columns that name the rows of a table: one, or two together, with no two rows alike. Such rows are groups of
/// customers, which do not follow one another in time. Empty where there are none.
std::vector<std::size_t> find_groups(const TableFacts& table, const RoleAssignment& roles);

/// Gives rows of groups their names where the table tells counts of each, or rates; customers beside a rate are those
/// of which it is.
void settle_groups(RoleAssignment& roles, const TableFacts& table);

}  // namespace kirnu

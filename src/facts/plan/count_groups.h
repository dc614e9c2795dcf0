#pragma once
#include <optional>
#include <vector>

#include "facts/plan/role_assignment.h"
#include "table/table_reader.h"

namespace kirnu {

/// The columns that name the rows of a table: one, or two together, with no two rows alike. Such rows are groups of
/// customers, which do not follow one another in time. Empty where there are none.
std::vector<std::size_t> find_groups(const TableFacts& table, const TableHead& head, const RoleAssignment& roles);

/// The first column that counts people and says no more of them.
std::optional<std::size_t> find_customers_of_groups(const TableFacts& table, const RoleAssignment& roles);

/// Gives rows of groups their names where the table tells counts of each, or rates; customers beside a rate are those
/// of which it is.
void settle_groups(RoleAssignment& roles, const TableFacts& table, const TableHead& head);

}  // namespace kirnu

#pragma once
#include <cstddef>
#include <vector>

#include "facts/plan/role_assignment.h"

namespace kirnu {

/// Columns of a table of cohorts, one an age or one a cohort.
using CohortColumns = std::vector<std::size_t>;

/// Numbers, or nothing: the latest cohorts have no late ages yet.
inline bool may_be_an_age(const ColumnFacts& column) { return column.profile.filled == 0 || is_numeric(column); }

/// No roles but that of who is still there.
inline RoleAssignment with_retained(const TableFacts& table, const CohortColumns& columns) {
  RoleAssignment roles = no_roles(table);
  for (const std::size_t c : columns) roles.roles[c] = Role::Retained;
  return roles;
}

}  // namespace kirnu

#pragma once
#include "facts/plan/role_assignment.h"

namespace kirnu {

/// What one column's role says about another's: a monthly amount has no interval, ids that count rows may tell
/// customers, of two ends one may be that of terms, and firms come before persons. What a person chose stays.
void correct_roles(RoleAssignment& assignment, const TableFacts& table);

/// Whether a column's name says that it tells customers, with that rank.
bool is_named_customer(const ColumnFacts& column, int rank);

/// Whether it does, and nothing else was made of it.
bool is_spare_name(const ColumnFacts& column, Role role, int rank);

}  // namespace kirnu

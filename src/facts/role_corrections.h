#pragma once
#include "facts/role_assignment.h"

namespace kirnu {

/// What one column's role says about another's: a monthly amount has no interval, ids that count rows may tell
/// customers, and of two ends one may be that of terms. What a person chose stays.
void correct_roles(RoleAssignment& assignment, const TableFacts& table);

}  // namespace kirnu

#pragma once
#include "facts/role_assignment.h"

namespace kirnu {

/// Where reasons stand beside how often each was given ("Zu teuer; 42"), those columns count the answers
/// (Role::Quantity); of several, such as one a year, all do.
RoleAssignment with_counted_answers(RoleAssignment roles, const TableFacts& table);

}  // namespace kirnu

#pragma once
#include <optional>

#include "facts/plan/role_assignment.h"

namespace kirnu {

/// Of two columns of the same customers side by side, under years or the like or without names, the roles: customers,
/// and what they brought where both or the first have an amount beside them. Absent where a table is no two lists.
std::optional<RoleAssignment> find_two_lists(const TableFacts& table, const TableHead& head);

/// A column of customers, and of how each stood at two times or more: "Status 2023; Status 2024". The latest two have
/// Role::Event.
std::optional<RoleAssignment> find_status_lists(const TableFacts& table, const RoleAssignment& lists);

}  // namespace kirnu

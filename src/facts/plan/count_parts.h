#pragma once
#include "facts/plan/role_assignment.h"
#include "table/table_reader.h"

namespace kirnu {

/// Where several columns of a table of counts have the same role by their names, as "Voluntary lost; Involuntary lost"
/// or "B2B lost; B2C lost": the one that is their total keeps it, else all whose numbers add up. Where nobody can tell,
/// none keeps it, and a question asks for it.
void settle_parts(RoleAssignment& roles, const TableFacts& table, const TableHead& head);

}  // namespace kirnu

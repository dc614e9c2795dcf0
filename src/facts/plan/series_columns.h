#pragma once
#include "facts/plan/role_assignment.h"
#include "table/table_reader.h"

namespace kirnu {

/// The columns of a series of who is still there, of which names have found one. Where customers and their share stand
/// side by side, the customers are the series, and the share is checked by them; what else is an age all the way down
/// names the periods.
RoleAssignment find_series_columns(RoleAssignment named, const TableFacts& table, const TableHead& head);

}  // namespace kirnu

#pragma once
#include "facts/plan/column_facts.h"
#include "facts/plan/role_assignment.h"
#include "table/table_reader.h"

namespace kirnu {

/// Gives roles to the columns of a table of durations that say from when on and until when each row tells of its
/// customer ("start" beside "stop"), where their names and rows leave no doubt.
void take_entry(RoleAssignment& roles, const TableFacts& table, const TableHead& head);

/// Warns of a column that may say from when on customers were observed, but need not.
void warn_of_likely_entry(ImportPlan& plan, const TableFacts& table, const TableHead& head);

}  // namespace kirnu

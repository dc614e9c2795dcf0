#pragma once
#include <optional>

#include "facts/plan/column_facts.h"
#include "facts/plan/role_assignment.h"
#include "table/table_reader.h"

namespace kirnu {

/// The roles of a table with one row a cohort: its label, its size, and a column "still there" for each age ("Month 0",
/// "Month 1" …) or each calendar period from the cohort's own on; else what find_long_cohort_roles() finds. Absent when
/// the names say nothing of the kind. Shares that rise are of those who left, where a name or a person who has `chosen`
/// the kind says so.
std::optional<RoleAssignment> find_cohort_roles(const TableFacts& table, const TableHead& head, bool chosen = false);

/// The roles of a table with one row a cohort and age: its label and then the age or the period as Time, who is still
/// there, and the size where every row repeats it.
std::optional<RoleAssignment> find_long_cohort_roles(const TableFacts& table, const TableHead& head);

/// find_cohort_roles() of a table that names no columns, or has a row an age and a column a cohort: by what stands in
/// the cells.
std::optional<RoleAssignment> find_cohort_roles_by_content(const TableFacts& table, const TableHead& head);

}  // namespace kirnu

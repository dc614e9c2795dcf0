#pragma once
#include <optional>

#include "facts/plan/role_assignment.h"
#include "table/table_reader.h"

namespace kirnu {

/// Which column of a table of counts is what: by what people and names say, else by what adds up; and where no name
/// says which column has the periods ("Kk", "KW"), by its cells.
RoleAssignment find_count_columns(const TableFacts& table, const TableHead& head);

/// The same of a table that nobody calls one of counts: absent unless its columns are numbers that add up, but for one
/// of periods.
std::optional<RoleAssignment> find_count_columns_by_content(const TableFacts& table, const TableHead& head);

}  // namespace kirnu

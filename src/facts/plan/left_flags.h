#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "facts/plan/role_assignment.h"

/// Columns that say with yes or no of each contract or customer whether they left.
namespace kirnu {

/// Whether a column says with yes or no, or with a mark or nothing, who left: by its name and cells.
bool are_left_flags(const ColumnFacts& column, const TableHead& head, std::size_t c);

/// The column that says with yes or no, or with a mark, of each contract whether it was cancelled, or whether it is
/// active, beside an end in every row: "Vertragsende; Gekündigt". Absent where there is none.
std::optional<std::size_t> find_left_flags(const TableFacts&, const TableHead&, const RoleAssignment&);

/// Whether a cell of such a column says that the contract ends, by the column's name.
bool is_left_flag(std::string_view cell, std::string_view column);

}  // namespace kirnu

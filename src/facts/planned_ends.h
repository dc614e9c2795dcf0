#pragma once
#include <cstdint>

#include <optional>
#include <string_view>
#include <vector>

#include "facts/role_assignment.h"
#include "facts/tables.h"

namespace kirnu {

/// Whether a column says with yes or no, or with a mark or nothing, who left: by its name and cells.
bool are_left_flags(const ColumnFacts& column, const TableHead& head, std::size_t c);

/// The column that says with yes or no, or with a mark, of each contract whether it was cancelled, or whether it is
/// active, beside an end in every row: "Vertragsende; Gekündigt". Absent where there is none.
std::optional<std::size_t> find_left_flags(const TableFacts&, const TableHead&, const RoleAssignment&);

/// Whether a cell of such a column says that the contract ends, by the column's name.
bool is_left_flag(std::string_view cell, std::string_view column);

/// Where every contract has an end, or `left` says who left, the end of one that runs is only the day until which it
/// runs: it goes on unless it is cancelled. Forgets such ends and answers how many they were. A status tells that a
/// contract runs, or a cancellation that is missing where ends lie months after all that happened, or `left` where
/// there are flags, one a row. Of a customer's several rows only the latest can go on.
std::int64_t forget_planned_ends(SubscriptionTable& table, const Column<std::uint8_t>& left);

/// The last day on which somebody began; kNoDay where nobody did.
std::int32_t last_start(const SubscriptionTable& table);

/// The day on which a file was made, by the last update of a row, where ends go on long after it: these are still to
/// come. kNoDay where none do.
std::int32_t day_made(const SubscriptionTable& table, const TimeColumn& updated);

}  // namespace kirnu

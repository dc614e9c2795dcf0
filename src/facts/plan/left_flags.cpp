#include "facts/plan/left_flags.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/name_list.h"
#include "facts/plan/event_value.h"
#include "facts/plan/period_columns.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

/// A name that asks whether somebody left, or is there.
bool asks_who_left(const ColumnFacts& column) {
  return std::any_of(column.named.begin(), column.named.end(), [&](const NamedRole& named) {
    const bool left = named.rank == 0 && (named.role == Role::Canceled || named.role == Role::Event);
    return left || (named.role == Role::Status && asks_for_contrary(column.name));
  });
}

/// Yes or no, 1 or 0, marks or nothing in every row.
bool has_flags(const TableHead& head, std::size_t column) {
  bool any = false;
  for (const std::vector<std::string>& row : head.sample) {
    const std::string_view cell = trim(row[column]);
    const bool flag = read_presence(cell) || is_one_of("0|1|0.0|1.0", cell);
    if (!flag && !cell.empty()) return false;
    any = any || flag;
  }
  return any;
}

}  // namespace

bool are_left_flags(const ColumnFacts& column, const TableHead& head, std::size_t c) {
  return !column.chosen && asks_who_left(column) && has_flags(head, c);
}

bool is_left_flag(std::string_view cell, std::string_view column) {
  const bool marked = read_presence(cell).value_or(trim(cell) == "1" ? 1 : 0) > 0;
  return marked != asks_for_contrary(column);
}

std::optional<std::size_t> find_left_flags(const TableFacts& table, const TableHead& head,
                                           const RoleAssignment& roles) {
  const std::optional<std::size_t> end = roles.column_of(Role::End);
  if (!end || table.known != nullptr || table.columns[*end].profile.filled < table.columns[*end].profile.cells)
    return std::nullopt;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    const bool free = roles.roles[c] == Role::Ignore || roles.roles[c] == Role::Status ||
                      (roles.roles[c] == Role::Canceled && column.profile.filled == 0);
    if (free && are_left_flags(column, head, c)) return c;
  }
  return std::nullopt;
}

}  // namespace kirnu

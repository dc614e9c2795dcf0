#include "facts/plan/series_columns.h"

#include <algorithm>

#include "facts/plan/column_numbers.h"
#include "facts/words/age_label.h"
#include "facts/words/count_name.h"

namespace kirnu {
namespace {

/// Whether every cell of a column is an age: 7, "Day 7".
bool are_ages(const ColumnFacts& column) {
  return !column.profile.values.empty() &&
         std::all_of(column.profile.values.begin(), column.profile.values.end(),
                     [](const ValueCount& value) { return read_age_label(value.text).has_value(); });
}

bool are_customers(const ColumnFacts& column) {
  const bool whole = column.profile.whole == column.profile.filled && column.profile.filled > 0;
  return whole && !column.date && find_count_role(column.name) != Role::Ignore;
}

bool are_percent(const ColumnFacts& column) {
  return column.profile.percents > 0 || column.name.find('%') != std::string::npos;
}

}  // namespace

RoleAssignment find_series_columns(RoleAssignment named, const TableFacts& table, const TableHead& head) {
  std::vector<Role>& roles = named.roles;
  const std::size_t retained = *named.column_of(Role::Retained);
  const ColumnFacts& series = table.columns[retained];
  for (std::size_t c = 0; c < roles.size(); ++c) {
    if (roles[c] != Role::Ignore || !is_falling(numbers_of(head, c))) continue;
    const bool customers = are_customers(table.columns[c]) && are_percent(series);
    const bool share = are_customers(series) && are_percent(table.columns[c]);
    if (!customers && !share) continue;
    roles[customers ? c : retained] = Role::Retained;
    roles[customers ? retained : c] = Role::RetentionRate;
    break;
  }
  for (std::size_t c = 0; c < roles.size() && !named.has(Role::Time); ++c) {
    if (roles[c] == Role::Ignore && are_ages(table.columns[c])) roles[c] = Role::Time;
  }
  return named;
}

}  // namespace kirnu

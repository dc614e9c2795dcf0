#include <algorithm>
#include <cmath>

#include "facts/plan/cohort_columns.h"
#include "facts/plan/cohort_roles.h"
#include "facts/plan/column_numbers.h"
#include "facts/words/age_label.h"
#include "facts/words/count_name.h"

namespace kirnu {
namespace {

using Columns = CohortColumns;

/// Rows of numbers that never rise and begin with everybody, perhaps behind a name.
std::optional<RoleAssignment> find_nameless(const TableFacts& table, const TableHead& head) {
  Columns numeric;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].profile.filled == 0) continue;
    if (may_be_an_age(table.columns[c])) numeric.push_back(c);
    else if (c > 0) return std::nullopt;
  }
  if (numeric.size() < 3 || head.sample.empty()) return std::nullopt;
  std::vector<ColumnNumbers> columns;
  for (const std::size_t c : numeric) columns.push_back(numbers_of(head, c));
  bool shares = false;
  for (std::size_t row = 0; row < head.sample.size(); ++row) {
    ColumnNumbers numbers;
    for (const auto& column : columns) numbers.push_back(column[row]);
    const bool whole = numbers[0] == 100.0 || numbers[0] == 1.0;
    if (!never_rises(numbers) || !numbers[1] || (head.sample.size() > 1 && !whole)) return std::nullopt;
    shares = shares || whole;
  }
  for (const std::size_t c : numeric) {
    const ColumnProfile& profile = table.columns[c].profile;
    shares = shares || profile.percents + profile.number.point + profile.number.comma > 0;
  }
  if (!shares) return std::nullopt;
  RoleAssignment roles = with_retained(table, numeric);
  if (numeric.front() > 0) roles.roles[0] = Role::Time;
  return roles;
}

/// Whether all cohorts begin with as many customers, a round number, as published ones do.
bool begin_alike(const TableHead& head, const Columns& cohorts) {
  constexpr double kRound = 100;
  const std::optional<double> first = cohorts.empty() ? std::nullopt : numbers_of(head, cohorts[0]).front();
  return first && *first >= kRound && std::fmod(*first, kRound) == 0 && head.sample.size() > 2 &&
         std::all_of(cohorts.begin(), cohorts.end(), [&](std::size_t c) {
           const ColumnNumbers numbers = numbers_of(head, c);
           return numbers.front() == first && is_falling(numbers);
         });
}

/// A row an age, a column a cohort.
std::optional<RoleAssignment> find_transposed(const TableFacts& table, const TableHead& head) {
  std::vector<std::string_view> labels;
  for (const std::vector<std::string>& row : head.sample) labels.push_back(row[0]);
  if (labels.size() < 2 || !first_age(labels)) return std::nullopt;
  Columns cohorts;
  bool counts = false, whole = true;
  for (std::size_t c = 1; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    if (column.profile.filled == 0) continue;
    const std::optional<Role> count = find_count_role(column.name);
    counts = counts || (count && *count != Role::Time);
    whole = whole && begins_whole(numbers_of(head, c));
    if (!may_be_an_age(column) || !never_rises(numbers_of(head, c))) return std::nullopt;
    cohorts.push_back(c);
  }
  if (counts && !whole && !begin_alike(head, cohorts)) return std::nullopt;  // "High End" of cohorts is no end
  if (cohorts.size() < 2) return std::nullopt;
  RoleAssignment roles = with_retained(table, cohorts);
  roles.roles[0] = Role::Time;
  return roles;
}

}  // namespace

std::optional<RoleAssignment> find_cohort_roles_by_content(const TableFacts& table, const TableHead& head) {
  if (table.columns.size() < 3) return std::nullopt;
  if (!table.header) return find_nameless(table, head);
  return find_transposed(table, head);
}

}  // namespace kirnu

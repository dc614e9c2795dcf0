#include "facts/plan/count_columns.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/name_list.h"
#include "facts/plan/column_numbers.h"
#include "facts/plan/count_base.h"
#include "facts/plan/count_groups.h"
#include "facts/plan/count_labels.h"
#include "facts/plan/count_parts.h"
#include "facts/plan/count_roles.h"
#include "facts/words/count_name.h"
#include "facts/words/period_label.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

/// The columns of a table by what stands in them.
struct Layout {
  std::vector<std::size_t> numbers = {};
  std::optional<std::size_t> label = {};  ///< the first column of something else, or of periods
  bool more = false;                      ///< other columns of something else
};

Layout layout_of(const TableFacts& table) {
  Layout layout;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    if (column.profile.filled == 0) continue;
    const bool label = !is_numeric(column) || (!layout.label && are_period_labels(column));
    if (!label) layout.numbers.push_back(c);
    else if (!layout.label) layout.label = c;
    else layout.more = true;
  }
  return layout;
}

std::optional<RoleAssignment> roles_by_arithmetic(const TableFacts& table, const TableHead& head,
                                                  const Layout& layout) {
  // Two columns under names that say nothing could be anything.
  if (table.header && layout.numbers.size() < 3) return std::nullopt;
  std::vector<ColumnNumbers> columns;
  for (const std::size_t c : layout.numbers) columns.push_back(numbers_of(head, c));
  const std::optional<std::vector<Role>> found = find_roles_by_arithmetic(columns);
  if (!found) return std::nullopt;
  RoleAssignment roles = no_roles(table);
  for (std::size_t i = 0; i < found->size(); ++i) roles.roles[layout.numbers[i]] = (*found)[i];
  if (layout.label) roles.roles[*layout.label] = Role::Time;
  return roles;
}

/// Whether a name or a person gave any column of numbers its role: then arithmetic must not overrule it. "Customers"
/// may be of any day.
bool is_any_told(const TableFacts& table, const RoleAssignment& roles) {
  const auto chosen = [](const ColumnFacts& column) { return column.chosen.has_value(); };
  if (std::any_of(table.columns.begin(), table.columns.end(), chosen)) return true;
  if (counts_told(roles.roles).ends && !roles.has(Role::Opening) && !roles.has(Role::New)) return false;
  return std::any_of(roles.roles.begin(), roles.roles.end(),
                     [](Role role) { return role != Role::Ignore && role != Role::Time; });
}

/// Of each row the one before it of the same group: the last whose texts, apart from the period, are the same.
std::vector<std::optional<std::size_t>> rows_before(const TableFacts& table, const TableHead& head,
                                                    const RoleAssignment& roles) {
  std::map<std::string, std::size_t> last;
  std::vector<std::optional<std::size_t>> before;
  for (std::size_t row = 0; row < head.sample.size(); ++row) {
    std::string group;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (roles.roles[c] != Role::Time && !is_numeric(table.columns[c])) group += head.sample[row][c] + '\n';
    }
    const auto [entry, first] = last.try_emplace(std::move(group), row);
    before.push_back(first ? std::nullopt : std::optional(entry->second));
    entry->second = row;
  }
  return before;
}

/// Whether customers beside those who came and left were there at the end of each row, or at its start, where no name
/// says which and one of the two adds up.
void settle_customers_there(RoleAssignment& roles, const TableFacts& table, const TableHead& head) {
  const auto added = roles.column_of(Role::New), lost = roles.column_of(Role::Churned);
  const auto opening = roles.column_of(Role::Opening), closing = roles.column_of(Role::Closing);
  if (!added || !lost || opening.has_value() == closing.has_value()) return;
  const std::size_t there = opening ? *opening : *closing;
  if (std::count(roles.roles.begin(), roles.roles.end(), roles.roles[there]) > 1) return;
  if (table.columns[there].chosen || read_count_name(table.columns[there].name).named) return;
  const ColumnNumbers stock = numbers_of(head, there), came = numbers_of(head, *added), left = numbers_of(head, *lost);
  const auto before = rows_before(table, head, roles);
  std::size_t rows = 0, at_end = 0, at_start = 0;
  for (std::size_t row = 0; row < stock.size(); ++row) {
    const std::optional<std::size_t> past = before[row];
    if (!past || !stock[row] || !stock[*past] || !came[row] || !left[row] || !came[*past] || !left[*past]) continue;
    const double moved = *stock[row] - *stock[*past];
    ++rows;
    at_end += moved == *came[row] - *left[row] ? 1U : 0U;
    at_start += moved == *came[*past] - *left[*past] ? 1U : 0U;
  }
  if (rows == 0 || at_end == at_start || std::max(at_end, at_start) * 2 <= rows) return;
  roles.roles[there] = at_end > at_start ? Role::Closing : Role::Opening;
}

/// Where nobody came, those beside the lost may be who was left of them: each row's fall is its own loss then, and not
/// the loss of the row before.
void settle_remaining(RoleAssignment& roles, const TableFacts& table, const TableHead& head) {
  const auto opening = roles.column_of(Role::Opening), closing = roles.column_of(Role::Closing);
  const auto lost = roles.column_of(Role::Churned);
  if (!lost || roles.has(Role::New) || roles.has(Role::Retained) || opening.has_value() == closing.has_value()) return;
  const std::size_t there = opening ? *opening : *closing;
  const bool named = opening && read_count_name(table.columns[there].name).named;
  if (named || table.columns[there].chosen) return;
  const ColumnNumbers stock = numbers_of(head, there), left = numbers_of(head, *lost);
  const auto before = rows_before(table, head, roles);
  std::size_t rows = 0, of_row = 0, of_row_before = 0;
  for (std::size_t row = 0; row < stock.size(); ++row) {
    const std::optional<std::size_t> past = before[row];
    if (!past || !stock[row] || !stock[*past] || !left[row] || !left[*past]) continue;
    const double fall = *stock[*past] - *stock[row];
    ++rows;
    of_row += fall == *left[row] ? 1U : 0U;
    of_row_before += fall == *left[*past] ? 1U : 0U;
  }
  if (rows > 1 && of_row == rows && of_row_before < rows) roles.roles[there] = Role::Retained;
}

bool names_cohort(const ColumnFacts& column) { return has_part(fold_case(column.name), "cohort|kohort"); }

/// Who was kept is a part of those at the start. Numbers up to 100 beside larger ones may be percent, parts of whole
/// numbers are; and kept of one and the same start, or of cohorts, are no losses of a period.
void settle_kept(RoleAssignment& roles, const TableFacts& table, const TableHead& head) {
  const std::optional<std::size_t> column = roles.column_of(Role::Retained), opening = roles.column_of(Role::Opening);
  if (!column || !opening || table.columns[*column].chosen) return;
  const ColumnNumbers kept = numbers_of(head, *column), start = numbers_of(head, *opening);
  bool whole = true, up_to_hundred = true, large = true, one_start = start.size() > 1;
  for (std::size_t row = 0; row < kept.size(); ++row) {
    if (!kept[row] || !start[row]) continue;
    whole = whole && *kept[row] == std::floor(*kept[row]);
    up_to_hundred = up_to_hundred && *kept[row] <= 100;
    large = large && *start[row] > 100;
    one_start = one_start && start[row] == start[0];
  }
  Role& role = roles.roles[*column];
  const bool people = read_count_name(table.columns[*column].name).people;
  if (!whole && up_to_hundred) role = Role::RetentionRate;
  else if (one_start || (up_to_hundred && large && !people) ||
           std::any_of(table.columns.begin(), table.columns.end(), names_cohort))
    role = Role::Ignore;
}

bool are_years(const ColumnFacts& column) {
  const std::vector<ValueCount>& values = column.profile.values;
  return !values.empty() && std::all_of(values.begin(), values.end(), [](const ValueCount& value) {
    return is_four_digits(value.text) && (value.text.starts_with("19") || value.text.starts_with("20"));
  });
}

/// Months, quarters or weeks without their year, or their numbers.
bool are_parts_of_years(const ColumnFacts& column) {
  const std::vector<ValueCount>& values = column.profile.values;
  return !values.empty() && std::all_of(values.begin(), values.end(), [](const ValueCount& value) {
    const bool number = value.text.size() <= 2 && value.text.find_first_not_of("0123456789") == std::string::npos;
    const std::optional<PeriodLabel> label = read_period_label(value.text);
    return number || (label && !label->span && !label->year);
  });
}

/// A year in one column and a month in another name a period together.
void add_second_label(RoleAssignment& roles, const TableFacts& table) {
  const std::optional<std::size_t> label = roles.column_of(Role::Time);
  if (!label) return;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts &first = table.columns[*label], &other = table.columns[c];
    if (roles.roles[c] != Role::Ignore || other.chosen || find_count_role(other.name) != Role::Time) continue;
    const bool pair =
        (are_years(first) && are_parts_of_years(other)) || (are_parts_of_years(first) && are_years(other));
    if (!pair) continue;
    roles.roles[c] = Role::Time;
    return;
  }
}

}  // namespace

RoleAssignment find_count_columns(const TableFacts& table, const TableHead& head) {
  RoleAssignment roles = assign_roles(table, FactKind::Counts);
  if (!is_any_told(table, roles)) {
    if (auto found = roles_by_arithmetic(table, head, layout_of(table))) roles = std::move(*found);
  }
  for (std::size_t c = 0; c < table.columns.size() && !roles.has(Role::Time); ++c) {
    const ColumnFacts& column = table.columns[c];
    if (roles.roles[c] == Role::Ignore && !column.chosen && are_period_labels(column)) roles.roles[c] = Role::Time;
  }
  settle_parts(roles, table, head);
  settle_customers_there(roles, table, head);
  settle_remaining(roles, table, head);
  settle_kept(roles, table, head);
  settle_base(roles, table, head);
  add_second_label(roles, table);
  settle_groups(roles, table, head);
  return roles;
}

std::optional<RoleAssignment> find_count_columns_by_content(const TableFacts& table, const TableHead& head) {
  const Layout layout = layout_of(table);
  if (layout.more || (layout.label && !are_period_labels(table.columns[*layout.label]))) return std::nullopt;
  return roles_by_arithmetic(table, head, layout);
}

}  // namespace kirnu

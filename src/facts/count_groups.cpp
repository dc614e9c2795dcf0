#include "facts/count_groups.h"

#include <algorithm>

#include "facts/count_name.h"
#include "facts/count_roles.h"
#include "facts/name_list.h"
#include "facts/name_words.h"

namespace kirnu {
namespace {

/// Words, in every row, under a name that says no period.
std::vector<std::size_t> columns_of_names(const TableFacts& table, const RoleAssignment& roles) {
  std::vector<std::size_t> columns;
  for (std::size_t c = 0; c < table.columns.size() && table.header; ++c) {
    const ColumnFacts& column = table.columns[c];
    const ColumnProfile& profile = column.profile;
    const bool names = profile.numbers() == 0 && profile.filled > 1 && profile.filled == profile.cells;
    if (names && !column.date && roles.roles[c] == Role::Ignore && !column.chosen &&
        find_count_role(column.name) != Role::Time)
      columns.push_back(c);
  }
  return columns;
}

/// "customer_id" counts nobody.
bool says_id(std::string_view name) {
  const std::vector<std::string> words = small_words(name, Digits::EndWords);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return is_one_of("id|ids|nr|no|key|code|number|nummer|numero|tunnus", word);
  });
}

/// The first column that counts people and says no more of them.
std::optional<std::size_t> find_customers(const TableFacts& table, const RoleAssignment& roles) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    const CountName name = read_count_name(column.name);
    const bool other =
        name.named || name.rate || name.money || name.aside || name.planned || name.summed || says_id(column.name);
    const bool whole = is_numeric(column) && column.profile.whole == column.profile.filled;
    if (name.people && !other && whole && roles.roles[c] == Role::Ignore && !column.chosen) return c;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::size_t> find_groups(const TableFacts& table, const RoleAssignment& roles) {
  const std::vector<std::size_t> names = columns_of_names(table, roles);
  const auto distinct = [&](std::size_t c) { return table.columns[c].profile.distinct(); };
  for (const std::size_t c : names) {
    if (distinct(c) == table.columns[c].profile.cells) return {c};
  }
  // Each plan in each channel: as many rows as there are pairs.
  if (names.size() == 2 && distinct(names[0]) * distinct(names[1]) == table.columns[names[0]].profile.cells)
    return names;
  return {};
}

void settle_groups(RoleAssignment& roles, const TableFacts& table) {
  const CountsTold told = counts_told(roles.roles);
  if (!(told.counts || told.rates) || roles.has(Role::Time) || roles.has(Role::Segment)) return;
  const std::vector<std::size_t> groups = find_groups(table, roles);
  for (const std::size_t c : groups) roles.roles[c] = Role::Segment;
  if (groups.empty() || told.counts || roles.has(Role::Opening)) return;
  if (const std::optional<std::size_t> customers = find_customers(table, roles))
    roles.roles[*customers] = Role::Opening;
}

}  // namespace kirnu

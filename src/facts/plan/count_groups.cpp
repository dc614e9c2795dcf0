#include "facts/plan/count_groups.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "base/name_list.h"
#include "facts/plan/count_roles.h"
#include "facts/plan/count_row.h"
#include "facts/words/count_name.h"
#include "facts/words/name_words.h"

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

bool are_pairs_unique(const TableHead& head, std::size_t first, std::size_t second) {
  std::set<std::pair<std::string_view, std::string_view>> pairs;
  for (const std::vector<std::string>& row : head.sample) pairs.emplace(row[first], row[second]);
  return pairs.size() == head.sample.size();
}

/// Whole numbers, "1 200" and "1.200" too.
bool are_counts(const ColumnFacts& column) {
  return is_numeric(column) &&
         std::all_of(column.profile.values.begin(), column.profile.values.end(), [](const ValueCount& value) {
           const ReadNumber number = read_count_cell(value.text);
           const bool read = number.status == NumberStatus::Ok && !number.percent;
           return !read || number.value == std::floor(number.value);
         });
}

}  // namespace

std::optional<std::size_t> find_customers_of_groups(const TableFacts& table, const RoleAssignment& roles) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    const CountName name = read_count_name(column.name);
    const bool other =
        name.named || name.rate || name.money || name.aside || name.planned || name.summed || says_id(column.name);
    if (name.people && !other && are_counts(column) && roles.roles[c] == Role::Ignore && !column.chosen) return c;
  }
  return std::nullopt;
}

std::vector<std::size_t> find_groups(const TableFacts& table, const TableHead& head, const RoleAssignment& roles) {
  const std::vector<std::size_t> names = columns_of_names(table, roles);
  const auto distinct = [&](std::size_t c) { return table.columns[c].profile.distinct(); };
  for (const std::size_t c : names) {
    if (distinct(c) == table.columns[c].profile.cells) return {c};
  }
  // Each plan in each channel.
  return names.size() == 2 && are_pairs_unique(head, names[0], names[1]) ? names : std::vector<std::size_t>();
}

void settle_groups(RoleAssignment& roles, const TableFacts& table, const TableHead& head) {
  const CountsTold told = counts_told(roles.roles);
  if (!(told.counts || told.rates) || roles.has(Role::Time) || roles.has(Role::Segment)) return;
  const std::vector<std::size_t> groups = find_groups(table, head, roles);
  for (const std::size_t c : groups) roles.roles[c] = Role::Segment;
  if (groups.empty() || told.counts || roles.has(Role::Opening)) return;
  if (const std::optional<std::size_t> customers = find_customers_of_groups(table, roles))
    roles.roles[*customers] = Role::Opening;
}

}  // namespace kirnu

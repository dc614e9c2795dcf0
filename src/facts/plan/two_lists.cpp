#include "facts/plan/two_lists.h"

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "base/name_list.h"
#include "base/sort.h"
#include "facts/plan/column_numbers.h"
#include "facts/plan/event_value.h"
#include "facts/plan/period_columns.h"
#include "facts/words/period_label.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

/// What people call the earlier and the later list, in small letters, told apart by |.
constexpr std::string_view kListNames =
    "last year|this year|previous|previous year|current|current year|before|after|earlier|later|old|new|"
    "prior year|vorjahr|letztes jahr|dieses jahr|aktuelles jahr|aktuell|alt|neu|vorher|nachher|früher|"
    "heute|viime vuosi|edellinen vuosi|tämä vuosi|kuluva vuosi|ennen|jälkeen|vanha|uusi|vanhat|uudet|"
    "list 1|list 2|liste 1|liste 2|lista 1|lista 2|year 1|year 2|jahr 1|jahr 2|vuosi 1|vuosi 2";

/// "Kunden 2024".
bool has_year(std::string_view name) {
  for (std::size_t i = 0; i + 4 <= name.size(); ++i) {
    const std::string_view four = name.substr(i, 4);
    if (four.starts_with("19") || four.starts_with("20")) {
      if (std::all_of(four.begin(), four.end(), is_digit)) return true;
    }
  }
  return false;
}

bool names_a_list(std::string_view name) {
  const std::string folded = fold_case(name);
  return read_period_label(name) || has_year(name) ||
         any_name(kListNames, [&](std::string_view known) { return known == folded; });
}

/// How many texts of the shorter column stand in the longer one, too.
std::int64_t overlap_of(const ColumnProfile& a, const ColumnProfile& b) {
  std::set<std::string_view> known;
  for (const ValueCount& value : a.values) known.insert(value.text);
  std::int64_t both = 0;
  for (const ValueCount& value : b.values) both += known.count(value.text) > 0 ? 1 : 0;
  return both;
}

bool may_be_list(const ColumnFacts& column) {
  return may_have_role(column, Role::CustomerId) && column.profile.distinct() * 10 >= column.profile.filled * 9;
}

bool is_amount(const ColumnFacts& column) {
  const auto amount = [](const NamedRole& named) { return named.role == Role::Amount; };
  return may_have_role(column, Role::Amount) && std::any_of(column.named.begin(), column.named.end(), amount);
}

/// Whether two columns of customers stand beside each other.
bool are_lists(const TableFacts& table, const TableHead& head, const std::vector<std::size_t>& filled) {
  const ColumnFacts& first = table.columns[filled[0]];
  const ColumnFacts& second = table.columns[filled[1]];
  if (!may_be_list(first) || !may_be_list(second) || head.sample.size() < 2) return false;
  const bool lists = table.header && names_a_list(first.name) && names_a_list(second.name);
  const bool twice = table.header && second.name == first.name + " (2)";
  const std::int64_t shorter = std::min(first.profile.distinct(), second.profile.distinct());
  const std::int64_t both = overlap_of(first.profile, second.profile);
  const bool ages = count_up(numbers_of(head, filled[0]));
  return lists || twice || (!ages && both >= 2 && both * 10 >= shorter * 3);
}

}  // namespace

std::optional<RoleAssignment> find_two_lists(const TableFacts& table, const TableHead& head) {
  std::vector<std::size_t> customers, amounts;
  for (const std::size_t c : filled_columns(table)) (is_amount(table.columns[c]) ? amounts : customers).push_back(c);
  if (customers.size() != 2 || amounts.size() > 2) return std::nullopt;
  if (amounts.size() == 1 && (amounts[0] < customers[0] || amounts[0] > customers[1])) return std::nullopt;
  if (!are_lists(table, head, customers)) return std::nullopt;
  RoleAssignment found = no_roles(table);
  for (const std::size_t c : customers) found.roles[c] = Role::CustomerId;
  for (const std::size_t c : amounts) found.roles[c] = Role::Amount;
  return found;
}

std::optional<RoleAssignment> find_status_lists(const TableFacts& table, const RoleAssignment& lists) {
  std::vector<std::pair<std::int32_t, std::size_t>> times;
  for (std::size_t c = 0; c < table.columns.size() && table.header; ++c) {
    const ColumnFacts& column = table.columns[c];
    const std::optional<PeriodName> name = read_period_name(column.name);
    if (name && !column.chosen && tells_states(column)) times.emplace_back(name->first, c);
  }
  const std::optional<std::size_t> ids = lists.column_of(Role::CustomerId);
  if (times.size() < 2 || !ids) return std::nullopt;
  sort_items(times, [](const auto& a, const auto& b) { return a < b; });
  RoleAssignment found = no_roles(table);
  found.roles[*ids] = Role::CustomerId;
  for (std::size_t i = times.size() - 2; i < times.size(); ++i) found.roles[times[i].second] = Role::Event;
  return found;
}

}  // namespace kirnu

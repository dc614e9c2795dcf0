#include "facts/plan/period_columns.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/name_list.h"
#include "base/sort.h"
#include "facts/plan/column_facts.h"
#include "facts/words/period_label.h"
#include "table/row_sorter.h"
#include "text/fold_case.h"
#include "text/spaces.h"
#include "text/yes_no.h"

namespace kirnu {
namespace {

constexpr std::size_t kFewestMonths = 3;  ///< of which subscriptions can be told

constexpr std::string_view kThere = "x|✓|✔", kNotThere = "-|–";

/// Parts of plain names under which orders are counted, and parts that tell their value instead.
constexpr std::string_view kOrderParts =
    "order|purchase|invoice|visit|transaction|bestell|kauf|auftrag|auftrage|rechnung|besuch|einkauf|tilau|osto|kauppo|"
    "kaynti|kaynte|lasku|kerta|kertoja|anzahl|lukumaara";
constexpr std::string_view kValueParts =
    "valu|revenu|amount|sales|umsatz|wert|betrag|summe|summa|arvo|myynti|liikevaihto|eur|usd|mrr";

std::optional<PeriodName> period_named(std::string_view text) {
  const std::optional<PeriodLabel> label = read_calendar_period(text);
  if (!label || !label->span) return std::nullopt;
  const PeriodDays days = days_of(*label->span);
  return PeriodName{.unit = label->unit, .first = days.first, .last = days.last};
}

/// Numbers or marks wherever something stands.
bool may_hold_purchases(const ColumnFacts& column) {
  const ColumnProfile& profile = column.profile;
  if (column.chosen && *column.chosen != Role::Amount && *column.chosen != Role::Units) return false;
  if (profile.percents > 0 || column.date) return false;
  return profile.number.other == 0 ||
         std::all_of(profile.values.begin(), profile.values.end(),
                     [](const ValueCount& v) { return read_presence(v.text).has_value(); });
}

/// Whether marks alone stand there. Most of them mean "nothing" elsewhere, so the cells are asked, not the profile.
bool is_marked(const TableFacts& table, const TableHead& head, std::size_t column) {
  return table.columns[column].profile.numbers() == 0 &&
         std::any_of(head.sample.begin(), head.sample.end(), [column](const std::vector<std::string>& row) {
           return read_presence(row[column]).value_or(0) > 0;
         });
}

bool has_money(const ColumnFacts& column) {
  const ColumnProfile& profile = column.profile;
  return profile.number.point + profile.number.comma + profile.currencies > 0;
}

void add_once(std::vector<std::int32_t>& days, std::int32_t day) {
  if (std::find(days.begin(), days.end(), day) == days.end()) days.push_back(day);
}

/// Columns under the same name, one a period.
struct Group {
  std::string measure = {};
  PeriodUnit unit = PeriodUnit::Year;
  std::vector<std::size_t> columns = {};
  std::vector<std::int32_t> first_days = {};  ///< of the periods, each once
};

std::vector<Group> groups_of(const TableFacts& table) {
  std::vector<Group> groups;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const std::optional<PeriodName> name = read_period_name(table.columns[c].name);
    if (!name || !may_hold_purchases(table.columns[c])) continue;
    const auto same = [&](const Group& group) { return group.measure == name->measure && group.unit == name->unit; };
    auto group = std::find_if(groups.begin(), groups.end(), same);
    if (group == groups.end()) group = groups.insert(groups.end(), Group{.measure = name->measure, .unit = name->unit});
    group->columns.push_back(c);
    add_once(group->first_days, name->first);
  }
  for (Group& group : groups) sort_items(group.first_days, std::less<>());
  std::erase_if(groups, [](const Group& group) {
    return group.columns.size() < 2 || group.first_days.size() < group.columns.size();
  });
  return groups;
}

/// What the cells of a group are: money, unless the name speaks of orders, or marks alone stand there.
Role role_of(const Group& group, const TableFacts& table, const TableHead& head) {
  const auto any = [&](auto holds) { return std::any_of(group.columns.begin(), group.columns.end(), holds); };
  if (any([&](std::size_t c) { return is_marked(table, head, c); })) return Role::Units;
  const bool orders = has_part(group.measure, kOrderParts) && !has_part(group.measure, kValueParts);
  return orders && !any([&](std::size_t c) { return has_money(table.columns[c]); }) ? Role::Units : Role::Amount;
}

/// "Firma; 2023; 2024" is of customers, "Artikel; 2023; 2024" is not; what has no name may be.
bool may_be_customers(const ColumnFacts& column, std::size_t at) {
  return column.name == nameless_column(at) ||
         is_one_of(
             "firm|firms|company|companies|business|buyer|practice|firma|firmen|unternehmen|betrieb|praxis|haushalt|"
             "besteller|yritys|yritykset|ostaja|tilaaja",
             fold_case(trim(column.name)));
}

/// The column whose cells tell the customers: the one named so, else the first that may and whose texts are all
/// different.
std::optional<std::size_t> customer_column(const RoleAssignment& roles, const TableFacts& table) {
  if (const std::optional<std::size_t> named = roles.column_of(Role::CustomerId)) return named;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    const bool ids = may_be_customers(column, c) && may_have_role(column, Role::CustomerId) &&
                     column.profile.numbers() == 0 && column.profile.filled > 1 &&
                     column.profile.distinct() == column.profile.filled;
    if (ids && roles.roles[c] == Role::Ignore && !are_period_labels(column)) return c;
  }
  return std::nullopt;
}

/// Whether most amounts of a customer are those of the month before.
bool are_recurring(const TableHead& head, const std::vector<std::size_t>& columns) {
  std::int64_t pairs = 0, same = 0;
  for (const std::vector<std::string>& row : head.sample) {
    for (std::size_t i = 1; i < columns.size(); ++i) {
      const std::string_view before = trim(row[columns[i - 1]]), now = trim(row[columns[i]]);
      if (before.empty() || now.empty() || now.find_first_of("123456789") == std::string_view::npos) continue;
      ++pairs;
      same += before == now ? 1 : 0;
    }
  }
  return pairs > 0 && same * 2 >= pairs;
}

}  // namespace

std::optional<double> read_presence(std::string_view cell) {
  const std::string mark = fold_case(trim(cell));
  if (is_one_of(kThere, mark) || is_one_of(kYesWords, mark)) return 1;
  if (is_one_of(kNotThere, mark) || is_one_of(kNoWords, mark)) return 0;
  return std::nullopt;
}

std::vector<std::string_view> words_of_name(std::string_view name) {
  constexpr std::string_view kBetween = " _()[]:,\t";
  std::vector<std::string_view> words;
  while (true) {
    const std::size_t begin = name.find_first_not_of(kBetween);
    if (begin == std::string_view::npos) return words;
    const std::size_t end = std::min(name.find_first_of(kBetween, begin), name.size());
    words.push_back(name.substr(begin, end - begin));
    name.remove_prefix(end);
  }
}

std::optional<PeriodName> read_period_name(std::string_view name) {
  if (const std::optional<PeriodName> whole = period_named(name)) return whole;
  const std::vector<std::string_view> words = words_of_name(name);
  for (std::size_t length = words.size(); length > 0; --length) {
    for (std::size_t begin = 0; begin + length <= words.size(); ++begin) {
      std::string part, rest;
      for (std::size_t i = 0; i < words.size(); ++i) {
        std::string& text = i >= begin && i < begin + length ? part : rest;
        text += (text.empty() ? "" : " ") + std::string(words[i]);
      }
      std::optional<PeriodName> period = period_named(part);
      if (!period) continue;
      period->measure = plain_name(rest);
      return period;
    }
  }
  return std::nullopt;
}

std::optional<PeriodColumns> period_columns(const ImportPlan& plan) {
  if (plan.column_of(Role::Date) || plan.column_of(Role::Start)) return std::nullopt;
  PeriodColumns found;
  std::vector<std::int32_t> first_days;
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    const Role role = plan.columns[c].role;
    if (role != Role::Amount && role != Role::Units) continue;
    const std::optional<PeriodName> name = read_period_name(plan.columns[c].name);
    if (!name || (!found.columns.empty() && name->unit != found.unit)) return std::nullopt;
    found.unit = name->unit;
    found.columns.push_back({.column = c, .role = role, .first = name->first, .last = name->last});
    add_once(first_days, name->first);
  }
  if (first_days.size() < 2) return std::nullopt;
  sort_items(found.columns,
             [](const PeriodColumns::Column& a, const PeriodColumns::Column& b) { return a.first < b.first; });
  return found;
}

std::optional<PeriodTable> find_period_table(const TableFacts& table, const TableHead& head) {
  if (!table.header) return std::nullopt;
  std::vector<Group> groups = groups_of(table);
  if (groups.empty()) return std::nullopt;
  PeriodTable found{.roles = assign_roles(table, FactKind::Transactions)};
  std::vector<Role>& roles = found.roles.roles;
  for (std::size_t c = 0; c < roles.size(); ++c) {
    const bool replaced = roles[c] == Role::Date || roles[c] == Role::Amount || roles[c] == Role::Units ||
                          roles[c] == Role::OrderId || read_period_name(table.columns[c].name);
    if (replaced && !table.columns[c].chosen) roles[c] = Role::Ignore;
  }
  const std::optional<std::size_t> customer = customer_column(found.roles, table);
  if (!customer) return std::nullopt;
  roles[*customer] = Role::CustomerId;
  const Group* amounts = nullptr;
  for (const Role role : {Role::Amount, Role::Units}) {  // of each the first group, over the same periods
    for (const Group& group : groups) {
      const bool alike = amounts == nullptr || (group.unit == amounts->unit && group.first_days == amounts->first_days);
      if (found.roles.has(role) || role_of(group, table, head) != role || !alike) continue;
      for (const std::size_t c : group.columns) roles[c] = role;
      if (role == Role::Amount) amounts = &group;
    }
  }
  const bool months = amounts != nullptr && amounts->unit == PeriodUnit::Month;
  if (!months || amounts->columns.size() < kFewestMonths) return found;
  const bool recurring = are_recurring(head, amounts->columns) || amounts->measure.find("mrr") != std::string::npos;
  found.kind = recurring ? FactKind::Subscriptions : FactKind::Transactions;
  found.other = recurring ? FactKind::Transactions : FactKind::Subscriptions;
  return found;
}

}  // namespace kirnu

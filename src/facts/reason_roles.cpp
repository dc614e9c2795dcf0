#include "facts/reason_roles.h"

#include <algorithm>

#include "facts/marked_reasons.h"
#include "facts/name_list.h"
#include "facts/period_label.h"
#include "facts/reason_words.h"
#include "text/number.h"

namespace kirnu {
namespace {

/// Names under which answers are counted, besides those of quantities.
constexpr std::string_view kCountNames =
    "total|sum|summe|gesamt|insgesamt|yhteensa|count|counts|customers|customerslost|lostcustomers|answers|responses|"
    "mentions|votes|frequency|times|"
    "n|cases|number|numberofcustomers|kunden|anzahlkunden|verlorenekunden|haufigkeit|nennungen|antworten|"
    "anzahlantworten|falle|stimmen|kundigungen|asiakkaita|asiakkaat|menetettyjaasiakkaita|vastauksia|"
    "lkm|kpl|vastaukset|mainintoja|mainintaa|kertaa|tapauksia|aania";

bool is_named_count(const ColumnFacts& column) {
  const auto quantity = [](const NamedRole& named) {
    return (named.role == Role::Quantity || named.role == Role::Units) && named.rank == 0;
  };
  const auto count = [](const std::string& name) {
    return any_name(kCountNames, [&](std::string_view known) { return plain_name(known) == name; });
  };
  return std::any_of(column.named.begin(), column.named.end(), quantity) ||
         std::any_of(column.key.plain.begin(), column.key.plain.end(), count);
}

/// Whole numbers wherever something stands, and neither years nor the numbers of the rows.
bool may_count(const ColumnFacts& column) {
  const ColumnProfile& profile = column.profile;
  const bool whole = profile.number.other == 0 && profile.number.point + profile.number.comma == 0;
  return profile.filled > 0 && whole && profile.numbers() == profile.filled && profile.percents == 0 && !column.date &&
         !column.periods && !profile.running && column.name.find('%') == std::string::npos;
}

/// A column of shares, which come to a hundred percent.
bool has_share(const TableFacts& table) {
  return std::any_of(table.columns.begin(), table.columns.end(), [](const ColumnFacts& column) {
    const ColumnProfile& profile = column.profile;
    if (profile.filled == 0 || profile.numbers() != profile.filled || column.chosen) return false;
    double sum = 0;
    for (const ValueCount& value : profile.values) {
      const ReadNumber number =
          read_number(value.text, NumberKind::Money, {.decimal = decimal_mark_of(profile.number)});
      sum += number.value * (number.percent ? 100 : 1) * static_cast<double>(value.count);
    }
    return (sum > 98 && sum < 102) || (sum > 0.98 && sum < 1.02);
  });
}

bool is_each_once(const ColumnProfile& profile) { return profile.distinct() == profile.filled && profile.filled > 1; }

}  // namespace

RoleAssignment with_counted_answers(RoleAssignment roles, const TableFacts& table) {
  const std::optional<std::size_t> reason = roles.column_of(Role::Reason);
  const bool marked = std::count(roles.roles.begin(), roles.roles.end(), Role::Reason) > 1;
  if (!reason || !table.header || marked) return roles;
  const ColumnProfile& profile = table.columns[*reason].profile;
  const bool each_once = is_each_once(profile);
  if (roles.has(Role::CustomerId) && !each_once) return roles;  // an answer a row, and how much each customer bought
  std::vector<std::size_t> named, of_periods, unnamed;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    const bool sum = roles.roles[c] == Role::Amount && each_once && column.profile.currencies == 0;  // "Gesamt"
    const bool free = roles.roles[c] == Role::Ignore || roles.roles[c] == Role::CustomerId || sum;
    if (!free || column.chosen || !may_count(column)) continue;
    if (is_named_count(column)) named.push_back(c);
    else if (sum) continue;
    else if (each_once && read_period_label(column.name)) of_periods.push_back(c);
    else if (each_once) unnamed.push_back(c);
  }
  const std::vector<std::size_t>& counted = !named.empty() ? named : !of_periods.empty() ? of_periods : unnamed;
  if (&counted == &unnamed && (unnamed.size() != 1 || !has_share(table))) return roles;
  for (const std::size_t c : counted) roles.roles[c] = Role::Quantity;
  return roles;
}

std::optional<std::string> find_question(const ColumnProfile& questions) {
  std::vector<std::string> why;
  for (const ValueCount& value : questions.values) {
    if (asks_why_left(value.text)) return value.text;
    if (asks_why(value.text)) why.push_back(value.text);
  }
  return why.size() == 1 ? std::optional(why[0]) : std::nullopt;
}

std::optional<std::size_t> find_questions(const RoleAssignment& roles, const TableFacts& table) {
  constexpr std::string_view kNames = "frage|fragetext|question|questiontext|kysymys|item";
  for (std::size_t c = 0; c < table.columns.size() && roles.has(Role::Reason); ++c) {
    const ColumnFacts& column = table.columns[c];
    const std::vector<std::string>& names = column.key.plain;
    const bool named = any_name(kNames, [&](std::string_view known) {
      return std::find(names.begin(), names.end(), plain_name(known)) != names.end();
    });
    if (named && roles.roles[c] == Role::Ignore && !column.chosen && column.profile.distinct() > 1) return c;
  }
  return std::nullopt;
}

bool has_shares_alone(const RoleAssignment& roles, const TableFacts& table) {
  const std::optional<std::size_t> reason = roles.column_of(Role::Reason);
  if (!reason || roles.has(Role::Quantity) || roles.has(Role::CustomerId) || roles.has(Role::Date)) return false;
  if (!is_each_once(table.columns[*reason].profile)) return false;
  return has_share(table);
}

std::optional<RoleAssignment> find_counted_answers(const TableFacts& table) {
  const std::vector<std::size_t> filled = filled_columns(table);
  if (table.header || filled.size() != 2) return std::nullopt;
  const std::size_t counts = may_count(table.columns[filled[1]]) ? filled[1] : filled[0];
  const std::size_t answers = counts == filled[0] ? filled[1] : filled[0];
  const ColumnProfile& profile = table.columns[answers].profile;
  const bool fits = may_count(table.columns[counts]) && is_each_once(profile) && profile.numbers() == 0 &&
                    count_reasons(profile) * 10 >= profile.filled * 3;
  if (!fits) return std::nullopt;
  RoleAssignment roles = no_roles(table);
  roles.roles[answers] = Role::Reason;
  roles.roles[counts] = Role::Quantity;
  return roles;
}

}  // namespace kirnu

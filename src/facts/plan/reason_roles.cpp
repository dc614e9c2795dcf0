#include "facts/plan/reason_roles.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/name_list.h"
#include "facts/plan/column_numbers.h"
#include "facts/plan/marked_reasons.h"
#include "facts/words/count_name.h"
#include "facts/words/name_words.h"
#include "facts/words/period_label.h"
#include "facts/words/reason_words.h"
#include "text/number.h"

namespace kirnu {

double parts_of_whole(const ColumnFacts& column) {
  const ColumnProfile& profile = column.profile;
  if (profile.filled == 0 || profile.numbers() != profile.filled || column.chosen) return 0;
  double sum = 0;
  for (const ValueCount& value : profile.values) {
    const ReadNumber number = read_number(value.text, NumberKind::Real, {.decimal = decimal_mark_of(profile.number)});
    sum += number.value * static_cast<double>(value.count);
  }
  if (sum > 98 && sum < 102) return 100;
  return sum > 0.98 && sum < 1.02 ? 1 : 0;
}

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

/// "Anteil", "percent": where the numbers come to a hundred, they are shares.
bool is_named_share(const ColumnFacts& column) {
  static constexpr std::string_view kShares =
      "share|percent|percentage|pct|proportion|anteil|prozent|prozentsatz|osuus|prosentti|prosenttia|prosenttiosuus";
  const std::vector<std::string> words = small_words(column.name, Digits::EndWords);
  return parts_of_whole(column) != 0 &&
         std::any_of(words.begin(), words.end(), [](const std::string& word) { return is_one_of(kShares, word); });
}

/// Whole numbers wherever something stands, and neither years nor the numbers of the rows.
bool may_count(const ColumnFacts& column) {
  const ColumnProfile& profile = column.profile;
  const bool whole = profile.number.other == 0 && profile.number.point + profile.number.comma == 0;
  return profile.filled > 0 && whole && profile.numbers() == profile.filled && profile.percents == 0 && !column.date &&
         !column.periods && !profile.running && column.name.find('%') == std::string::npos && !is_named_share(column);
}

/// "Cancellations", "customer_count", "churned": how many, where a table is of reasons.
bool is_about_customers(const ColumnFacts& column) {
  const CountName name = read_count_name(column.name);
  const bool counts = !name.money && !name.rate && !name.aside && !name.planned && !name.summed;
  return counts && (name.role == Role::Churned || (name.people && (!name.named || name.role == Role::Churned)));
}

/// Whole numbers that say something of those who answered, and not how many they were.
bool says_something_else(const ColumnFacts& column) {
  static constexpr std::string_view kElse =
      "id|nr|no|row|rank|rang|year|jahr|vuosi|age|alter|ikä|score|rating|nps|note|bewertung|punkte|arvosana|zip|plz|"
      "tenure|month|months|monate|kuukausia|day|days|tage|päiviä|price|preis|hinta|revenue|umsatz|mrr|value|wert";
  const std::vector<std::string> words = small_words(column.name, Digits::EndWords);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) { return is_one_of(kElse, word); });
}

/// Whether texts, days and periods of a row tell it from every other, but none of them does alone: a row each reason
/// and month. Where one does, each row is somebody's answer.
bool are_rows_told_apart(const TableFacts& table, const TableHead& head) {
  const auto tells_alone = [](const ColumnFacts& one) { return !is_numeric(one) && one.profile.each_once(); };
  if (std::any_of(table.columns.begin(), table.columns.end(), tells_alone)) return false;
  std::set<std::string> rows;
  for (const std::vector<std::string>& row : head.sample) {
    std::string texts;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (!is_numeric(table.columns[c])) texts += row[c] + '\n';
    }
    if (!rows.insert(std::move(texts)).second) return false;
  }
  return rows.size() > 1;
}

/// Without those that are never more than another of them: "of which voluntary" is a part.
std::vector<std::size_t> without_parts(const std::vector<std::size_t>& columns, const TableHead& head) {
  const auto is_part = [&head](std::size_t part, std::size_t whole) {
    const ColumnNumbers parts = numbers_of(head, part), wholes = numbers_of(head, whole);
    bool less = false;
    for (std::size_t row = 0; row < parts.size(); ++row) {
      if (!parts[row] || !wholes[row]) continue;
      if (*parts[row] > *wholes[row]) return false;
      less = less || *parts[row] < *wholes[row];
    }
    return less || part > whole;
  };
  std::vector<std::size_t> wholes;
  for (const std::size_t c : columns) {
    const auto covers = [&](std::size_t other) { return other != c && is_part(c, other); };
    if (std::none_of(columns.begin(), columns.end(), covers)) wholes.push_back(c);
  }
  return wholes;
}

/// By names of counts first, then names of customers and of losses, then years and months; what is left over may be
/// called anything where it stands alone beside the reasons or their shares.
std::vector<std::size_t> counts_of_answers(const RoleAssignment& roles, const TableFacts& table, const TableHead& head,
                                           bool each_once) {
  const bool apart = each_once || (!roles.has(Role::CustomerId) && are_rows_told_apart(table, head));
  std::vector<std::size_t> named, of_customers, of_periods, unnamed;
  std::size_t texts = 0;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    texts += column.profile.filled > 0 && !is_numeric(column) ? 1U : 0U;
    const bool sum = roles.roles[c] == Role::Amount && each_once && column.profile.currencies == 0;  // "Gesamt"
    const bool free = roles.roles[c] == Role::Ignore || roles.roles[c] == Role::CustomerId || sum;
    if (!free || column.chosen || !may_count(column)) continue;
    if (is_named_count(column)) named.push_back(c);
    else if (sum) continue;
    else if (apart && is_about_customers(column)) of_customers.push_back(c);
    else if (each_once && read_period_label(column.name)) of_periods.push_back(c);
    else if (each_once && !says_something_else(column)) unnamed.push_back(c);
  }
  const bool has_share = std::any_of(table.columns.begin(), table.columns.end(),
                                     [](const ColumnFacts& column) { return parts_of_whole(column) != 0; });
  if (!named.empty()) return named;
  if (!of_customers.empty()) return without_parts(of_customers, head);
  if (!of_periods.empty()) return of_periods;
  return unnamed.size() == 1 && (texts == 1 || has_share) ? unnamed : std::vector<std::size_t>();
}

}  // namespace

RoleAssignment with_counted_answers(RoleAssignment roles, const TableFacts& table, const TableHead& head) {
  const std::optional<std::size_t> reason = roles.column_of(Role::Reason);
  const bool marked = std::count(roles.roles.begin(), roles.roles.end(), Role::Reason) > 1;
  if (!reason || !table.header || marked) return roles;
  const bool each_once = table.columns[*reason].profile.each_once();
  if (roles.has(Role::CustomerId) && !each_once && !may_count(table.columns[*roles.column_of(Role::CustomerId)]))
    return roles;  // an answer a row, and how much each customer bought
  for (const std::size_t c : counts_of_answers(roles, table, head, each_once)) roles.roles[c] = Role::Quantity;
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

std::optional<std::size_t> find_shares_alone(const RoleAssignment& roles, const TableFacts& table) {
  const std::optional<std::size_t> reason = roles.column_of(Role::Reason);
  if (!reason || roles.has(Role::Quantity) || roles.has(Role::CustomerId) || roles.has(Role::Date)) return std::nullopt;
  if (!table.columns[*reason].profile.each_once()) return std::nullopt;
  for (std::size_t c = table.columns.size(); c-- > 0;) {  // of several years the last
    if (parts_of_whole(table.columns[c]) != 0) return c;
  }
  return std::nullopt;
}

std::optional<RoleAssignment> find_counted_answers(const TableFacts& table) {
  const std::vector<std::size_t> filled = filled_columns(table);
  if (table.header || filled.size() != 2) return std::nullopt;
  const std::size_t counts = may_count(table.columns[filled[1]]) ? filled[1] : filled[0];
  const std::size_t answers = counts == filled[0] ? filled[1] : filled[0];
  const ColumnProfile& profile = table.columns[answers].profile;
  const bool fits = may_count(table.columns[counts]) && profile.each_once() && profile.numbers() == 0 &&
                    count_reasons(profile) * 10 >= profile.filled * 3;
  if (!fits) return std::nullopt;
  RoleAssignment roles = no_roles(table);
  roles.roles[answers] = Role::Reason;
  roles.roles[counts] = Role::Quantity;
  return roles;
}

}  // namespace kirnu

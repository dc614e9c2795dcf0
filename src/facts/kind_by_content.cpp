#include "facts/kind_by_content.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "facts/cohort_roles.h"
#include "facts/count_roles.h"
#include "facts/event_value.h"
#include "facts/period_label.h"
#include "text/fold_case.h"
#include "text/number.h"

namespace kirnu {
namespace {

constexpr auto kListWords =
    std::to_array<std::string_view>({"last year",      "this year",       "previous",     "previous year",
                                     "current",        "current year",    "before",       "after",
                                     "earlier",        "later",           "old",          "new",
                                     "prior year",     "vorjahr",         "letztes jahr", "dieses jahr",
                                     "aktuelles jahr", "aktuell",         "alt",          "neu",
                                     "vorher",         "nachher",         "früher",       "heute",
                                     "viime vuosi",    "edellinen vuosi", "tämä vuosi",   "kuluva vuosi",
                                     "ennen",          "jälkeen",         "vanha",        "uusi",
                                     "vanhat",         "uudet",           "list 1",       "list 2",
                                     "liste 1",        "liste 2",         "lista 1",      "lista 2",
                                     "year 1",         "year 2",          "jahr 1",       "jahr 2",
                                     "vuosi 1",        "vuosi 2"});

/// Parts of words with which people in three languages say why they leave.
constexpr auto kReasonParts = std::to_array<std::string_view>({"expensiv",       "price",
                                                               "pricing",        "teuer",
                                                               "preis",          "kallis",
                                                               "hinta",          "service",
                                                               "palvelu",        "support",
                                                               "quality",        "qualit",
                                                               "laatu",          "competit",
                                                               "konkurr",        "kilpail",
                                                               "wechsel",        "switched",
                                                               "vaihto",         "feature",
                                                               "funktion",       "bedarf",
                                                               "tarve",          "tarpee",
                                                               "unused",         "not used",
                                                               "no need",        "budget",
                                                               "budjetti",       "satisf",
                                                               "zufrieden",      "tyytymä",
                                                               "complex",        "kompliz",
                                                               "vaikea",         "missing",
                                                               "fehlt",          "puuttu",
                                                               "sonstig",        "umzug",
                                                               "umgezogen",      "muutto",
                                                               "moved",          "geschäftsaufgabe",
                                                               "payment_failed", "cancellation_requested"});

RoleAssignment no_roles(const TableFacts& table) {
  return {.roles = std::vector<Role>(table.columns.size(), Role::Ignore),
          .ranks = std::vector<int>(table.columns.size(), std::numeric_limits<int>::max())};
}

std::vector<std::size_t> filled_columns(const TableFacts& table) {
  std::vector<std::size_t> filled;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].profile.filled > 0) filled.push_back(c);
  }
  return filled;
}

bool is_all_numbers(const ColumnFacts& column) {
  return column.profile.filled > 0 && column.profile.number.other == 0 && column.profile.numbers() > 0 && !column.date;
}

/// The year that is part of a name such as "Kunden 2024"; absent when there is none.
bool has_year(std::string_view name) {
  for (std::size_t i = 0; i + 4 <= name.size(); ++i) {
    const std::string_view four = name.substr(i, 4);
    if (four.starts_with("19") || four.starts_with("20")) {
      if (std::all_of(four.begin(), four.end(), [](char c) { return c >= '0' && c <= '9'; })) return true;
    }
  }
  return false;
}

bool names_a_list(std::string_view name) {
  const std::string folded = fold_case(name);
  return read_period_label(name) || has_year(name) ||
         std::find(kListWords.begin(), kListWords.end(), folded) != kListWords.end();
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

/// 0, 1, 2 … or 1, 2, 3 …: ages of a series.
bool are_ages(const TableHead& head, std::size_t column) {
  const std::vector<std::optional<double>> numbers = numbers_of(head, column);
  if (numbers.size() < 2 || !numbers[0] || (*numbers[0] != 0 && *numbers[0] != 1)) return false;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    if (!numbers[i] || *numbers[i] != *numbers[0] + static_cast<double>(i)) return false;
  }
  return true;
}

KindGuess guess_single_column(const TableFacts& table, const TableHead& head, std::size_t c) {
  KindGuess guess{.roles = no_roles(table), .by_content = true};
  const ColumnProfile& profile = table.columns[c].profile;
  const auto decide = [&](FactKind kind, Role role) {
    guess.kind = kind;
    guess.roles.roles[c] = role;
  };
  if (is_all_numbers(table.columns[c]) && is_falling(head, c) && begins_whole(head, c)) {
    decide(FactKind::Retention, Role::Retained);
    return guess;
  }
  if (has_censoring_marks(profile)) {
    decide(FactKind::Survival, Role::Time);
    return guess;
  }
  guess.choices = {FactKind::Lists, FactKind::Reasons};
  if (!may_have_role(table.columns[c], Role::CustomerId)) return guess;
  std::int64_t reasons = 0;
  for (const ValueCount& value : profile.values) {
    const std::string folded = fold_case(value.text);
    const auto said = [&](std::string_view part) { return folded.find(part) != std::string::npos; };
    if (std::any_of(kReasonParts.begin(), kReasonParts.end(), said)) reasons += value.count;
  }
  const bool ids = profile.emails * 10 >= profile.filled * 6 || profile.with_digit * 10 >= profile.filled * 9;
  if (!ids && reasons * 10 >= profile.filled * 3) {
    decide(FactKind::Reasons, Role::Reason);
  } else if (ids) {
    decide(FactKind::Lists, Role::CustomerId);
  } else if (profile.distinct() == profile.filled) {
    decide(FactKind::Lists, Role::CustomerId);
    guess.other = FactKind::Reasons;
  } else if (profile.distinct() * 2 <= profile.filled) {
    decide(FactKind::Reasons, Role::Reason);
    guess.other = FactKind::Lists;
  }
  return guess;
}

/// Columns of numbers get their roles by arithmetic; the first other column is the period. As in count_reader.
std::optional<KindGuess> guess_counts(const TableFacts& table, const TableHead& head,
                                      const std::vector<std::size_t>& filled) {
  std::vector<std::size_t> numeric;
  std::optional<std::size_t> label;
  for (const std::size_t c : filled) {
    const ColumnFacts& column = table.columns[c];
    const bool numbers = is_all_numbers(column);
    if (numbers && (label || !are_period_labels(column))) numeric.push_back(c);
    else if (!label) label = c;
    else return std::nullopt;
  }
  if (table.header && numeric.size() < 3) return std::nullopt;
  if (label && !are_period_labels(table.columns[*label])) return std::nullopt;
  std::vector<CountColumnValues> values;
  for (const std::size_t c : numeric) values.push_back(numbers_of(head, c));
  const std::optional<std::vector<Role>> roles = find_roles_by_arithmetic(values);
  if (!roles) return std::nullopt;
  KindGuess guess{.kind = FactKind::Counts, .roles = no_roles(table), .by_content = true};
  for (std::size_t i = 0; i < numeric.size(); ++i) guess.roles.roles[numeric[i]] = (*roles)[i];
  if (label) guess.roles.roles[*label] = Role::Time;
  return guess;
}

std::optional<KindGuess> guess_retention(const TableFacts& table, const TableHead& head,
                                         const std::vector<std::size_t>& filled) {
  if (filled.size() != 2 || !are_ages(head, filled[0]) || !is_all_numbers(table.columns[filled[1]]))
    return std::nullopt;
  if (!is_falling(head, filled[1])) return std::nullopt;
  KindGuess guess{.kind = FactKind::Retention, .roles = no_roles(table), .by_content = true};
  guess.roles.roles[filled[0]] = Role::Time;
  guess.roles.roles[filled[1]] = Role::Retained;
  return guess;
}

/// Of the columns of numbers, the last with decimals is money; a single other one of whole numbers is pieces.
void add_amount_and_units(KindGuess& guess, const TableFacts& table, const std::vector<std::size_t>& numeric) {
  const auto has_decimals = [&](std::size_t c) {
    const ColumnProfile& profile = table.columns[c].profile;
    return profile.number.point + profile.number.comma + profile.currencies > 0;
  };
  const auto amount = std::find_if(numeric.rbegin(), numeric.rend(), has_decimals);
  if (amount == numeric.rend() && numeric.size() != 1) return;
  const std::size_t money = amount == numeric.rend() ? numeric[0] : *amount;
  guess.roles.roles[money] = Role::Amount;
  if (numeric.size() != 2) return;
  const std::size_t other = numeric[0] == money ? numeric[1] : numeric[0];
  if (table.columns[other].profile.whole == table.columns[other].profile.filled) guess.roles.roles[other] = Role::Units;
}

/// Rows of ids and days without names.
std::optional<KindGuess> guess_dated(const TableFacts& table, const std::vector<std::size_t>& filled) {
  std::vector<std::size_t> dates, numeric;
  std::optional<std::size_t> id;
  for (const std::size_t c : filled) {
    const ColumnFacts& column = table.columns[c];
    if (column.date) dates.push_back(c);
    else if (!id && may_have_role(column, Role::CustomerId)) id = c;
    else if (is_all_numbers(column)) numeric.push_back(c);
  }
  if (table.header || dates.empty()) return std::nullopt;
  KindGuess guess{
      .choices = {FactKind::Transactions, FactKind::Subscriptions}, .roles = no_roles(table), .by_content = true};
  if (!id || dates.size() > 2) return guess;
  const ColumnProfile& last = table.columns[dates.back()].profile;
  if (dates.size() == 2 && last.filled == last.cells) return guess;  // began and ended, or ordered and sent?
  guess.roles.roles[*id] = Role::CustomerId;
  if (dates.size() == 2) {
    guess.kind = FactKind::Subscriptions;
    guess.roles.roles[dates[0]] = Role::Start;
    guess.roles.roles[dates[1]] = Role::End;
    return guess;
  }
  guess.kind = FactKind::Transactions;
  guess.roles.roles[dates[0]] = Role::Date;
  add_amount_and_units(guess, table, numeric);
  return guess;
}

}  // namespace

std::vector<std::optional<double>> numbers_of(const TableHead& head, std::size_t column) {
  std::vector<std::optional<double>> numbers;
  for (const std::vector<std::string>& row : head.sample) {
    const std::string_view cell = column < row.size() ? std::string_view(row[column]) : std::string_view();
    const ReadNumber number = read_number(cell, NumberKind::Count);
    numbers.push_back(number.status == NumberStatus::Ok
                          ? std::optional(number.percent ? number.value * 100 : number.value)
                          : std::nullopt);
  }
  return numbers;
}

bool begins_whole(const TableHead& head, std::size_t column) {
  const std::vector<std::optional<double>> numbers = numbers_of(head, column);
  return numbers.size() >= 3 && numbers[0] && (*numbers[0] == 100 || *numbers[0] == 1);
}

bool is_falling(const TableHead& head, std::size_t column) {
  std::optional<double> first, last;
  for (const std::optional<double>& number : numbers_of(head, column)) {
    if (!number) continue;
    if (last && *number > *last) return false;
    if (!first) first = number;
    last = number;
  }
  return first && *last < *first;
}

bool are_period_labels(const ColumnFacts& column) {
  PeriodNumbers numbers;
  for (const ValueCount& value : column.profile.values) {
    if (!read_period_label(value.text) || !numbers.add(value.text)) return false;
  }
  return !column.profile.values.empty() && !numbers.alone();
}

bool are_two_lists(const TableFacts& table, const TableHead& head) {
  const std::vector<std::size_t> filled = filled_columns(table);
  if (filled.size() != 2) return false;
  const ColumnFacts& first = table.columns[filled[0]];
  const ColumnFacts& second = table.columns[filled[1]];
  if (!may_be_list(first) || !may_be_list(second) || head.sample.size() < 2) return false;
  const bool lists = table.header && names_a_list(first.name) && names_a_list(second.name);
  const bool twice = table.header && second.name == first.name + " (2)";
  const std::int64_t shorter = std::min(first.profile.distinct(), second.profile.distinct());
  const std::int64_t both = overlap_of(first.profile, second.profile);
  const bool ages = are_ages(head, filled[0]);
  return lists || twice || (!ages && both >= 2 && both * 10 >= shorter * 3);
}

KindGuess guess_kind_by_content(const TableFacts& table, const TableHead& head) {
  const std::vector<std::size_t> filled = filled_columns(table);
  if (filled.size() == 1) return guess_single_column(table, head, filled[0]);
  if (auto dated = guess_dated(table, filled)) return *dated;
  if (auto retention = guess_retention(table, head, filled)) return *retention;
  if (are_two_lists(table, head)) {
    KindGuess guess{.kind = FactKind::Lists, .roles = no_roles(table), .by_content = !table.header};
    for (const std::size_t c : filled) guess.roles.roles[c] = Role::CustomerId;
    return guess;
  }
  if (auto cohorts = find_cohort_roles_by_content(table, head))
    return {.kind = FactKind::Retention, .roles = *cohorts, .by_content = true};
  if (auto counts = guess_counts(table, head, filled)) return *counts;
  return {.roles = no_roles(table)};
}

}  // namespace kirnu

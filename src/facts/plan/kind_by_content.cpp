#include "facts/plan/kind_by_content.h"

#include <algorithm>

#include "facts/plan/cohort_roles.h"
#include "facts/plan/column_numbers.h"
#include "facts/plan/count_columns.h"
#include "facts/plan/one_column.h"
#include "facts/plan/reason_roles.h"
#include "facts/plan/two_lists.h"

namespace kirnu {
namespace {

/// Ages, and beside them what falls.
std::optional<KindGuess> guess_retention(const TableFacts& table, const TableHead& head,
                                         const std::vector<std::size_t>& filled) {
  if (filled.size() != 2 || !count_up(numbers_of(head, filled[0])) || !is_numeric(table.columns[filled[1]]) ||
      !is_falling(numbers_of(head, filled[1])))
    return std::nullopt;
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
    else if (is_numeric(column)) numeric.push_back(c);
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

KindGuess guess_kind_by_content(const TableFacts& table, const TableHead& head) {
  const std::vector<std::size_t> filled = filled_columns(table);
  if (filled.size() == 1) return guess_one_column(table, head, filled[0]);
  if (auto dated = guess_dated(table, filled)) return *dated;
  if (auto answers = find_counted_answers(table))
    return {.kind = FactKind::Reasons, .roles = *answers, .by_content = true};
  if (auto retention = guess_retention(table, head, filled)) return *retention;
  if (auto lists = find_two_lists(table, head))
    return {.kind = FactKind::Lists, .roles = *lists, .by_content = !table.header};
  if (auto cohorts = find_cohort_roles_by_content(table, head))
    return {.kind = FactKind::Retention, .roles = *cohorts, .by_content = true};
  if (auto counts = find_count_columns_by_content(table, head))
    return {.kind = FactKind::Counts, .roles = *counts, .by_content = true};
  return {.roles = no_roles(table)};
}

}  // namespace kirnu

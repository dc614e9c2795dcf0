#include "facts/plan/kind_guess.h"

#include <algorithm>
#include <utility>

#include "facts/plan/cohort_roles.h"
#include "facts/plan/count_columns.h"
#include "facts/plan/event_rows.h"
#include "facts/plan/event_value.h"
#include "facts/plan/kind_by_content.h"
#include "facts/plan/kind_fits.h"
#include "facts/plan/left_flags.h"
#include "facts/plan/marked_reasons.h"
#include "facts/plan/month_rows.h"
#include "facts/plan/order_or_contract.h"
#include "facts/plan/period_columns.h"
#include "facts/plan/purchase_summary.h"
#include "facts/plan/reason_roles.h"
#include "facts/plan/series_columns.h"
#include "facts/plan/two_lists.h"
#include "facts/words/period_label.h"
#include "facts/words/reason_words.h"

namespace kirnu {
namespace {

KindGuess guess_contract_with_end(const KindFits& fits) {
  KindGuess guess{.kind = FactKind::Subscriptions, .roles = fits.subscriptions};
  if (fits.is_dated_as_orders() && fits.transactions.has(Role::OrderId)) guess.other = FactKind::Transactions;
  return guess;
}

KindGuess guess_lifetimes(const KindFits& fits) {
  if (fits.is_dated_as_orders()) return {.choices = {FactKind::Survival, FactKind::Transactions}};
  const bool why = fits.reasons.rank_of(Role::Reason) == 0;
  return {.kind = FactKind::Survival,
          .other = why ? std::optional(FactKind::Reasons) : std::nullopt,
          .roles = fits.survival};
}

KindGuess guess_reasons(const KindFits& fits) {
  return {.kind = FactKind::Reasons,
          .other = fits.has_end() ? std::optional(FactKind::Subscriptions) : std::nullopt,
          .roles = fits.reasons};
}

/// Whether all cells of a column name years, or days of which each has many rows: who was there in which one tells who
/// came and who left.
bool are_years_or_days(const ColumnFacts& column) {
  return column.date ||
         std::all_of(column.profile.values.begin(), column.profile.values.end(), [](const ValueCount& value) {
           const std::optional<PeriodLabel> label = read_period_label(value.text);
           return label && label->unit == PeriodUnit::Year;
         });
}

/// What each customer paid in each month.
KindGuess guess_monthly_payments(const KindFits& fits, std::size_t months) {
  KindGuess guess{.kind = FactKind::Transactions, .other = FactKind::Lists, .roles = fits.transactions};
  guess.roles.roles[months] = Role::Date;
  return guess;
}

/// Who left is said, but not when.
KindGuess guess_marked_list(const KindFits& fits, std::size_t marks) {
  KindGuess guess{.kind = FactKind::Lists, .roles = fits.lists};
  guess.roles.roles[marks] = Role::Event;
  return guess;
}

/// Customers, and no day on which any came or left. Whatever else a column tells of that, a list would drop.
KindGuess guess_list(const KindFits& fits) {
  const std::optional<std::size_t> months = fits.months_of_customers();
  const bool years =
      months && fits.transactions.has(Role::CustomerId) && are_years_or_days(fits.table.columns[*months]);
  if (years || (months && fits.transactions.has(Role::Amount))) return guess_monthly_payments(fits, *months);
  if (!fits.lists.has(Role::CustomerId) || fits.counts_customers_of_groups()) return {};
  if (months || fits.has_unknown_dates())
    return {.choices = {FactKind::Transactions, FactKind::Subscriptions, FactKind::Lists}};
  if (const auto marks = fits.left_marks()) return guess_marked_list(fits, *marks);
  if (fits.says_who_left()) return {.choices = {FactKind::Survival, FactKind::Lists}};
  if (fits.has_month_columns()) return {.choices = {FactKind::Subscriptions, FactKind::Lists}};
  return {.kind = FactKind::Lists, .roles = fits.lists};
}

/// The first that fits, from what columns tell most surely to what they hardly tell.
KindGuess guess_by_names(const KindFits& fits) {
  const KindGuess contracts{.kind = FactKind::Subscriptions, .roles = fits.subscriptions};
  const KindGuess counts{.kind = FactKind::Counts, .roles = fits.counts};
  const bool customers = fits.subscriptions.has(Role::CustomerId), start = fits.subscriptions.has(Role::Start);
  if (fits.begins_and_ends()) return guess_contract_with_end(fits);
  if (fits.survives()) return guess_lifetimes(fits);
  const auto why = find_marked_reasons(fits.table, fits.head, fits.reasons);
  const std::optional<std::size_t> marks = fits.left_marks(), days = fits.days_of_leaving(why ? *why : fits.reasons);
  if (why && !marks && !days) return {.kind = FactKind::Reasons, .roles = *why};
  if (fits.counts_customers_by_day() || (fits.counts_enough() && !fits.is_dated())) return counts;
  if (auto states = find_status_lists(fits.table, fits.lists)) return {.kind = FactKind::Lists, .roles = *states};
  if (find_two_lists(fits.table, fits.head)) return guess_kind_by_content(fits.table, fits.head);
  if (fits.retains())
    return {.kind = FactKind::Retention, .roles = find_series_columns(fits.retention, fits.table, fits.head)};
  if (fits.counts_partly()) return counts;
  if (auto events = find_event_rows(fits))
    return {.kind = FactKind::Subscriptions, .other = FactKind::Transactions, .roles = *events};
  if (may_be_event_rows(fits)) return {.choices = {FactKind::Subscriptions, FactKind::Transactions}};
  if (auto months = find_month_rows(fits))
    return {.kind = FactKind::Subscriptions, .other = FactKind::Transactions, .roles = *months};
  if (auto summary = find_purchase_summary(fits)) return {.kind = FactKind::Transactions, .roles = *summary};
  if (fits.is_dated() && fits.is_dated_as_answers()) return guess_reasons(fits);
  if (fits.is_dated()) return guess_order_or_contract(fits);
  if (const auto spells = fits.unnamed_spells())
    return {.kind = FactKind::Subscriptions, .roles = *spells, .by_content = true};
  if (days && !start) return guess_marked_list(fits, *days);
  if (are_spells_of_rows(fits.table, fits.subscriptions)) return contracts;
  if (fits.reasons.has(Role::Reason) && !(start && customers))
    return marks ? guess_marked_list(fits, *marks) : guess_reasons(fits);
  if (customers && fits.has_end()) return contracts;
  if (const auto periods = find_period_table(fits.table, fits.head))
    return {.kind = periods->kind, .other = periods->other, .roles = periods->roles};
  if (start && marks) return guess_marked_list(fits, *marks);
  if (customers && start) return guess_contract_without_end(fits);
  if (fits.has_customers_by_period()) return counts;
  const KindGuess list = guess_list(fits);
  if (list.kind || !list.choices.empty()) return list;
  if (start && fits.has_end()) return contracts;
  const auto of_rows = fits.left_marks_of_rows();
  return of_rows ? guess_marked_list(fits, *of_rows) : KindGuess();
}

/// Kinds for which the cells could be enough, if somebody said which column is what.
std::vector<FactKind> possible_kinds(const TableFacts& table) {
  std::size_t dates = 0, numbers = 0, texts = 0;
  for (const std::size_t c : filled_columns(table)) {
    if (table.columns[c].date) ++dates;
    else if (is_numeric(table.columns[c])) ++numbers;
    else ++texts;
  }
  std::vector<FactKind> kinds;
  if (dates >= 1 && texts + numbers >= 1) return {FactKind::Subscriptions, FactKind::Transactions, FactKind::Lists};
  if (numbers >= 2) kinds.push_back(FactKind::Counts);
  if (texts + numbers >= 1) kinds.push_back(FactKind::Lists);
  if (numbers >= 1 && texts + numbers + dates >= 2) kinds.push_back(FactKind::Survival);
  if (numbers >= 1) kinds.push_back(FactKind::Retention);
  if (texts >= 1) kinds.push_back(FactKind::Reasons);
  return kinds;
}

/// A list as a person called it: who left may stand in it all the same.
KindGuess guess_list_by_hand(const KindFits& fits, const RoleAssignment& named) {
  if (auto states = find_status_lists(fits.table, named)) return {.kind = FactKind::Lists, .roles = *states};
  if (!named.has(Role::Event)) {
    const auto marks = fits.lists.has(Role::CustomerId) ? fits.left_marks() : fits.left_marks_of_rows();
    if (marks) return guess_marked_list(fits, *marks);
  }
  return {.kind = FactKind::Lists, .roles = named};
}

/// A person has said the kind: which column is what is said by names, and where they say too little by the cells.
KindGuess guess_roles(const KindFits& fits, FactKind kind) {
  if (kind == FactKind::Retention) {
    if (auto cohorts = find_cohort_roles(fits.table, fits.head, true)) return {.kind = kind, .roles = *cohorts};
  }
  if (kind == FactKind::Reasons) {
    if (auto marked = find_marked_reasons(fits.table, fits.head, fits.reasons)) return {.kind = kind, .roles = *marked};
  }
  const bool dated = kind == FactKind::Transactions || kind == FactKind::Subscriptions;
  const KindGuess by_content = guess_kind_by_content(fits.table, fits.head);
  const RoleAssignment named = kind == FactKind::Survival ? fits.survival : assign_roles(fits.table, kind);
  if (kind == FactKind::Subscriptions && !missing_roles(named, kind).empty()) {
    if (auto events = find_event_rows(fits, true)) return {.kind = kind, .roles = *events};
    if (auto months = find_month_rows(fits, true)) return {.kind = kind, .roles = *months};
  }
  if (kind == FactKind::Transactions) {
    if (auto summary = find_purchase_summary(fits)) return {.kind = kind, .roles = *summary};
  }
  if (dated && !missing_roles(named, kind).empty()) {
    if (auto periods = find_period_table(fits.table, fits.head)) return {.kind = kind, .roles = periods->roles};
  }
  const std::optional<std::size_t> months = fits.months_of_customers();
  if (kind == FactKind::Transactions && months && named.has(Role::CustomerId) && !named.has(Role::Date))
    return guess_monthly_payments(fits, *months);
  if (by_content.kind == kind && (!missing_roles(named, kind).empty() || find_two_lists(fits.table, fits.head)))
    return by_content;
  if (kind == FactKind::Lists) return guess_list_by_hand(fits, named);
  return {.kind = kind, .roles = named};
}

/// A known export, but for a list that has more than its export's names and may be more than a list.
bool is_known(const KindFits& fits) {
  if (fits.table.known == nullptr) return false;
  return fits.table.known->kind != FactKind::Lists || !(fits.has_end() || fits.is_dated_as_orders());
}

KindGuess guess(const KindFits& fits, std::optional<FactKind> chosen) {
  if (chosen) return guess_roles(fits, *chosen);
  if (is_known(fits))
    return {.kind = fits.table.known->kind, .roles = assign_roles(fits.table, fits.table.known->kind)};
  if (auto cohorts = find_cohort_roles(fits.table, fits.head)) return {.kind = FactKind::Retention, .roles = *cohorts};
  KindGuess guess = guess_by_names(fits);
  return guess.kind || !guess.choices.empty() ? guess : guess_kind_by_content(fits.table, fits.head);
}

/// Beside answers: whoever is still there has none, whatever stands in the cell.
void take_who_left(RoleAssignment& roles, const TableFacts& table) {
  if (roles.has(Role::Quantity) || !roles.has(Role::Reason)) return;
  for (std::size_t c = 0; c < table.columns.size() && !roles.has(Role::Event); ++c) {
    const bool free = roles.roles[c] == Role::Ignore && !table.columns[c].chosen;
    if (free && tells_who_left(table.columns[c])) roles.roles[c] = Role::Event;
  }
}

/// Beside a list's marks stands why, and of subscriptions in several columns.
void take_reasons(KindGuess& made, const KindFits& fits) {
  const bool list = made.kind == FactKind::Lists;
  RoleAssignment& roles = made.roles;
  if (!roles.has(list ? Role::Event : Role::Start) || (!list && made.kind != FactKind::Subscriptions)) return;
  const auto marked = find_marked_reasons(fits.table, fits.head, fits.reasons);
  if (!marked && !list) return;
  const RoleAssignment& why = marked ? *marked : fits.reasons;
  for (std::size_t c = 0; c < roles.roles.size(); ++c) {
    const bool free = roles.roles[c] == Role::Ignore || roles.roles[c] == Role::Segment;
    const bool asked = !marked || asks_why(fits.table.columns[c].name);  // who left may have had a "price increase"
    if (free && asked && why.roles[c] == Role::Reason) roles.roles[c] = Role::Reason;
  }
}

void add_chosen(RoleAssignment& roles, const TableFacts& table) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].chosen) roles.roles[c] = *table.columns[c].chosen;
  }
}

}  // namespace

KindGuess guess_kind(const TableFacts& table, const TableHead& head, const ImportChoice& choice) {
  const KindFits fits(table, head);
  KindGuess made = guess(fits, choice.kind);
  if (!made.kind && made.choices.empty()) made.choices = possible_kinds(table);
  if (!made.kind) made.roles = no_roles(table);
  if (made.kind == FactKind::Reasons) {
    const std::optional<std::size_t> questions = find_questions(made.roles, table);
    const bool told = questions && find_question(table.columns[*questions].profile);
    if (told) made.roles.roles[*questions] = Role::Segment;
    else if (questions && !choice.kind) made = {.choices = {FactKind::Reasons}, .roles = no_roles(table)};
  }
  if (made.kind == FactKind::Reasons) {
    made.roles = with_counted_answers(std::move(made.roles), table, head);
    const std::optional<std::size_t> shares = find_shares_alone(made.roles, table);
    if (shares) {
      made.roles.roles[*shares] = Role::Quantity;
      made.parts_of_whole = parts_of_whole(table.columns[*shares]);
    }
    take_who_left(made.roles, table);
  }
  if (made.kind == FactKind::Subscriptions && made.roles.has(Role::Start)) {
    if (const auto flags = find_left_flags(table, head, made.roles)) made.roles.roles[*flags] = Role::Event;
  }
  take_reasons(made, fits);
  if (made.kind == FactKind::Counts) made.roles = find_count_columns(table, head);
  if (made.other == made.kind) made.other.reset();
  add_chosen(made.roles, table);
  return made;
}

}  // namespace kirnu

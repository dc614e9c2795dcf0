#include "facts/kind_guess.h"

#include <algorithm>
#include <array>

#include "facts/age_label.h"
#include "facts/cohort_roles.h"
#include "facts/count_roles.h"
#include "facts/entry_column.h"
#include "facts/event_value.h"
#include "facts/kind_by_content.h"
#include "facts/period_label.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

/// Words of a status that tell a contract, and words that tell a payment.
constexpr auto kContractWords = std::to_array<std::string_view>(
    {"active",     "trialing",  "in_trial",    "trial",        "canceled",   "cancelled", "past_due",     "past due",
     "unpaid",     "paused",    "expired",     "non_renewing", "incomplete", "future",    "aktiv",        "inaktiv",
     "gekündigt",  "beendet",   "abgelaufen",  "pausiert",     "ruhend",     "inactive",  "churned",      "ended",
     "aktiivinen", "päättynyt", "irtisanottu", "tauolla",      "voimassa",   "wc-active", "wc-cancelled", "lopetettu"});
constexpr auto kPaymentWords = std::to_array<std::string_view>(
    {"paid",       "refunded",   "succeeded",     "failed",     "pending",   "fulfilled",
     "shipped",    "completed",  "complete",      "processing", "voided",    "partially_refunded",
     "authorized", "open",       "bezahlt",       "offen",      "storniert", "versendet",
     "versandt",   "geliefert",  "abgeschlossen", "überfällig", "erstattet", "maksettu",
     "avoin",      "toimitettu", "hyvitetty",     "erääntynyt"});

template <class List>
std::int64_t count_words(const ColumnProfile& profile, const List& words) {
  std::int64_t cells = 0;
  for (const ValueCount& value : profile.values) {
    if (std::find(words.begin(), words.end(), fold_case(value.text)) != words.end()) cells += value.count;
  }
  return cells;
}

/// The assignments of one table to the kinds, and what they make likely.
struct Fits {
  const TableFacts& table;
  const TableHead& head;
  RoleAssignment subscriptions, transactions, counts, survival, retention, reasons, lists;

  Fits(const TableFacts& facts, const TableHead& table_head)
      : table(facts),
        head(table_head),
        subscriptions(assign_roles(facts, FactKind::Subscriptions)),
        transactions(assign_roles(facts, FactKind::Transactions)),
        counts(assign_roles(facts, FactKind::Counts)),
        survival(assign_roles(facts, FactKind::Survival)),
        retention(assign_roles(facts, FactKind::Retention)),
        reasons(assign_roles(facts, FactKind::Reasons)),
        lists(assign_roles(facts, FactKind::Lists)) {
    take_entry(survival, facts, table_head);
  }

  bool has_end() const { return subscriptions.has(Role::End) || subscriptions.has(Role::Canceled); }
  bool begins_and_ends() const {
    return subscriptions.has(Role::CustomerId) && subscriptions.has(Role::Start) && has_end();
  }
  bool is_dated() const {
    if (!transactions.has(Role::CustomerId) || !transactions.has(Role::Date)) return false;
    return transactions.rank_of(Role::Date) < kDayRank || customers_repeat();
  }
  bool survives() const {
    const std::optional<std::size_t> time = survival.column_of(Role::Time);
    const bool counted = survival.has(Role::Entry) ? counts_beside_times() : counts_enough() || counts_partly();
    if (!time || (survival.rank_of(Role::Time) > 0 && counted)) return false;
    const ColumnProfile& profile = table.columns[*time].profile;
    return has_censoring_marks(profile) || (survival.has(Role::Event) && may_be_numbers(profile));
  }
  /// A start and an end, the one below the other, are rather times than counts where nobody is lost or new, or where
  /// ids say whom the rows are of, and yes or no that they left.
  bool counts_beside_times() const {
    const bool whose = survival.has(Role::CustomerId) && says_who_left();
    return !whose && (counts.has(Role::Churned) || counts.has(Role::New));
  }

  /// A rate needs periods beside it; kept shares that begin with everybody are a curve, and ends alone come later.
  bool counts_enough() const {
    const CountsTold told = counts_told(counts.roles);
    const std::optional<std::size_t> kept = counts.column_of(Role::RetentionRate);
    const std::optional<std::size_t> time = counts.column_of(Role::Time);
    if (kept && (!time || !are_period_labels(table.columns[*time]) || begins_whole(head, *kept))) return false;
    return told.counts || told.money || (told.ends && counts.has(Role::Opening)) || (told.rates && time);
  }

  /// Numbers under a name of a count, in rows of periods, and a plain number beside them.
  bool counts_partly() const {
    const bool named = counts.has(Role::Churned) || counts.has(Role::New) || counts.has(Role::Opening);
    const std::optional<std::size_t> time = counts.column_of(Role::Time);
    return named && time && are_period_labels(table.columns[*time]);
  }

  /// Numbers that fall from period to period, or from age to age. Customers of months are as well the customers there.
  bool retains() const {
    const std::optional<std::size_t> column = retention.column_of(Role::Retained);
    if (!column || !is_falling(head, *column)) return false;
    if (retention.rank_of(Role::Retained) < 3) return true;
    const std::optional<std::size_t> time = retention.column_of(Role::Time);
    return time && !table.columns[*time].date && table.columns[*time].profile.whole > 0;
  }

  /// Numbers of customers in rows of periods, and no ids: counts of which the rest is missing.
  bool has_customers_by_period() const {
    const std::optional<std::size_t> customers = counts.column_of(Role::Closing), time = counts.column_of(Role::Time);
    if (!customers || !time || !counts_told(counts.roles).ends) return false;
    const ColumnProfile& profile = table.columns[*customers].profile;
    return profile.numbers() == profile.filled && lists.ranks[*customers] > 0 &&
           are_period_labels(table.columns[*time]);
  }

  /// A column called an end whose cells are no days, such as "ja": a list would hide that somebody left.
  bool has_unfit_end() const {
    return std::any_of(table.columns.begin(), table.columns.end(), [](const ColumnFacts& column) {
      return std::any_of(column.named.begin(), column.named.end(), [&](const NamedRole& named) {
        const bool end = named.role == Role::End || named.role == Role::Canceled;
        return end && named.rank == 0 && !may_have_role(column, named.role);
      });
    });
  }

  bool customers_repeat() const {
    const std::optional<std::size_t> column = transactions.column_of(Role::CustomerId);
    if (!column) return false;
    const ColumnProfile& profile = table.columns[*column].profile;
    return profile.distinct() * 10 < profile.filled * 9;
  }

  /// Of a table with a row each customer and month the column of the months.
  std::optional<std::size_t> months_of_customers() const {
    if (!customers_repeat()) return std::nullopt;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const ColumnFacts& column = table.columns[c];
      if (column.periods && find_count_role(column.name) == Role::Time && transactions.roles[c] == Role::Ignore)
        return c;
    }
    return std::nullopt;
  }

  /// Numbers below several months: what each customer paid in them, which a list would drop.
  bool has_month_columns() const {
    return std::count_if(table.columns.begin(), table.columns.end(), [](const ColumnFacts& column) {
             return column.profile.numbers() > 0 && read_period_days(column.name);
           }) > 1;
  }

  /// A column that says by its name who left, which a list would drop.
  bool says_who_left() const {
    const std::optional<std::size_t> event = survival.column_of(Role::Event);
    if (!event || survival.rank_of(Role::Event) > 0) return false;
    const ColumnProfile& profile = table.columns[*event].profile;
    return profile.yes_no == profile.filled || (may_be_numbers(profile) && profile.distinct() <= 2);
  }

  /// Days in a column that has no role in any reading: a list would drop what may matter most.
  bool has_unknown_dates() const {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const std::vector<NamedRole>& named = table.columns[c].named;
      const bool known = subscriptions.roles[c] != Role::Ignore || (!named.empty() && named[0].rank != kDayRank);
      if (table.columns[c].date && !known) return true;
    }
    return false;
  }
};

void decide(KindGuess& guess, FactKind kind, const RoleAssignment& roles, std::optional<FactKind> other = {}) {
  guess.kind = kind;
  guess.roles = roles;
  guess.other = other;
}

/// A first day, no end and no day of an order: contracts where a status tells who left, else a list.
void decide_without_end(KindGuess& guess, const Fits& fits) {
  if (fits.subscriptions.rank_of(Role::Status) <= kStemRank + 1 || fits.has_unfit_end()) {
    decide(guess, FactKind::Subscriptions, fits.subscriptions);
  } else if (fits.subscriptions.has(Role::Plan) || fits.subscriptions.has(Role::Interval)) {
    decide(guess, FactKind::Subscriptions, fits.subscriptions, FactKind::Lists);
  } else {
    decide(guess, FactKind::Lists, fits.lists, FactKind::Subscriptions);
  }
}

/// One day a row and a customer, but no end: orders, or contracts that all still run.
void decide_between_orders_and_contracts(KindGuess& guess, const Fits& fits) {
  const bool same_column = fits.subscriptions.column_of(Role::Start) == fits.transactions.column_of(Role::Date);
  const bool order = fits.transactions.rank_of(Role::OrderId) < 4 || fits.transactions.has(Role::Units);
  const bool began = fits.subscriptions.rank_of(Role::Start) == 0 && fits.transactions.rank_of(Role::Date) > 0;
  if (began && !same_column && !order && !fits.customers_repeat()) {  // signed up then, and written down later
    decide_without_end(guess, fits);
    return;
  }
  if (!fits.subscriptions.has(Role::Start) || order || !same_column) {
    const bool told = fits.transactions.rank_of(Role::Date) < kDayRank;
    decide(guess, FactKind::Transactions, fits.transactions, told ? std::nullopt : std::optional(FactKind::Lists));
    return;
  }
  std::int64_t contract = 0, payment = 0;
  if (const std::optional<std::size_t> status = fits.subscriptions.column_of(Role::Status)) {
    contract = count_words(fits.table.columns[*status].profile, kContractWords);
    payment = count_words(fits.table.columns[*status].profile, kPaymentWords);
  }
  const bool has_plan = fits.subscriptions.has(Role::Plan) || fits.subscriptions.has(Role::Interval);
  if (payment > contract || (contract == 0 && fits.customers_repeat() && fits.transactions.has(Role::Amount))) {
    decide(guess, FactKind::Transactions, fits.transactions, FactKind::Subscriptions);
  } else if (contract > payment || (has_plan && fits.subscriptions.has(Role::Status))) {
    decide(guess, FactKind::Subscriptions, fits.subscriptions, FactKind::Transactions);
  } else {
    guess.choices = {FactKind::Transactions, FactKind::Subscriptions, FactKind::Lists};
  }
}

/// Whether every cell of a column is an age: 7, "Day 7".
bool are_ages(const ColumnFacts& column) {
  return !column.profile.values.empty() &&
         std::all_of(column.profile.values.begin(), column.profile.values.end(),
                     [](const ValueCount& value) { return read_age_label(value.text).has_value(); });
}

/// Where customers and their share stand side by side, the customers are the series, and the share is checked by them.
/// What else is an age all the way down names the periods.
RoleAssignment complete_series(const Fits& fits, RoleAssignment roles) {
  const std::size_t retained = *roles.column_of(Role::Retained);
  const auto counts = [&](std::size_t c) {
    const ColumnFacts& column = fits.table.columns[c];
    const bool whole = column.profile.whole == column.profile.filled && column.profile.filled > 0;
    return whole && !column.date && find_count_role(column.name) != Role::Ignore;
  };
  const auto is_percent = [&](std::size_t c) {
    const ColumnFacts& column = fits.table.columns[c];
    return column.profile.percents > 0 || column.name.find('%') != std::string::npos;
  };
  for (std::size_t c = 0; c < roles.roles.size(); ++c) {
    if (roles.roles[c] != Role::Ignore || !is_falling(fits.head, c)) continue;
    const bool customers = counts(c) && is_percent(retained), share = counts(retained) && is_percent(c);
    if (!customers && !share) continue;
    roles.roles[customers ? c : retained] = Role::Retained;
    roles.roles[customers ? retained : c] = Role::RetentionRate;
    break;
  }
  for (std::size_t c = 0; c < roles.roles.size() && !roles.has(Role::Time); ++c) {
    if (roles.roles[c] == Role::Ignore && are_ages(fits.table.columns[c])) roles.roles[c] = Role::Time;
  }
  return roles;
}

void guess_by_names(KindGuess& guess, const Fits& fits) {
  const bool orders = fits.is_dated() && fits.transactions.rank_of(Role::Date) == 0;
  const std::optional<std::size_t> months = fits.months_of_customers();
  if (fits.begins_and_ends()) {
    decide(guess, FactKind::Subscriptions, fits.subscriptions,
           orders && fits.transactions.has(Role::OrderId) ? std::optional(FactKind::Transactions) : std::nullopt);
  } else if (fits.survives()) {
    if (orders) guess.choices = {FactKind::Survival, FactKind::Transactions};
    else decide(guess, FactKind::Survival, fits.survival);
  } else if (fits.counts_enough() && !fits.is_dated()) {
    decide(guess, FactKind::Counts, fits.counts);
  } else if (are_two_lists(fits.table, fits.head)) {
    guess = guess_kind_by_content(fits.table, fits.head);
  } else if (fits.retains()) {
    decide(guess, FactKind::Retention, complete_series(fits, fits.retention));
  } else if (fits.counts_partly()) {
    decide(guess, FactKind::Counts, fits.counts);
  } else if (fits.is_dated()) {
    decide_between_orders_and_contracts(guess, fits);
  } else if (fits.reasons.has(Role::Reason) && !fits.subscriptions.has(Role::Start)) {
    decide(guess, FactKind::Reasons, fits.reasons,
           fits.has_end() ? std::optional(FactKind::Subscriptions) : std::nullopt);
  } else if (fits.subscriptions.has(Role::CustomerId) && fits.has_end()) {
    decide(guess, FactKind::Subscriptions, fits.subscriptions);
  } else if (fits.subscriptions.has(Role::CustomerId) && fits.subscriptions.has(Role::Start)) {
    decide_without_end(guess, fits);
  } else if (fits.has_customers_by_period()) {
    decide(guess, FactKind::Counts, fits.counts);
  } else if (months && fits.transactions.has(Role::Amount)) {
    decide(guess, FactKind::Transactions, fits.transactions, FactKind::Lists);
    guess.roles.roles[*months] = Role::Date;
  } else if (fits.lists.has(Role::CustomerId) && (months || fits.has_unknown_dates())) {
    guess.choices = {FactKind::Transactions, FactKind::Subscriptions, FactKind::Lists};
  } else if (fits.lists.has(Role::CustomerId) && fits.says_who_left()) {
    guess.choices = {FactKind::Survival, FactKind::Lists};
  } else if (fits.lists.has(Role::CustomerId) && fits.has_month_columns()) {
    guess.choices = {FactKind::Subscriptions, FactKind::Lists};
  } else if (fits.lists.has(Role::CustomerId)) {
    decide(guess, FactKind::Lists, fits.lists);
  } else if (fits.subscriptions.has(Role::Start) && fits.has_end()) {
    decide(guess, FactKind::Subscriptions, fits.subscriptions);
  }
}

/// Kinds for which the cells could be enough, if somebody said which column is what.
std::vector<FactKind> possible_kinds(const TableFacts& table) {
  std::size_t dates = 0, numbers = 0, texts = 0;
  for (const ColumnFacts& column : table.columns) {
    if (column.profile.filled == 0) continue;
    if (column.date) ++dates;
    else if (column.profile.number.other == 0 && column.profile.numbers() > 0) ++numbers;
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

/// A list that has more than its export's names may be more than a list.
bool is_more_than_list(const Fits& fits) {
  return fits.has_end() || (fits.is_dated() && fits.transactions.rank_of(Role::Date) == 0);
}

void add_chosen(KindGuess& guess, const TableFacts& table) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].chosen) guess.roles.roles[c] = *table.columns[c].chosen;
  }
}

}  // namespace

KindGuess guess_kind(const TableFacts& table, const TableHead& head, const ImportChoice& choice) {
  KindGuess guess;
  const Fits fits(table, head);
  const bool known = table.known != nullptr && (table.known->kind != FactKind::Lists || !is_more_than_list(fits));
  if (choice.kind) {
    const KindGuess by_content = guess_kind_by_content(table, head);
    decide(guess, *choice.kind, choice.kind == FactKind::Survival ? fits.survival : assign_roles(table, *choice.kind));
    if (by_content.kind == choice.kind && !missing_roles(guess.roles, *choice.kind).empty()) guess = by_content;
    if (by_content.kind == choice.kind && are_two_lists(table, head)) guess = by_content;
    if (choice.kind == FactKind::Retention) {
      if (auto cohorts = find_cohort_roles(table, head)) decide(guess, FactKind::Retention, *cohorts);
    }
  } else if (known) {
    decide(guess, table.known->kind, assign_roles(table, table.known->kind));
  } else {
    if (auto cohorts = find_cohort_roles(table, head)) decide(guess, FactKind::Retention, *cohorts);
    else guess_by_names(guess, fits);
    const bool nothing = !guess.kind && guess.choices.empty();
    if (nothing) guess = guess_kind_by_content(table, head);
  }
  if (!guess.kind && guess.choices.empty()) guess.choices = possible_kinds(table);
  if (guess.roles.roles.empty()) guess.roles = fits.lists;
  if (!guess.kind) guess.roles = {.roles = std::vector<Role>(table.columns.size(), Role::Ignore)};
  guess.other = guess.other == guess.kind ? std::nullopt : guess.other;
  add_chosen(guess, table);
  return guess;
}

}  // namespace kirnu

#include "facts/plan/kind_fits.h"

#include <algorithm>

#include "base/name_list.h"
#include "facts/plan/column_numbers.h"
#include "facts/plan/count_groups.h"
#include "facts/plan/count_roles.h"
#include "facts/plan/entry_column.h"
#include "facts/plan/event_value.h"
#include "facts/plan/left_flags.h"
#include "facts/plan/spell_columns.h"
#include "facts/words/count_name.h"
#include "facts/words/period_label.h"

namespace kirnu {
namespace {

/// How a customer stands says who left where durations stand beside it: "Tenure in Months; Customer Status".
void take_state(RoleAssignment& survival, const TableFacts& table) {
  if (survival.has(Role::Event) || survival.rank_of(Role::Time) != 0) return;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (survival.roles[c] != Role::Ignore || table.columns[c].chosen || !tells_who_left(table.columns[c])) continue;
    survival.roles[c] = Role::Event;
    survival.ranks[c] = 1;
    return;
  }
}

/// Numbers under a name of many customers.
bool counts_many(const ColumnFacts& column) {
  constexpr std::string_view kMany = "customers|kunden|asiakkaat|asiakkaita|users|subscribers|members|accounts|clients";
  const std::vector<std::string>& names = column.key.plain;
  return is_numeric(column) && any_name(kMany, [&](std::string_view name) {
           return std::find(names.begin(), names.end(), name) != names.end();
         });
}

}  // namespace

KindFits::KindFits(const TableFacts& facts, const TableHead& table_head)
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
  const std::optional<std::size_t> marks = left_marks();
  if (marks && is_date_role(subscriptions.roles[*marks])) subscriptions.roles[*marks] = Role::Ignore;  // "x", no days
  if (!is_dated_as_orders()) take_state(survival, facts);
}

bool KindFits::begins_and_ends() const {
  const bool deleted = subscriptions.rank_of(Role::End) >= kDeletedRank && !subscriptions.has(Role::Canceled);
  const bool orders = transactions.has(Role::OrderId) && transactions.has(Role::Amount);
  if (deleted && orders) return false;
  return subscriptions.has(Role::CustomerId) && subscriptions.has(Role::Start) && has_end();
}

bool KindFits::is_dated() const {
  if (!transactions.has(Role::CustomerId) || !transactions.has(Role::Date)) return false;
  return transactions.rank_of(Role::Date) < kDayRank || customers_repeat();
}

bool KindFits::customers_repeat() const {
  const std::optional<std::size_t> column = transactions.column_of(Role::CustomerId);
  if (!column) return false;
  const ColumnProfile& profile = table.columns[*column].profile;
  return profile.distinct() * 10 < profile.filled * 9;
}

bool KindFits::is_dated_as_answers() const {
  if (!reasons.has(Role::Reason) || subscriptions.rank_of(Role::Start) == 0 || has_end() || customers_repeat())
    return false;
  const bool buys = transactions.has(Role::OrderId) || transactions.has(Role::Units);
  const ColumnProfile& answers = table.columns[*reasons.column_of(Role::Reason)].profile;
  if (transactions.has(Role::Amount) && answers.filled * 4 < answers.cells) return false;  // why a few of all were lost
  return !buys && (reasons.rank_of(Role::Reason) == 0 || !transactions.has(Role::Amount));
}

bool KindFits::survives() const {
  const std::optional<std::size_t> time = survival.column_of(Role::Time);
  const bool counted = survival.has(Role::Entry) ? counts_beside_times() : counts_enough() || counts_partly();
  if (!time || (survival.rank_of(Role::Time) > 0 && counted)) return false;
  const ColumnProfile& profile = table.columns[*time].profile;
  return has_censoring_marks(profile) || (survival.has(Role::Event) && may_be_numbers(profile));
}

bool KindFits::counts_beside_times() const {
  const bool whose = survival.has(Role::CustomerId) && says_who_left();
  return !whose && (counts.has(Role::Churned) || counts.has(Role::New));
}

bool KindFits::counts_enough() const {
  const CountsTold told = counts_told(counts.roles);
  const std::optional<std::size_t> kept = counts.column_of(Role::RetentionRate), time = counts.column_of(Role::Time);
  const bool by_period = time && are_period_labels(table.columns[*time]);
  const bool of_groups = kept && !time && find_customers_of_groups(table, counts).has_value() && has_rates_of_groups();
  if (kept && !of_groups && (!by_period || begins_whole(numbers_of(head, *kept)))) return false;
  const bool rates = told.rates && (time || has_rates_of_groups());
  return told.counts || told.money || (told.ends && counts.has(Role::Opening)) || rates;
}

bool KindFits::has_rates_of_groups() const {
  const std::optional<std::size_t> customer = lists.column_of(Role::CustomerId);
  const bool own = customer && !is_numeric(table.columns[*customer]);  // each customer's probability
  return !own && !reasons.has(Role::Reason) && !find_groups(table, head, counts).empty();
}

bool KindFits::counts_partly() const {
  if (transactions.has(Role::CustomerId) && transactions.has(Role::Date) && customers_repeat()) return false;
  const bool losses_alone = !counts.has(Role::New) && !counts.has(Role::Opening) && !counts.has(Role::Closing);
  if (losses_alone && reasons.rank_of(Role::Reason) == 0) return false;  // a row each month and reason
  const bool named = counts.has(Role::Churned) || counts.has(Role::New) || counts.has(Role::Opening);
  const std::optional<std::size_t> time = counts.column_of(Role::Time);
  return named && time && are_period_labels(table.columns[*time]);
}

bool KindFits::has_customers_by_period() const {
  const std::optional<std::size_t> customers = counts.column_of(Role::Closing), time = counts.column_of(Role::Time);
  if (!customers || !time || !counts_told(counts.roles).ends) return false;
  const ColumnProfile &profile = table.columns[*customers].profile, &periods = table.columns[*time].profile;
  const bool history = periods.distinct() * 2 > periods.filled;  // not a row for each part of a period
  return history && profile.numbers() == profile.filled && lists.ranks[*customers] > 0 &&
         are_period_labels(table.columns[*time]);
}

bool KindFits::counts_customers_by_day() const {
  const std::optional<std::size_t> customers = transactions.column_of(Role::CustomerId),
                                   days = transactions.column_of(Role::Date);
  if (!customers || !days || !counts_many(table.columns[*customers])) return false;
  if (counts.has(Role::Churned) && counts_told(counts.roles).counts) return true;  // ids lose nobody
  const ColumnProfile& profile = table.columns[*days].profile;
  return profile.filled == profile.cells && profile.distinct() == profile.filled &&
         are_period_labels(table.columns[*days]) && counts_told(counts.roles).any();
}

bool KindFits::retains() const {
  const std::optional<std::size_t> column = retention.column_of(Role::Retained);
  if (!column || !is_falling(numbers_of(head, *column))) return false;
  if (retention.rank_of(Role::Retained) < 3) return true;
  const std::optional<std::size_t> time = retention.column_of(Role::Time);
  return time && !table.columns[*time].date && table.columns[*time].profile.whole > 0;
}

bool KindFits::counts_customers_of_groups() const {
  const std::optional<std::size_t> column = lists.column_of(Role::CustomerId);
  return column && counts_many(table.columns[*column]) &&
         std::any_of(table.columns.begin(), table.columns.end(), [](const ColumnFacts& other) {
           const ColumnProfile& profile = other.profile;
           const bool names = profile.numbers() == 0 && profile.filled > 0 && profile.distinct() == profile.filled;
           return names || are_period_labels(other);
         });
}

bool KindFits::has_unfit_end() const {
  return std::any_of(table.columns.begin(), table.columns.end(), [](const ColumnFacts& column) {
    return std::any_of(column.named.begin(), column.named.end(), [&](const NamedRole& named) {
      const bool end = named.role == Role::End || named.role == Role::Canceled;
      return end && named.rank == 0 && !may_have_role(column, named.role);
    });
  });
}

std::optional<std::size_t> KindFits::months_of_customers() const {
  if (!customers_repeat()) return std::nullopt;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    if (transactions.roles[c] != Role::Ignore) continue;
    if (column.periods && find_count_role(column.name) == Role::Time) return c;
    const bool days = column.date && column.named.empty() && column.profile.distinct() * 2 <= column.profile.filled;
    if (days && column.profile.filled == column.profile.cells) return c;
  }
  return std::nullopt;
}

bool KindFits::has_month_columns() const {
  return std::count_if(table.columns.begin(), table.columns.end(), [](const ColumnFacts& column) {
           return column.profile.numbers() > 0 && read_period_days(column.name);
         }) > 1;
}

std::optional<std::size_t> KindFits::left_marks() const {
  return lists.has(Role::CustomerId) ? find_left_marks() : std::nullopt;
}

std::optional<std::size_t> KindFits::left_marks_of_rows() const {
  return could_tell_customers(table, lists) ? std::nullopt : find_left_marks();
}

std::optional<std::size_t> KindFits::find_left_marks() const {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (lists.roles[c] != Role::Ignore || table.columns[c].chosen) continue;
    const ColumnFacts& column = table.columns[c];
    if (tells_who_left(column)) return c;
    if (!are_left_flags(column, head, c)) continue;  // asked first: most columns are called otherwise
    const auto left = [&](const std::vector<std::string>& row) { return is_left_flag(row[c], column.name); };
    const auto leave = std::count_if(head.sample.begin(), head.sample.end(), left);
    const bool all_marked = leave == 0 && column.profile.filled == 0;  // a cross beside everybody says nothing
    if (!all_marked && static_cast<std::size_t>(leave) < head.sample.size()) return c;
  }
  return std::nullopt;
}

std::optional<std::size_t> KindFits::days_of_leaving(const RoleAssignment& why) const {
  const std::vector<std::size_t> filled = filled_columns(table);
  const auto is_other = [&](std::size_t c) { return why.roles[c] != Role::Reason; };
  if (std::count_if(filled.begin(), filled.end(), is_other) != 2)
    return std::nullopt;  // another could be the start, under a name of its own
  const std::optional<std::size_t> column = subscriptions.column_of(Role::Canceled);
  if (!column || !lists.has(Role::CustomerId) || !table.columns[*column].date) return std::nullopt;
  const ColumnProfile& profile = table.columns[*column].profile;
  return profile.filled > 0 && profile.filled < profile.cells ? column : std::nullopt;
}

std::optional<RoleAssignment> KindFits::unnamed_spells() const {
  if (!subscriptions.has(Role::CustomerId) || subscriptions.has(Role::Start) || has_end()) return std::nullopt;
  std::vector<std::size_t> unnamed;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (subscriptions.roles[c] == Role::Ignore && table.columns[c].named.empty()) unnamed.push_back(c);
  }
  const std::optional<SpellColumns> spells = find_spell_columns(table, head, unnamed);
  if (!spells) return std::nullopt;
  RoleAssignment roles = subscriptions;
  roles.roles[spells->start] = Role::Start;
  roles.roles[spells->end] = Role::End;
  return roles;
}

bool KindFits::says_who_left() const {
  const std::optional<std::size_t> event = survival.column_of(Role::Event);
  if (!event || survival.rank_of(Role::Event) > 0) return false;
  const ColumnProfile& profile = table.columns[*event].profile;
  return profile.yes_no == profile.filled || (may_be_numbers(profile) && profile.distinct() <= 2);
}

bool KindFits::has_unknown_dates() const {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const std::vector<NamedRole>& named = table.columns[c].named;
    const bool told = !named.empty() && named[0].rank != kDayRank && named[0].role != Role::LastSeen;
    const bool known = subscriptions.roles[c] != Role::Ignore || told;
    if (table.columns[c].date && !known) return true;
  }
  return false;
}

}  // namespace kirnu

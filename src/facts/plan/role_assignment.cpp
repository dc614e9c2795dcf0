#include "facts/plan/role_assignment.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/name_list.h"
#include "base/sort.h"
#include "facts/plan/count_roles.h"
#include "facts/plan/revenue_rates.h"
#include "facts/plan/role_corrections.h"
#include "facts/plan/single_customers.h"
#include "facts/words/count_name.h"

namespace kirnu {
namespace {

constexpr int kChosenRank = -2000;
constexpr int kExportRank = -1000;
constexpr int kEmptyLater = 15;  ///< a name alone counts less than a name with something below it
constexpr std::size_t kMostSegments = 6;

struct Candidate {
  std::size_t column;
  Role role;
  int rank;
};

bool may_come_twice(Role role) { return role == Role::Segment || role == Role::Sandbox || role == Role::Void; }

/// Customers are better told by an id than by an address, unless the id numbers subscriptions, orders or rows; and by
/// an address that is there better than by one that is mostly missing.
int customer_rank(const ColumnFacts& column, FactKind kind, int rank) {
  if (rank == 0 || rank >= kStemRank) return rank;
  const bool bare_id = rank == 3;
  const bool of_rows = kind == FactKind::Transactions && column.profile.distinct() == column.profile.filled;
  if (bare_id && (column.profile.running || of_rows)) return rank + 8;
  if (bare_id && kind == FactKind::Lists) return 1;
  const bool gaps = column.profile.filled * 20 < column.profile.cells * 19;
  return gaps ? rank + 6 : rank;
}

/// Who left in a list, how often a reason was given, a last purchase and the months of a subscription: names alone do
/// not decide.
bool is_told_by_cells(FactKind kind, Role role) {
  return (kind == FactKind::Lists && (role == Role::Event || role == Role::Reason)) ||
         (kind == FactKind::Reasons && (role == Role::Quantity || role == Role::Event)) ||
         (kind == FactKind::Transactions && role == Role::LastSeen) ||
         (kind == FactKind::Subscriptions && (role == Role::Date || role == Role::Event));
}

void add_named(std::vector<Candidate>& candidates, const TableFacts& table, std::size_t c, FactKind kind) {
  const ColumnFacts& column = table.columns[c];
  for (const NamedRole& named : column.named) {
    if (!is_role_of(kind, named.role) || !may_have_role(column, named.role)) continue;
    if (is_told_by_cells(kind, named.role)) continue;
    if (table.known != nullptr && named.rank >= kStemRank) continue;
    if (named.role == Role::Status && named.rank == kRowKindRank && kind != FactKind::Transactions) continue;
    if (named.role == Role::Date && named.rank == kLeftRank && kind != FactKind::Reasons) continue;
    int rank = named.role == Role::CustomerId ? customer_rank(column, kind, named.rank) : named.rank;
    if (column.profile.filled == 0) rank = named.rank >= kStemRank ? rank + kEmptyLater : rank + kStemRank - 1;
    candidates.push_back({.column = c, .role = named.role, .rank = rank});
  }
}

/// A series names its periods as tables of counts do.
void add_period(std::vector<Candidate>& candidates, const TableFacts& table, std::size_t c) {
  const ColumnFacts& column = table.columns[c];
  if (table.header && find_count_role(column.name) == Role::Time) candidates.push_back({c, Role::Time, 0});
}

/// Whether another column that an export has for customers is filled at least twice as often: guests leave addresses
/// out.
bool tells_few_customers(const TableFacts& table, const ColumnFacts& column) {
  return std::any_of(table.columns.begin(), table.columns.end(), [&](const ColumnFacts& other) {
    return place_in_export(*table.known, Role::CustomerId, other.key) &&
           other.profile.filled > 2 * column.profile.filled;
  });
}

void add_known(std::vector<Candidate>& candidates, const TableFacts& table, std::size_t c, FactKind kind) {
  const ColumnFacts& column = table.columns[c];
  for (const ExportRole& entry : table.known->roles) {
    if (!is_role_of(kind, entry.role) || !may_have_role(column, entry.role)) continue;
    const std::optional<int> place = place_in_export(*table.known, entry.role, column.key);
    const bool few = entry.role == Role::CustomerId && place && tells_few_customers(table, column);
    const int later = column.profile.filled == 0 || few ? kEmptyLater : 0;
    if (place) candidates.push_back({.column = c, .role = entry.role, .rank = kExportRank + *place + later});
  }
}

/// "payback_months" above 0.5, 1.6 and 2.2: a length, no label of a period.
bool are_lengths(const ColumnFacts& column) {
  const ColumnProfile& profile = column.profile;
  return is_numeric(column) && profile.whole * 2 < profile.filled && !are_period_labels(column) &&
         find_count_role(column.name) == Role::Time;
}

/// "customer_months" above large numbers: how long customers were there together, and no period.
bool is_time_of_customers(const ColumnFacts& column) {
  return is_numeric(column) && read_count_name(column.name).people && !are_period_labels(column) &&
         !column.profile.running;
}

/// Tables of counts have names of their own, which are read together. What a person chose has its role, and what tells
/// of single customers counts none.
void add_counts(std::vector<Candidate>& candidates, const TableFacts& table) {
  const std::vector<bool> single = columns_of_single_customers(table);
  std::vector<CountColumn> names;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    names.push_back(
        {.name = column.chosen || single[c] || are_lengths(column) ? std::string_view() : std::string_view(column.name),
         .percent = column.profile.percents * 2 > column.profile.filled || is_rate_of_revenue(table, column),
         .dated = !may_be_numbers(column.profile) && are_period_labels(column)});
  }
  const std::vector<Role> roles = find_count_roles(names);
  for (std::size_t c = 0; c < roles.size(); ++c) {
    if (roles[c] == Role::Ignore || (roles[c] == Role::Time && is_time_of_customers(table.columns[c]))) continue;
    if (roles[c] == Role::Time || may_have_role(table.columns[c], roles[c])) candidates.push_back({c, roles[c], 0});
  }
}

std::vector<Candidate> candidates_of(const TableFacts& table, FactKind kind) {
  std::vector<Candidate> candidates;
  if (kind == FactKind::Counts && table.header) add_counts(candidates, table);
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    if (column.chosen) {
      candidates.push_back({c, *column.chosen, kChosenRank});
      continue;
    }
    if (kind == FactKind::Counts) continue;
    if (kind == FactKind::Retention) add_period(candidates, table, c);
    if (table.known != nullptr && has_name(table.known->unused, column.key)) continue;
    if (table.known != nullptr) add_known(candidates, table, c, kind);
    add_named(candidates, table, c, kind);
  }
  sort_items(candidates, [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
  return candidates;
}

}  // namespace

std::optional<std::size_t> RoleAssignment::column_of(Role role) const {
  const auto found = std::find(roles.begin(), roles.end(), role);
  if (found == roles.end()) return std::nullopt;
  return static_cast<std::size_t>(found - roles.begin());
}

int RoleAssignment::rank_of(Role role) const {
  const std::optional<std::size_t> column = column_of(role);
  return column ? ranks[*column] : std::numeric_limits<int>::max();
}

RoleAssignment no_roles(const TableFacts& table) {
  return {.roles = std::vector<Role>(table.columns.size(), Role::Ignore),
          .ranks = std::vector<int>(table.columns.size(), std::numeric_limits<int>::max())};
}

bool is_role_of(FactKind kind, Role role) {
  using enum Role;
  const auto one_of = [role](std::initializer_list<Role> roles) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  };
  switch (kind) {
    case FactKind::Counts: return role == Time || role == Segment || is_figure_role(role);
    case FactKind::Lists: return one_of({CustomerId, GivenName, Start, Event, Reason, Amount, Currency});
    case FactKind::Subscriptions:
      return one_of({CustomerId, GivenName, Date,    Event,          Start,    End,           Canceled, TrialStart,
                     TrialEnd,   UpdatedAt, Amount,  Quantity,       Interval, IntervalCount, Currency, Status,
                     Plan,       Reason,    Segment, SubscriptionId, Sandbox,  Trial,         Free});
    case FactKind::Transactions:
      return one_of(
          {CustomerId, GivenName, Date, LastSeen, Amount, Currency, Status, Segment, OrderId, Units, Sandbox, Void});
    case FactKind::Survival: return one_of({CustomerId, Time, Event, Entry, Segment});
    case FactKind::Retention: return one_of({Time, Opening, Retained, RetentionRate});
    case FactKind::Reasons: return one_of({Reason, Quantity, Date, Amount, Currency, CustomerId, Event});
  }
  return false;
}

RoleAssignment assign_roles(const TableFacts& table, FactKind kind) {
  RoleAssignment assignment = no_roles(table);
  std::vector<bool> decided(table.columns.size(), false);
  std::size_t segments = 0;
  for (const Candidate& candidate : candidates_of(table, kind)) {
    const bool chosen = candidate.rank == kChosenRank;
    if (decided[candidate.column]) continue;
    if (!chosen && !may_come_twice(candidate.role) && assignment.has(candidate.role)) continue;
    if (!chosen && candidate.role == Role::Segment && ++segments > kMostSegments) continue;
    assignment.roles[candidate.column] = candidate.role;
    assignment.ranks[candidate.column] = candidate.rank;
    decided[candidate.column] = true;
  }
  correct_roles(assignment, table);
  return assignment;
}

bool could_tell_customers(const TableFacts& table, const RoleAssignment& assignment) {
  if (assignment.has(Role::CustomerId)) return true;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnProfile& profile = table.columns[c].profile;
    const bool differs = profile.filled > 0 && profile.distinct() * 2 >= profile.filled;
    if (assignment.roles[c] == Role::Ignore && differs && may_have_role(table.columns[c], Role::CustomerId))
      return true;
  }
  return false;
}

bool are_spells_of_rows(const TableFacts& table, const RoleAssignment& assignment) {
  const std::optional<std::size_t> start = assignment.column_of(Role::Start);
  const bool ends = assignment.has(Role::End) || assignment.has(Role::Canceled);
  if (!start || !ends || could_tell_customers(table, assignment)) return false;
  constexpr std::string_view kCustomers =
      "customer|client|member|subscriber|user|kund|mitglied|abonnent|nutzer|asiak|jasen|tilaaj";
  const std::vector<std::string>& names = table.columns[*start].key.plain;
  const auto of_customer = [&](const std::string& name) { return has_part(name, kCustomers); };
  return assignment.has(Role::Reason) || std::any_of(names.begin(), names.end(), of_customer);
}

bool is_needed(FactKind kind, Role role) {
  switch (kind) {
    case FactKind::Counts: return is_number_role(role);
    case FactKind::Lists: return role == Role::CustomerId;
    case FactKind::Subscriptions:
      return role == Role::CustomerId || role == Role::Start || role == Role::End || role == Role::Canceled;
    case FactKind::Transactions: return role == Role::CustomerId || role == Role::Date;
    case FactKind::Survival: return role == Role::Time || role == Role::Event || role == Role::Entry;
    case FactKind::Retention: return role == Role::Retained;
    case FactKind::Reasons: return role == Role::Reason;
  }
  return false;
}

std::vector<Role> missing_roles(const RoleAssignment& assignment, FactKind kind) {
  std::vector<Role> missing;
  const auto need = [&](Role role) {
    if (!assignment.has(role)) missing.push_back(role);
  };
  switch (kind) {
    case FactKind::Counts:
      if (counts_told(assignment.roles).any()) break;
      need(Role::Opening);
      need(Role::Churned);
      break;
    case FactKind::Lists:
      if (!assignment.has(Role::Event)) need(Role::CustomerId);  // else a row is a customer
      break;
    case FactKind::Subscriptions:
      need(Role::CustomerId);
      if (assignment.has(Role::Date) && !assignment.has(Role::Start)) break;  // a row a month
      need(Role::Start);
      if (!assignment.has(Role::Canceled) && !assignment.has(Role::Status)) need(Role::End);
      break;
    case FactKind::Transactions:
      need(Role::CustomerId);
      need(Role::Date);
      break;
    case FactKind::Survival:
      need(Role::Time);
      need(Role::Event);
      break;
    case FactKind::Retention: need(Role::Retained); break;
    case FactKind::Reasons: need(Role::Reason); break;
  }
  return missing;
}

}  // namespace kirnu

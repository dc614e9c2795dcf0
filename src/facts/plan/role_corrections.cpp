#include "facts/plan/role_corrections.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace kirnu {
namespace {

/// A monthly amount is no price of an interval, nor of one piece.
void drop_factors_of_monthly_amount(RoleAssignment& assignment, const TableFacts& table) {
  const std::optional<std::size_t> amount = assignment.column_of(Role::Amount);
  if (!amount) return;
  const std::vector<std::string>& names = table.columns[*amount].key.plain;
  const bool monthly = std::any_of(names.begin(), names.end(), [](const std::string& name) {
    return name.find("mrr") != std::string::npos || name.find("monthlyrecurring") != std::string::npos;
  });
  if (!monthly) return;
  for (std::size_t c = 0; c < assignment.roles.size(); ++c) {
    const Role role = assignment.roles[c];
    const bool factor = role == Role::Interval || role == Role::IntervalCount || role == Role::Quantity;
    if (factor && !table.columns[c].chosen) assignment.roles[c] = Role::Ignore;
  }
}

/// Ids that count the rows tell customers where nothing else does and each row says when somebody left: then it is one.
void take_ids_of_rows(RoleAssignment& assignment, const TableFacts& table) {
  const std::optional<std::size_t> column = assignment.column_of(Role::SubscriptionId);
  const bool leaves = assignment.has(Role::End) || assignment.has(Role::Canceled);
  if (!column || !leaves || assignment.has(Role::CustomerId) || table.known != nullptr || table.columns[*column].chosen)
    return;
  const std::vector<NamedRole>& named = table.columns[*column].named;
  const bool tells =
      std::any_of(named.begin(), named.end(), [](const NamedRole& name) { return name.role == Role::CustomerId; });
  if (tells) assignment.roles[*column] = Role::CustomerId;
}

bool is_full(const ColumnFacts& column) { return column.profile.filled == column.profile.cells; }

/// Of two columns of ends, one with a day in every row is of terms: who left says the other ("Vertragsende; Kündigung
/// zum").
void prefer_real_ends(RoleAssignment& assignment, const TableFacts& table) {
  const std::optional<std::size_t> end = assignment.column_of(Role::End);
  if (!end || table.known != nullptr || table.columns[*end].chosen || !is_full(table.columns[*end])) return;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    const auto is_end = [](const NamedRole& named) { return named.role == Role::End && named.rank == 0; };
    const bool named = std::any_of(column.named.begin(), column.named.end(), is_end);
    if (!named || assignment.roles[c] != Role::Ignore || column.profile.filled == 0 || is_full(column) ||
        !may_have_role(column, Role::End))
      continue;
    std::swap(assignment.roles[c], assignment.roles[*end]);
    std::swap(assignment.ranks[c], assignment.ranks[*end]);
    return;
  }
}

/// A first name tells customers only beside their surname.
void drop_lone_given_names(RoleAssignment& assignment, const TableFacts& table) {
  const std::optional<std::size_t> given = assignment.column_of(Role::GivenName),
                                   customer = assignment.column_of(Role::CustomerId);
  if (!given || table.columns[*given].chosen) return;
  const auto is_name = [](const NamedRole& named) {
    return named.role == Role::CustomerId && (named.rank == kNameRank || named.rank == kNameRank + 1);
  };
  const bool beside =
      customer && std::any_of(table.columns[*customer].named.begin(), table.columns[*customer].named.end(), is_name);
  if (!beside) assignment.roles[*given] = Role::Ignore;
}

/// The first column of surnames or of firms that tells no customers yet.
std::optional<std::size_t> spare_names(const RoleAssignment& assignment, const TableFacts& table, int rank) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    if (is_spare_name(column, assignment.roles[c], rank) && may_have_role(column, Role::CustomerId)) return c;
  }
  return std::nullopt;
}

/// Of firms and persons in one table the firm is the customer where there is one; and both are sooner than addresses
/// that many have not.
void put_firms_first(RoleAssignment& assignment, const TableFacts& table) {
  const std::optional<std::size_t> customer = assignment.column_of(Role::CustomerId);
  if (!customer || table.known != nullptr || table.columns[*customer].chosen) return;
  const std::optional<std::size_t> firms = spare_names(assignment, table, kNameRank);
  if (!firms) return;
  const ColumnProfile& profile = table.columns[*customer].profile;
  const std::optional<std::size_t> surnames = spare_names(assignment, table, kNameRank + 1);
  const bool complete =
      surnames && table.columns[*firms].profile.filled + table.columns[*surnames].profile.filled >= profile.cells;
  const bool gaps = profile.filled * 20 < profile.cells * 19;
  if (!is_named_customer(table.columns[*customer], kNameRank + 1) && !(gaps && complete)) return;
  std::swap(assignment.roles[*firms], assignment.roles[*customer]);
  std::swap(assignment.ranks[*firms], assignment.ranks[*customer]);
}

}  // namespace

bool is_named_customer(const ColumnFacts& column, int rank) {
  return std::any_of(column.named.begin(), column.named.end(),
                     [rank](const NamedRole& named) { return named.role == Role::CustomerId && named.rank == rank; });
}

bool is_spare_name(const ColumnFacts& column, Role role, int rank) {
  return role == Role::Ignore && !column.chosen && column.profile.filled > 0 && is_named_customer(column, rank);
}

void correct_roles(RoleAssignment& assignment, const TableFacts& table) {
  drop_factors_of_monthly_amount(assignment, table);
  take_ids_of_rows(assignment, table);
  prefer_real_ends(assignment, table);
  put_firms_first(assignment, table);
  drop_lone_given_names(assignment, table);
}

}  // namespace kirnu

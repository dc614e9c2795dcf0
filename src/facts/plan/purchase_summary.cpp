#include "facts/plan/purchase_summary.h"

#include <algorithm>
#include <string_view>

#include "base/name_list.h"

namespace kirnu {
namespace {

constexpr int kFirstPurchaseRank = 4;  ///< of the names of first purchases among those of starts
constexpr int kSeenRank = 1;           ///< of the names of a last purchase those that say only that somebody was there

/// Plain names of how often a customer bought.
constexpr std::string_view kOrderCounts =
    "orders|order count|orders count|number of orders|total orders|order total count|transactions|transaction count|"
    "number of transactions|purchases|number of purchases|purchase count|visits|visit count|number of visits|invoices|"
    "invoice count|number of invoices|frequency|"
    "käufe|anzahl käufe|anzahl der käufe|bestellungen|anzahl bestellungen|aufträge|anzahl aufträge|rechnungen|"
    "anzahl rechnungen|besuche|anzahl besuche|einkäufe|anzahl einkäufe|"
    "tilauksia|tilaukset|tilausten määrä|tilausmäärä|ostoja|ostokerrat|ostokertoja|ostojen määrä|käynnit|käyntejä|"
    "käyntikerrat|laskuja|laskut";

std::optional<std::size_t> find_last_seen(const TableFacts& table, int most) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    const auto is_last = [most](const NamedRole& named) { return named.role == Role::LastSeen && named.rank <= most; };
    if (std::any_of(column.named.begin(), column.named.end(), is_last) && may_have_role(column, Role::LastSeen))
      return c;
  }
  return std::nullopt;
}

std::optional<std::size_t> find_order_counts(const TableFacts& table) {
  const auto counts_orders = [](const std::string& plain) {
    return any_name(kOrderCounts, [&](std::string_view known) { return plain_name(known) == plain; });
  };
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    const bool whole = column.profile.whole > 0 && column.profile.whole == column.profile.filled && !column.date;
    if (whole && std::any_of(column.key.plain.begin(), column.key.plain.end(), counts_orders)) return c;
  }
  return std::nullopt;
}

/// A price of a month is no sum of purchases.
bool is_of_a_month(const ColumnFacts& column) {
  return std::any_of(column.key.plain.begin(), column.key.plain.end(), [](const std::string& name) {
    return has_part(name, "mrr|arr|month|monat|kuukau|fee|beitrag|gebuhr|recurring");
  });
}

}  // namespace

std::optional<RoleAssignment> find_purchase_summary(const KindFits& fits) {
  const RoleAssignment& contract = fits.subscriptions;
  const std::optional<std::size_t> orders = find_order_counts(fits.table);
  const bool bought_first = contract.rank_of(Role::Start) == kFirstPurchaseRank;  // "customer since" is no purchase
  const std::optional<std::size_t> first = contract.column_of(Role::Start),
                                   last = find_last_seen(fits.table, orders && bought_first ? kSeenRank : 0),
                                   customer = fits.lists.column_of(Role::CustomerId);
  if (!first || !last || !customer || fits.customers_repeat() || fits.has_end()) return std::nullopt;
  const std::optional<std::size_t> status = contract.column_of(Role::Status);
  const bool stands = status && fits.table.columns[*status].profile.filled > 0;
  if (contract.has(Role::Plan) || contract.has(Role::Interval) || stands) return std::nullopt;
  RoleAssignment roles = fits.transactions;
  const std::optional<std::size_t> amount = roles.column_of(Role::Amount);
  if (amount && is_of_a_month(fits.table.columns[*amount])) return std::nullopt;
  if (!bought_first && !orders) return std::nullopt;
  for (Role& role : roles.roles) {
    if (role == Role::Date || role == Role::Units || role == Role::OrderId || role == Role::CustomerId)
      role = Role::Ignore;
  }
  roles.roles[*customer] = Role::CustomerId;
  roles.roles[*first] = Role::Date;
  roles.roles[*last] = Role::LastSeen;
  if (orders) roles.roles[*orders] = Role::Units;
  return roles;
}

}  // namespace kirnu

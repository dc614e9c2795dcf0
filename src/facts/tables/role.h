#pragma once
#include <optional>
#include <string_view>

namespace kirnu {

/// What a file holds.
enum class FactKind { Counts, Lists, Subscriptions, Transactions, Survival, Retention, Reasons };

/// "counts", "lists", "subscriptions", "transactions", "survival", "retention", "reasons".
std::string_view fact_kind_name(FactKind);
std::optional<FactKind> find_fact_kind(std::string_view name);

/// What a column is. The names are those of reports and of --set column.NAME.
enum class Role {
  Ignore,
  CustomerId,
  GivenName,  ///< beside a customer id that is a surname: both tell the customer
  Start,      ///< subscriptions: the first day
  End,        ///< subscriptions: the first day not paid any more
  Canceled,   ///< subscriptions: when it was cancelled
  TrialStart,
  TrialEnd,
  Date,           ///< transactions, reasons: when
  LastSeen,       ///< transactions: the last purchase of a customer, beside the first
  UpdatedAt,      ///< history exports: the newest row of an id counts
  Amount,         ///< money of a row, in major units unless minor_units says otherwise
  Quantity,       ///< subscriptions: how many of `amount`
  Interval,       ///< subscriptions: month, year, "3 months" …
  IntervalCount,  ///< subscriptions: how many intervals
  Currency,
  Status,
  Plan,
  Reason,
  Segment,
  SubscriptionId,
  OrderId,
  Units,    ///< transactions: how many pieces
  Sandbox,  ///< true: a test, no customer
  Void,     ///< transactions: true, or the day on which it was cancelled or paid back as a whole
  Trial,    ///< true: a trial, no customer yet
  Free,     ///< true: pays nothing, no customer
  Time,     ///< survival: how long; counts and retention: the period's label
  Event,    ///< survival: whether the customer left
  Entry,    ///< survival: from when on a row tells of its customer
  Opening,  ///< counts
  New,
  Churned,
  Closing,
  Reactivated,
  MrrStart,  ///< counts: movements of recurring revenue, without sign
  MrrNew,
  MrrChurned,
  MrrEnd,
  MrrReactivation,
  MrrExpansion,
  MrrContraction,
  ChurnRate,  ///< counts: shares that somebody worked out
  RetentionRate,
  Retained,  ///< retention: customers or percent still there
};

bool is_count_role(Role);   ///< customers of a row of counts: opening, new, churned, closing, reactivated
bool is_money_role(Role);   ///< recurring revenue of such a row, and its movements
bool is_rate_role(Role);    ///< a share that somebody worked out
bool is_figure_role(Role);  ///< one of these, or who is still there: numbers that stand beside a period

/// "customer_id", "start", …, "ignore".
std::string_view role_name(Role);
std::optional<Role> find_role(std::string_view name);

}  // namespace kirnu

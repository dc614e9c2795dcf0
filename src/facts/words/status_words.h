#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "facts/tables/tables.h"

namespace kirnu {

/// What a status of a subscription says, whatever vendor wrote it.
enum class SubscriptionStatus {
  Unknown,  ///< no known word: the dates alone speak
  Running,
  PastDue,
  Trial,
  Ended,
  Unpaid,
  NotStarted,
  Future,
  Free,
  Test,
};

/// Reads a word as vendors and people write it: "past_due", "Past due", "wc-on-hold", "gekündigt".
SubscriptionStatus subscription_status(std::string_view word);

/// True for a status of an order or payment that came to nothing: failed, voided, cancelled, refunded as a whole …
bool order_failed(std::string_view word);

/// Which words of a column, by code, say that nothing was bought: order_failed(), beside invoices also what they
/// confirm or what pays them, and beside deals that were won all others.
std::vector<std::uint8_t> failed_orders(const CodeColumn&);

/// True for a kind of document that gives money back: a credit note, a refund.
bool is_credit(std::string_view word);

/// "S" or "H", "Soll" or "Haben": the side of a customer's account on which an amount is booked.
bool is_account_side(std::string_view word);
/// "H": what the customer is owed, or has paid.
bool is_credit_side(std::string_view word);

/// The status of each code of a column.
std::vector<SubscriptionStatus> subscription_statuses(const CodeColumn&);

}  // namespace kirnu

#pragma once
#include <cstdint>
#include <vector>

#include "facts/tables/tables.h"
#include "metrics/choices.h"
#include "metrics/order_windows.h"

namespace kirnu {

/// Customers whose rate of purchase fell by more than half: q2/T2 < q1/T1 / 2, strictly.
struct PurchaseRate {
  std::int64_t base = 0;                           ///< customers with orders (or a value above 0) in the first window
  std::int64_t lost = 0;                           ///< fell by more than half, the stopped included
  std::int64_t stopped = 0;                        ///< nothing in the second window
  std::int64_t exactly_half = 0;                   ///< kept
  std::vector<std::uint32_t> lost_customers = {};  ///< those who bought most in the first window first
};

/// Counts them. Measure Value needs amounts of one currency (see OrderOptions); base is 0 without.
PurchaseRate build_purchase_rate(const TransactionTable&, const WindowPair&, PurchaseMeasure, const OrderOptions&);

}  // namespace kirnu

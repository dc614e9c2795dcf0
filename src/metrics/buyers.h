#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "metrics/choices.h"
#include "metrics/cohorts.h"
#include "metrics/order_rows.h"
#include "metrics/period_grid.h"

/// What the customers of an order file did, one by one.
namespace kirnu {

struct Buyer {
  std::uint32_t customer = 0;  ///< number in the table
  std::uint32_t orders = 0;
  std::int64_t value = 0;  ///< in units of 1/kMoneyScale; 0 without amounts
  std::int32_t first = 0;  ///< day of the first purchase …
  std::int32_t last = 0;   ///< … and of the last
};

/// The days on which each buyer bought, ascending and each once: those of buyers[i] are days[first[i]] … days[first[i +
/// 1] - 1].
struct PurchaseDays {
  std::vector<std::uint32_t> first = {};
  std::vector<std::int32_t> days = {};
};

struct Buyers {
  std::vector<Buyer> all = {};  ///< by customer
  PurchaseDays days = {};
  bool has_value = false;
  std::int64_t repeat = 0;  ///< who ordered twice or more
};
Buyers build_buyers(const TransactionTable&, const OrderOptions&);

/// The days between one purchase and the next of the same buyer.
struct PurchaseGaps {
  std::int64_t count = 0;
  std::int32_t median = 0;
  std::int32_t usual = 0;  ///< 90 % of the gaps are as long or shorter: the suggested limit of inactivity
};
inline constexpr double kUsualGap = 0.9;

/// Absent where nobody bought on two days.
std::optional<PurchaseGaps> build_purchase_gaps(const PurchaseDays&);

/// Whether somebody has not bought for `days` days up to as_of.
bool is_inactive(const Buyer&, std::int32_t days, std::int32_t as_of);

/// The most valuable first; without values those with the most orders.
std::vector<Buyer> ranked_buyers(const Buyers&);

/// Buyers by the period of their first purchase, and who of them bought k periods later (or then or later). Ages whose
/// period ends after as_of are not observed.
CohortTable build_buyer_cohorts(const Buyers&, const PeriodGrid&, std::int32_t as_of, RetentionRule);

}  // namespace kirnu

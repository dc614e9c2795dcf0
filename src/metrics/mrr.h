#pragma once
#include <cstdint>
#include <limits>
#include <optional>

#include "facts/tables/tables.h"
#include "text/billing_interval.h"

/// Monthly recurring revenue in whole units, so that sums do not depend on their order and movements add up exactly.
namespace kirnu {

/// Units in 1/10000 of the major unit: a price by the year, quarter or any usual number of months has a whole MRR.
inline constexpr double kMrrUnits = 2520;

__extension__ typedef __int128 MrrSum;

/// What a price of one interval and one piece comes to in a month of 30.436875 days. Absent for a price that is
/// missing, below 0 or too large.
std::optional<std::int64_t> monthly_revenue(std::int64_t amount, double quantity, const BillingInterval&);

/// In major units.
inline double major_units(MrrSum sum) { return static_cast<double>(sum) / (kMoneyScale * kMrrUnits); }

/// Stands for a movement that a table does not tell.
inline constexpr MrrSum kMrrUnsaid = std::numeric_limits<std::int64_t>::min() * MrrSum{1 << 30};

/// In major units, where it was said.
inline std::optional<double> said_units(MrrSum sum) {
  return sum == kMrrUnsaid ? std::nullopt : std::optional(major_units(sum));
}

/// What one currency's recurring revenue did in one period, by the customers' revenue at both of its ends:
/// closing = opening + new + expansion - contraction - churned + reactivation, exactly. Tables of movements may leave
/// all but the opening unsaid.
struct MrrMovement {
  MrrSum opening = 0;
  MrrSum new_ = 0;          ///< of customers whose first spell begins in the period
  MrrSum expansion = 0;     ///< customers at both ends who pay more …
  MrrSum contraction = 0;   ///< … or less
  MrrSum churned = 0;       ///< opening revenue of customers who are gone
  MrrSum reactivation = 0;  ///< of customers who came back
  MrrSum closing = 0;
  std::int64_t payers = 0;       ///< who pay in this currency when the period opens
  std::int64_t payers_lost = 0;  ///< of those, customers no more
};

}  // namespace kirnu

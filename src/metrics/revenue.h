#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "metrics/mrr.h"
#include "metrics/period_grid.h"
#include "metrics/spells.h"

namespace kirnu {

struct CustomerGroup;

/// Rows that count as customers but not in revenue, and what was assumed about the others.
struct RevenueGaps {
  std::int64_t amount_missing = 0;    ///< no amount, or one below 0
  std::int64_t interval_unknown = 0;  ///< nobody can say how often it is paid
  std::string unknown_interval = {};  ///< the first such word
  bool interval_assumed = false;      ///< the table has no intervals: taken as monthly
};

/// One period's new customers, by what they pay.
struct RevenueCohort {
  std::int32_t first_day = 0;  ///< of the period
  /// Their MRR k periods after the period began; [0] is what they began with. As long as is observed.
  std::vector<MrrSum> retained = {};
};

/// All cohorts of an age together; a share is ratio(retained, size) in major units.
struct PooledRevenue {
  MrrSum retained = 0;
  MrrSum size = 0;  ///< what the cohorts observed at this age began with
};

/// By age, from 0 to the oldest observed.
std::vector<PooledRevenue> pool_revenue(const std::vector<RevenueCohort>&);

struct CurrencyRevenue {
  std::string currency = {};             ///< in capital letters; kNoCurrency where the row says none
  std::vector<MrrMovement> series = {};  ///< of each period of the grid
  MrrMovement leading = {};              ///< of the period that leads
  std::vector<RevenueCohort> cohorts = {};
};

/// ISO 4217's code for "no currency".
inline constexpr std::string_view kNoCurrency = "XXX";

/// The most currencies that are told apart; rows in others have no amount.
inline constexpr std::size_t kMostCurrencies = 200;

/// Recurring revenue by currency, in the order of their names. No currency: the table has no amounts.
struct Revenue {
  std::vector<CurrencyRevenue> currencies = {};
  RevenueGaps gaps = {};
};

/// Which periods are asked about; a grid without periods asks nothing.
struct RevenuePeriods {
  const PeriodGrid& series;
  const PeriodGrid& leading;  ///< of one period
  const PeriodGrid& cohorts;  ///< must reach to as_of
  std::int32_t as_of = 0;
};

/// Adds up what the rows that count bring. While a gap of at most gap_days interrupts nobody, the revenue before it
/// goes on.
Revenue build_revenue(const CustomerGroup&, const RevenuePeriods&);

}  // namespace kirnu

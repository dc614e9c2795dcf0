#pragma once
#include <cstdint>
#include <vector>

#include "facts/tables/counts.h"
#include "metrics/customer_group.h"
#include "metrics/order_rows.h"
#include "metrics/period_grid.h"

namespace kirnu {

/// What happened in one period. closing = opening + new + reactivated - churned, exactly.
struct Flow {
  std::int64_t opening = 0;      ///< there when the period opens
  std::int64_t new_ = 0;         ///< for the first time
  std::int64_t reactivated = 0;  ///< came back, all events
  std::int64_t churned = 0;      ///< left, all events
  std::int64_t closing = 0;

  // customers by where they were at both ends: closing = opening - lost + new_kept + returned
  std::int64_t lost = 0;               ///< in the opening base, absent at close
  std::int64_t new_kept = 0;           ///< new and there at close
  std::int64_t new_left = 0;           ///< new and absent at close
  std::int64_t left_and_returned = 0;  ///< in the opening base, left, and there at close
  std::int64_t returned = 0;           ///< neither new nor in the opening base, there at close
};

/// The flows of every period of a grid.
std::vector<Flow> build_flows(const CustomerGroup&, const PeriodGrid&);
inline std::vector<Flow> build_flows(const Spells& spells, const PeriodGrid& grid) {
  return build_flows(CustomerGroup{.spells = &spells}, grid);
}

/// The flow of some days.
Flow build_flow(const CustomerGroup&, const DayWindow&);

/// One period's flow as the catalogue of formulas takes it (build_letters). All churn events that are neither a loss
/// nor a new customer's count as left_and_returned, so that churn_events() is `churned`.
PeriodTotals totals_of(const Flow&);

}  // namespace kirnu

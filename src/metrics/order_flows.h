#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "metrics/order_rows.h"
#include "metrics/period_grid.h"

namespace kirnu {

/// One period of an order file.
struct OrderFlow {
  std::int64_t customers = 0;   ///< who ordered
  std::int64_t first_time = 0;  ///< of those, for the first time in the file
  std::int64_t orders = 0;
  std::optional<std::int64_t> value = {};  ///< in units of 1/kMoneyScale
};

/// The periods of a grid.
std::vector<OrderFlow> build_order_flows(const TransactionTable&, const PeriodGrid&, const OrderOptions&);

}  // namespace kirnu

#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "metrics/order_rows.h"

namespace kirnu {

/// What an order file adds up to.
struct OrderTotals {
  std::int64_t customers = 0;
  std::int64_t orders = 0;  ///< each order id once; rows without one are an order each
  std::optional<double> units = {};
  struct Money {
    std::uint32_t currency = CodeColumn::kNone;  ///< code, or kNone where the file or the cell says none
    std::int64_t value = 0;                      ///< in units of 1/kMoneyScale
  };
  std::vector<Money> money = {};  ///< by currency; empty without a column of amounts
  OrdersLeftOut left_out = {};
  std::int64_t zero_values = 0;  ///< rows that count, with a value of 0
};
OrderTotals build_order_totals(const TransactionTable&, const OrderOptions&);

}  // namespace kirnu

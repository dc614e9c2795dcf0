#pragma once
#include <cstdint>
#include <vector>

#include "metrics/order_rows.h"

namespace kirnu {

/// What customers of an order file spent in a window, in major units and in the order of `customers`.
std::vector<double> lost_values(const TransactionTable&, const std::vector<std::uint32_t>& customers,
                                const DayWindow& window, const OrderOptions&);

}  // namespace kirnu

#include "report/lost_values.h"

#include "metrics/order_visit.h"
#include "report/report_parts.h"

namespace kirnu {

std::vector<double> lost_values(const TransactionTable& table, const std::vector<std::uint32_t>& customers,
                                const DayWindow& window, const OrderOptions& options) {
  std::vector<std::int64_t> spent(table.customers.size());
  OrdersLeftOut left_out;
  OrderVisitor(table, options).visit(left_out, [&](const OrderRow& row) {
    const bool inside = row.day >= window.from && row.day < window.to;
    if (inside && row.money != kNoMoney) spent[row.customer] += row.money;
  });
  std::vector<double> values;
  values.reserve(customers.size());
  for (const std::uint32_t customer : customers) values.push_back(money_of(spent[customer]));
  return values;
}

}  // namespace kirnu

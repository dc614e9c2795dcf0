#include "metrics/order_flows.h"

#include <limits>
#include <utility>

#include "facts/tables/money.h"
#include "metrics/order_visit.h"

namespace kirnu {
namespace {

/// Counts who ordered in each period; customers must come in the order of the periods.
class CustomerCounter {
 public:
  CustomerCounter(std::size_t customers, std::vector<OrderFlow>& flows) : last_(customers, kNever), flows_(flows) {}

  void add(std::uint32_t customer, std::uint32_t period) {
    if (last_[customer] == period) return;
    flows_[period].customers += 1;
    flows_[period].first_time += last_[customer] == kNever ? 1 : 0;
    last_[customer] = period;
  }

 private:
  static constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> last_;  ///< the last period in which a customer ordered
  std::vector<OrderFlow>& flows_;
};

/// Rows of each period; the places of period i's rows begin behind those of the ones before.
std::vector<std::size_t> starts_of(const std::vector<std::size_t>& rows) {
  std::vector<std::size_t> starts(rows.size());
  for (std::size_t i = 1; i < rows.size(); ++i) starts[i] = starts[i - 1] + rows[i - 1];
  return starts;
}

}  // namespace

// Exports mostly come by time; where one does not, its customers are first laid out by period, by counting.
std::vector<OrderFlow> build_order_flows(const TransactionTable& table, const PeriodGrid& grid,
                                         const OrderOptions& options) {
  const OrderVisitor orders(table, options);
  const PlaceOfDay place = grid.lookup();
  const auto period_of_day = [&](std::int32_t day) { return static_cast<std::uint32_t>(place(day) + 1); };
  const auto places = static_cast<std::size_t>(grid.size()) + 2;  // one before the grid, one behind it
  std::vector<OrderFlow> flows(places);
  if (orders.has_money()) {
    for (OrderFlow& flow : flows) flow.value = 0;
  }
  std::vector<std::size_t> rows(places);
  bool sorted = true;
  std::uint32_t before = 0;
  OrdersLeftOut left_out;
  orders.visit(left_out, [&](const OrderRow& row) {
    const std::uint32_t period = period_of_day(row.day);
    if (row.money != kNoMoney) add_money(*flows[period].value, row.money);
    if (row.refund) return;
    sorted &= period >= before;
    before = period;
    ++rows[period];
    flows[period].orders += row.order ? 1 : 0;
  });
  CustomerCounter counter(table.customers.size(), flows);
  if (sorted) {
    orders.visit(left_out, [&](const OrderRow& row) {
      if (!row.refund) counter.add(row.customer, period_of_day(row.day));
    });
  } else {
    std::vector<std::size_t> next = starts_of(rows);
    std::vector<std::uint32_t> customers(next.back() + rows.back());
    orders.visit(left_out, [&](const OrderRow& row) {
      if (!row.refund) customers[next[period_of_day(row.day)]++] = row.customer;
    });
    std::size_t at = 0;
    for (std::uint32_t period = 0; period < places; ++period) {
      for (; at < next[period]; ++at) counter.add(customers[at], period);
    }
  }
  flows.pop_back();
  flows.erase(flows.begin());
  return flows;
}

}  // namespace kirnu

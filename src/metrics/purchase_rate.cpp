#include "metrics/purchase_rate.h"

#include <utility>

#include "metrics/order_visit.h"
#include "metrics/ranking.h"

namespace kirnu {
namespace {

/// What one customer bought in each window; orders are counted in half the room, so that more customers stay near.
template <typename Number>
struct Bought {
  Number before = 0;
  Number after = 0;
};

/// Adds what(row) up, by customer.
template <typename Number, typename What>
std::vector<Bought<Number>> add_up(const TransactionTable& table, const WindowPair& windows,
                                   const OrderOptions& options, What what) {
  std::vector<Bought<Number>> bought(table.customers.size());
  OrdersLeftOut left_out;
  OrderVisitor(table, options).visit(left_out, [&](const OrderRow& row) {
    if (row.day >= windows.before.from && row.day < windows.before.to) {
      bought[row.customer].before += what(row);
    } else if (row.day >= windows.after.from && row.day < windows.after.to) {
      bought[row.customer].after += what(row);
    }
  });
  return bought;
}

/// Days are at most some millions and amounts whole: exact in 128 bits, so that exactly half is.
using Wide = __int128;

template <typename Number>
PurchaseRate compare(const std::vector<Bought<Number>>& bought, const WindowPair& windows) {
  const Wide days_before = windows.same_unit ? 1 : windows.before.days();
  const Wide days_after = windows.same_unit ? 1 : windows.after.days();
  PurchaseRate rate;
  std::vector<Ranked> lost;
  for (std::uint32_t customer = 0; customer < bought.size(); ++customer) {
    const Bought<Number>& q = bought[customer];
    if (q.before <= 0) continue;
    ++rate.base;
    // q2 / T2 < q1 / T1 / 2
    const Wide twice_after = 2 * Wide{q.after} * days_before;
    const Wide before = Wide{q.before} * days_after;
    rate.exactly_half += twice_after == before ? 1 : 0;
    rate.stopped += q.after <= 0 ? 1 : 0;
    if (twice_after < before) lost.push_back({.value = q.before, .number = customer});
  }
  rate.lost = static_cast<std::int64_t>(lost.size());
  rate.lost_customers = ranked_numbers(std::move(lost));
  return rate;
}

}  // namespace

PurchaseRate build_purchase_rate(const TransactionTable& table, const WindowPair& windows, PurchaseMeasure measure,
                                 const OrderOptions& options) {
  if (measure == PurchaseMeasure::Orders) {
    const auto one = [](const OrderRow& row) { return row.order ? 1U : 0U; };
    return compare(add_up<std::uint32_t>(table, windows, options, one), windows);
  }
  const auto money = [](const OrderRow& row) { return row.money == kNoMoney ? 0 : row.money; };
  return compare(add_up<std::int64_t>(table, windows, options, money), windows);
}

}  // namespace kirnu

#include "metrics/purchase_rate.h"

#include <utility>

#include "metrics/order_visit.h"
#include "metrics/ranking.h"

namespace kirnu {
namespace {

/// What one customer bought in each window.
struct Bought {
  std::int64_t before = 0;
  std::int64_t after = 0;
};

std::vector<Bought> add_up(const TransactionTable& table, const WindowPair& windows, PurchaseMeasure measure,
                           const OrderOptions& options) {
  std::vector<Bought> bought(table.customers.size());
  const bool value = measure == PurchaseMeasure::Value;
  OrdersLeftOut left_out;
  OrderVisitor(table, options).visit(left_out, [&](const OrderRow& row) {
    const bool before = row.day >= windows.before.from && row.day < windows.before.to;
    if (!before && (row.day < windows.after.from || row.day >= windows.after.to)) return;
    const std::int64_t money = row.money == kNoMoney ? 0 : row.money;
    Bought& customer = bought[row.customer];
    (before ? customer.before : customer.after) += value ? money : row.order ? 1 : 0;
  });
  return bought;
}

/// Days are at most some millions and amounts whole: exact in 128 bits, so that exactly half is.
using Wide = __int128;

}  // namespace

PurchaseRate build_purchase_rate(const TransactionTable& table, const WindowPair& windows, PurchaseMeasure measure,
                                 const OrderOptions& options) {
  const Wide days_before = windows.same_unit ? 1 : windows.before.days();
  const Wide days_after = windows.same_unit ? 1 : windows.after.days();
  const std::vector<Bought> bought = add_up(table, windows, measure, options);
  PurchaseRate rate;
  std::vector<Ranked> lost;
  for (std::uint32_t customer = 0; customer < bought.size(); ++customer) {
    const Bought& q = bought[customer];
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

}  // namespace kirnu

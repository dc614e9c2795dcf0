#include "metrics/order_totals.h"

#include <algorithm>
#include <cmath>

#include "facts/tables/money.h"
#include "metrics/order_visit.h"

namespace kirnu {
namespace {

/// Money by currency code, kNone last.
class MoneySums {
 public:
  explicit MoneySums(const TransactionTable& table)
      : table_(table), currency_(table.currency.codes), sums_(table.currency.words.size() + 1) {}

  void add(std::size_t row, std::int64_t amount) {
    const std::uint32_t code = table_.currency.empty() ? CodeColumn::kNone : currency_[row];
    Sum& sum = code == CodeColumn::kNone ? sums_.back() : sums_[code];
    add_money(sum.value, amount);
    ++sum.rows;
  }

  std::vector<OrderTotals::Money> take() const {
    std::vector<OrderTotals::Money> money;
    for (std::size_t code = 0; code < sums_.size(); ++code) {
      if (sums_[code].rows == 0) continue;
      const bool none = code + 1 == sums_.size();
      money.push_back(
          {.currency = none ? CodeColumn::kNone : static_cast<std::uint32_t>(code), .value = sums_[code].value});
    }
    return money;
  }

 private:
  struct Sum {
    std::int64_t value = 0;
    std::int64_t rows = 0;
  };
  const TransactionTable& table_;
  PackedReader<std::uint32_t> currency_;
  std::vector<Sum> sums_;
};

}  // namespace

OrderTotals build_order_totals(const TransactionTable& table, const OrderOptions& options) {
  OrderTotals totals;
  MoneySums sums(table);
  std::vector<std::uint8_t> seen(table.customers.size());
  double units = 0;
  PackedReader<std::int64_t> amounts(table.amount);
  OrderVisitor(table, options).visit(totals.left_out, [&](const OrderRow& row) {
    if (!row.refund) {
      totals.customers += seen[row.customer] == 0 ? 1 : 0;
      seen[row.customer] = 1;
    }
    totals.orders += row.order ? 1 : 0;
    if (!table.units.empty()) units += row.refund ? -std::fabs(table.units[row.row]) : table.units[row.row];
    std::int64_t amount = table.amount.empty() ? kNoMoney : amounts[row.row];
    if (amount == kNoMoney) return;
    if (row.refund && amount > 0) amount = -amount;
    totals.zero_values += amount == 0 ? 1 : 0;
    sums.add(row.row, amount);
  });
  if (!table.units.empty()) totals.units = units;
  totals.money = sums.take();
  return totals;
}

}  // namespace kirnu

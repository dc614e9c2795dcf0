#pragma once
#include <cstdint>
#include <vector>

#include "facts/tables/tables.h"
#include "facts/words/status_words.h"
#include "metrics/order_rows.h"

namespace kirnu {

/// One row of an order file that counts.
struct OrderRow {
  std::size_t row = 0;
  std::uint32_t customer = 0;
  std::int32_t day = 0;
  bool order = false;             ///< the first row of its order
  bool refund = false;            ///< money given back: no purchase
  std::int64_t money = kNoMoney;  ///< kNoMoney: no amount, or none that may be added
};

/// Gives the rows that count, in the table's order.
class OrderVisitor {
 public:
  OrderVisitor(const TransactionTable& table, const OrderOptions& options)
      : table_(table), options_(options), failed_(failed_orders(table.status)) {
    for (std::uint32_t code = 0; code < table.status.words.size(); ++code)
      credit_.push_back(is_credit(table.status.words.text(code)) ? 1 : 0);
    const bool several = !table.currency.empty() && table.currency.words.size() > 1;
    has_money_ = !table.amount.empty() && (options.currency || !several);
  }

  /// Whether amounts may be added at all.
  bool has_money() const { return has_money_; }

  /// Calls visit(OrderRow) for each; may be called again.
  template <typename Visit>
  void visit(OrdersLeftOut& left_out, Visit visit) const {
    Buffers buffers{.seen = std::vector<std::uint8_t>(table_.orders.size()),
                    .seen_others = std::vector<std::uint8_t>(table_.other_orders.size())};
    for (std::size_t b = 0; b < table_.customer.block_count(); ++b) visit_block(b, buffers, left_out, visit);
  }

 private:
  struct Buffers {
    std::vector<std::uint8_t> seen = {}, seen_others = {};  ///< by order
    DayBuffer days = {};
    std::vector<std::uint32_t> customer = {}, order = {}, status = {}, segment = {}, currency = {};
    std::vector<std::uint64_t> amount = {};
  };

  /// A call of its own for each block: see Spells::visit().
  template <typename Visit>
  [[gnu::noinline]] void visit_block(std::size_t b, Buffers& buffers, OrdersLeftOut& left_out, Visit& visit) const {
    const std::size_t first = b * PackedColumn<std::uint32_t>::kBlock;
    const std::span<const std::uint32_t> customer = table_.customer.block(b, buffers.customer);
    const std::span<const std::int32_t> days = days_of(table_.date, b, customer.size(), options_.zone, buffers.days);
    const std::uint32_t* const order = table_.order.empty() ? nullptr : table_.order.block(b, buffers.order).data();
    const std::uint32_t* const status = codes(&table_.status, b, buffers.status);
    const std::uint32_t* const segment = codes(options_.segment, b, buffers.segment);
    const std::uint32_t* const currency = options_.currency ? codes(&table_.currency, b, buffers.currency) : nullptr;
    const std::int64_t* const amount = has_money_ ? table_.amount.block(b, buffers.amount).data() : nullptr;
    for (std::size_t i = 0; i < customer.size(); ++i) {
      if (segment != nullptr && segment[i] != options_.segment_code) continue;
      if (status != nullptr && status[i] != CodeColumn::kNone && failed_[status[i]] != 0) {
        ++left_out.failed;
      } else if (days[i] == kNoDay) {
        ++left_out.date_missing;
      } else if (days[i] > options_.as_of) {
        ++left_out.future;
      } else {
        const bool ours = amount != nullptr && (currency == nullptr || currency[i] == *options_.currency);
        const bool credit = status != nullptr && status[i] != CodeColumn::kNone && credit_[status[i]] != 0;
        const bool given_back = table_.refunds && amount != nullptr && amount[i] < 0 && amount[i] != kNoMoney;
        const bool refund = credit || given_back;
        const std::int64_t money = ours ? amount[i] : kNoMoney;
        visit(OrderRow{.row = first + i,
                       .customer = customer[i],
                       .day = days[i],
                       .order = !refund && (order == nullptr || is_first(order[i], buffers)),
                       .refund = refund,
                       .money = credit && money > 0 ? -money : money});
      }
    }
  }

  static const std::uint32_t* codes(const CodeColumn* column, std::size_t block, std::vector<std::uint32_t>& buffer) {
    return column == nullptr || column->empty() ? nullptr : column->codes.block(block, buffer).data();
  }

  static bool is_first(std::uint32_t order, Buffers& buffers) {
    if (order == CodeColumn::kNone) return true;
    std::uint8_t& seen = order < kOtherOrder ? buffers.seen[order] : buffers.seen_others[order - kOtherOrder];
    const bool first = seen == 0;
    seen = 1;
    return first;
  }

  const TransactionTable& table_;
  const OrderOptions& options_;
  std::vector<std::uint8_t> failed_, credit_;  ///< by status code
  bool has_money_ = false;
};

}  // namespace kirnu

#include <algorithm>
#include <utility>

#include "facts/customer_row_builder.h"
#include "facts/event_rows.h"

namespace kirnu {
namespace {

/// A row is an event of a customer. From the first by which it came to the next by which it left is one subscription;
/// another amount in between begins a new row at that price.
class EventRowBuilder final : public CustomerRowBuilder {
 public:
  explicit EventRowBuilder(BuilderPlan plan)
      : CustomerRowBuilder(std::move(plan)), event_cell_(cell_of(Role::Event).value_or(0)) {}

 private:
  std::uint8_t what_of(const RowBatch& batch, std::size_t row) const override {
    return static_cast<std::uint8_t>(event_kind(batch.cell(row, event_cell_)));
  }

  void add_spells(std::vector<Row> rows) override {
    const Row* open = nullptr;
    const auto close = [&](const Row* end, const Row* next = nullptr) {
      if (open != nullptr) add_spell_of_times(*open, end);
      open = next;
    };
    std::int32_t last = kNoDay;
    for (const Row& row : rows) {
      last = std::max(last, day_of(row));
      if (open != nullptr && open->customer != row.customer) close(nullptr);
      const auto kind = static_cast<EventKind>(row.what);
      const bool priced = open != nullptr && row.amount != kNoMoney && row.amount > 0 && row.amount != open->amount;
      if (kind == EventKind::Left) close(&row);
      else if (priced && kind != EventKind::Other) close(&row, &row);
      else if (open == nullptr && kind == EventKind::Came) open = &row;
    }
    close(nullptr);
    know_until(last);
  }

  std::size_t event_cell_;
};

}  // namespace

std::unique_ptr<TableBuilder> make_event_row_builder(BuilderPlan plan) {
  return std::make_unique<EventRowBuilder>(std::move(plan));
}

}  // namespace kirnu

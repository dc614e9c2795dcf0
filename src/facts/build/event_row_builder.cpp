#include <algorithm>
#include <utility>

#include "facts/build/customer_row_builder.h"
#include "facts/plan/event_rows.h"

namespace kirnu {
namespace {

/// A row is an event of a customer. From the first by which it came to the next by which it left is one subscription;
/// another amount in between begins a new row at that price. Where who leaves has an amount below 0, amounts are
/// changes of what is paid. Where no event says that somebody came, each customer's first row does.
class EventRowBuilder final : public CustomerRowBuilder {
 public:
  explicit EventRowBuilder(BuilderPlan plan)
      : CustomerRowBuilder(std::move(plan)), event_cell_(cell_of(Role::Event).value_or(0)) {}

 private:
  std::uint8_t what_of(const RowBatch& batch, std::size_t row) const override {
    return static_cast<std::uint8_t>(event_kind(batch.cell(row, event_cell_)));
  }

  void add_spells(std::vector<Row> rows) override {
    const auto is = [](const Row& row, EventKind kind) { return static_cast<EventKind>(row.what) == kind; };
    const auto takes = [&](const Row& row) {
      return row.amount != kNoMoney && row.amount < 0 && (is(row, EventKind::Left) || is(row, EventKind::Changed));
    };
    if (std::any_of(rows.begin(), rows.end(), takes)) add_up(rows);
    const bool nobody_came =
        std::none_of(rows.begin(), rows.end(), [&](const Row& row) { return is(row, EventKind::Came); });
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
      else if (open == nullptr && (kind == EventKind::Came || nobody_came)) open = &row;
    }
    close(nullptr);
    know_until(last);
  }

  /// Changes become what is paid after them.
  void add_up(std::vector<Row>& rows) {
    std::int64_t paid = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      Row& row = rows[i];
      const auto kind = static_cast<EventKind>(row.what);
      if (i > 0 && rows[i - 1].customer != row.customer) paid = 0;
      if (kind == EventKind::Other || row.amount == kNoMoney) continue;
      paid = kind == EventKind::Left ? 0 : paid + row.amount;
      row.amount = paid;
    }
    note(make_issue(IssueCode::AmountsAreChanges));
  }

  std::size_t event_cell_;
};

}  // namespace

std::unique_ptr<TableBuilder> make_event_row_builder(BuilderPlan plan) {
  return std::make_unique<EventRowBuilder>(std::move(plan));
}

}  // namespace kirnu

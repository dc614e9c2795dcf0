#include "facts/counts.h"
#include "facts/number_check.h"
#include "facts/table_builder.h"

namespace kirnu {
namespace {

class ReasonBuilder final : public TableBuilder {
 public:
  explicit ReasonBuilder(BuilderPlan plan)
      : plan_(std::move(plan)),
        cell_(plan_.cell_of(Role::Reason)),
        reason_(plan_, cell_),
        value_(plan_, plan_.cell_of(Role::Amount)),
        count_cells_(plan_.cells_of(Role::Quantity)) {
    for (const std::size_t cell : count_cells_) counts_.emplace_back(plan_, cell, 0);
  }

  void take(const RowBatch& batch) override {
    flaws_.begin(batch.rows);
    value_.read(batch, flaws_);
    read_counts(batch);
    const GoodRows good(batch, flaws_, plan_);
    reason_.take(batch, good);
    value_.keep(good);
    if (!counts_.empty()) table_.customers.append(good.keep(customers_));
    accepted_ += static_cast<std::int64_t>(good.size());
  }

  BuiltTables finish() override {
    BuiltTables built;
    built.accepted = accepted_;
    table_.reason = std::move(reason_.column());
    table_.value = std::move(value_.column());
    built.facts.push_back({.kind = FactKind::Reasons, .table = std::move(table_)});
    return built;
  }

 private:
  /// How many gave a row's reason, all columns together; an empty cell is nobody.
  void read_counts(const RowBatch& batch) {
    customers_.fill(0);
    for (std::size_t c = 0; c < counts_.size(); ++c) {
      counts_[c].read(batch, flaws_);
      for (std::size_t i = 0; i < batch.rows; ++i) {
        const double count = counts_[c].values()[i];
        if (const auto flaw = count_flaw(count, kLargestNumber)) flaws_.add(i, count_cells_[c], *flaw);
        else customers_[i] += static_cast<std::int64_t>(count);
      }
    }
  }

  BuilderPlan plan_;
  ReasonTable table_;
  BatchFlaws flaws_;
  std::optional<std::size_t> cell_;
  CodeBuilder reason_;
  MoneyBuilder value_;
  std::vector<std::size_t> count_cells_;
  std::vector<RealBuilder> counts_;
  BatchValues<std::int64_t> customers_;
  std::int64_t accepted_ = 0;
};

}  // namespace

std::unique_ptr<TableBuilder> make_reason_builder(BuilderPlan plan) {
  return std::make_unique<ReasonBuilder>(std::move(plan));
}

}  // namespace kirnu

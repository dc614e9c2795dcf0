#include "facts/table_builder.h"

namespace kirnu {
namespace {

class ReasonBuilder final : public TableBuilder {
 public:
  explicit ReasonBuilder(BuilderPlan plan)
      : plan_(std::move(plan)),
        cell_(plan_.cell_of(Role::Reason)),
        reason_(plan_, cell_),
        value_(plan_, plan_.cell_of(Role::Amount)) {}

  void take(const RowBatch& batch) override {
    flaws_.begin(batch.rows);
    value_.read(batch, flaws_);
    const GoodRows good(batch, flaws_, plan_);
    reason_.take(batch, good);
    value_.keep(good);
    accepted_ += static_cast<std::int64_t>(good.size());
  }

  BuiltTables finish() override {
    BuiltTables built;
    built.accepted = accepted_;
    ReasonTable table{.reason = std::move(reason_.column()), .value = std::move(value_.column())};
    built.facts.push_back({.kind = FactKind::Reasons, .table = std::move(table)});
    return built;
  }

 private:
  BuilderPlan plan_;
  BatchFlaws flaws_;
  std::optional<std::size_t> cell_;
  CodeBuilder reason_;
  MoneyBuilder value_;
  std::int64_t accepted_ = 0;
};

}  // namespace

std::unique_ptr<TableBuilder> make_reason_builder(BuilderPlan plan) {
  return std::make_unique<ReasonBuilder>(std::move(plan));
}

}  // namespace kirnu

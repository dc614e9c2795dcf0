#include <cmath>

#include "facts/build/reason_cells.h"
#include "facts/build/table_builder.h"
#include "facts/plan/event_value.h"
#include "facts/tables/counts.h"
#include "facts/tables/number_check.h"
#include "text/total_words.h"

namespace kirnu {
namespace {

class ReasonBuilder final : public TableBuilder {
 public:
  explicit ReasonBuilder(BuilderPlan plan)
      : plan_(std::move(plan)),
        cell_(plan_.cell_of(Role::Reason)),
        reason_(plan_),
        value_(plan_, plan_.cell_of(Role::Amount)),
        currency_(plan_, plan_.cell_of(Role::Currency)),
        count_cells_(plan_.cells_of(Role::Quantity)),
        event_cell_(plan_.cell_of(Role::Event)),
        question_cell_(plan_.plan.question.empty() ? std::nullopt : plan_.cell_of(Role::Segment)) {
    table_.shares = plan_.plan.parts_of_whole != 0;
    if (event_cell_) left_cells_.emplace(plan_.plan, plan_.column(*event_cell_));
    for (const std::size_t cell : count_cells_) counts_.emplace_back(plan_, cell, 0);
  }

  void take(const RowBatch& batch) override {
    flaws_.begin(batch.rows);
    value_.read(batch, flaws_);
    read_counts(batch);
    skip_other_questions(batch);
    skip_those_there(batch);
    skip_totals(batch);
    const GoodRows good(batch, flaws_, plan_);
    skipped_ += good.skipped();
    reason_.take(batch, good);
    value_.keep(good);
    currency_.take(batch, good);
    if (!counts_.empty()) table_.customers.append(good.keep(customers_));
    accepted_ += static_cast<std::int64_t>(good.size());
  }

  BuiltTables finish() override {
    BuiltTables built;
    built.accepted = accepted_;
    built.skipped = skipped_;
    table_.reason = std::move(reason_.column());
    reason_.note(built.issues);
    if (!note_currencies(currency_.column(), built.issues)) table_.value = std::move(value_.column());
    built.facts.push_back({.kind = FactKind::Reasons, .table = std::move(table_)});
    return built;
  }

 private:
  void skip_other_questions(const RowBatch& batch) {
    for (std::size_t i = 0; question_cell_ && i < batch.rows; ++i) {
      if (trim_cell(batch.cell(i, *question_cell_)) != plan_.plan.question) flaws_.skip(i);
    }
  }

  /// Who has not left has no reason.
  void skip_those_there(const RowBatch& batch) {
    for (std::size_t i = 0; event_cell_ && i < batch.rows; ++i) {
      if (!left_cells_->says_left(batch.cell(i, *event_cell_))) flaws_.skip(i);
    }
  }

  /// Among counted reasons "Summe" is none, also behind other columns.
  void skip_totals(const RowBatch& batch) {
    for (std::size_t i = 0; cell_ && !counts_.empty() && i < batch.rows; ++i) {
      if (names_total(batch.cell(i, *cell_))) flaws_.skip(i);
    }
  }

  /// How many gave a row's reason, all columns together; an empty cell is nobody.
  void read_counts(const RowBatch& batch) {
    customers_.fill(0);
    for (std::size_t c = 0; c < counts_.size(); ++c) {
      counts_[c].read(batch, flaws_);
      for (std::size_t i = 0; i < batch.rows; ++i) {
        double count = counts_[c].values()[i];
        if (table_.shares) count = std::round(count * 1e6 / plan_.plan.parts_of_whole);
        if (const auto flaw = count_flaw(count, kLargestNumber)) flaws_.add(i, count_cells_[c], *flaw);
        else customers_[i] += static_cast<std::int64_t>(count);
      }
    }
  }

  BuilderPlan plan_;
  ReasonTable table_;
  BatchFlaws flaws_;
  std::optional<std::size_t> cell_;
  ReasonCells reason_;
  MoneyBuilder value_;
  CodeBuilder currency_;
  std::vector<std::size_t> count_cells_;
  std::vector<RealBuilder> counts_;
  std::optional<std::size_t> event_cell_, question_cell_;
  std::optional<LeftCells> left_cells_;
  BatchValues<std::int64_t> customers_;
  std::int64_t accepted_ = 0, skipped_ = 0;
};

}  // namespace

std::unique_ptr<TableBuilder> make_reason_builder(BuilderPlan plan) {
  return std::make_unique<ReasonBuilder>(std::move(plan));
}

}  // namespace kirnu

#include "facts/build/customer_row_builder.h"

#include <utility>

#include "base/sort.h"

namespace kirnu {

CustomerRowBuilder::CustomerRowBuilder(BuilderPlan plan)
    : plan_(std::move(plan)),
      ids_(plan_.id_reader()),
      id_cell_(plan_.cell_of(Role::CustomerId)),
      amount_cell_(plan_.cell_of(Role::Amount)),
      date_(plan_, plan_.cell_of(Role::Date)),
      amount_(plan_, amount_cell_),
      currency_(plan_, plan_.cell_of(Role::Currency)),
      product_(plan_, plan_.cell_of(Role::Plan)) {
  for (const std::size_t cell : plan_.cells_of(Role::Segment)) segments_.emplace_back(plan_, cell);
}

void CustomerRowBuilder::take(const RowBatch& batch) {
  flaws_.begin(batch.rows);
  if (id_cell_) ids_.read(batch, *id_cell_, texts_, flaws_);
  date_.read(batch, flaws_);
  date_.require(batch, flaws_);
  amount_.read(batch, flaws_);
  const GoodRows good(batch, flaws_, plan_);
  if (!id_cell_) return;
  table_.customers.add(good.keep(texts_), codes_);
  for (CodeBuilder* codes : {&currency_, &product_}) codes->take(batch, good);
  for (CodeBuilder& codes : segments_) codes.take(batch, good);
  for (std::size_t i = 0; i < good.size(); ++i) {
    const std::size_t row = good.row(i);
    rows_.push_back({.customer = codes_[i],
                     .time = date_.value(row),
                     .row = static_cast<std::uint32_t>(rows_.size()),
                     .amount = amount_cell_ ? amount_.values()[row] : kNoMoney,
                     .what = what_of(batch, row)});
  }
}

BuiltTables CustomerRowBuilder::finish() {
  BuiltTables built{.accepted = static_cast<std::int64_t>(rows_.size())};
  amount_.note_markers(built.issues);
  if (id_cell_) {
    ids_.note_rules(plan_.column(*id_cell_).name, built.issues);
    warn_of_case(table_.customers, plan_.column(*id_cell_).name, built.issues);
  }
  sort_items(rows_, [](const Row& a, const Row& b) {
    return a.customer != b.customer ? a.customer < b.customer : a.time < b.time;
  });
  add_spells(std::move(rows_));
  table_.currency = repeated(std::move(currency_.column()), kept_);
  table_.plan = repeated(std::move(product_.column()), kept_);
  for (CodeBuilder& codes : segments_) table_.segments.push_back(repeated(std::move(codes.column()), kept_));
  table_.monthly = table_.monthly || (amount_cell_ && plan_.column(*amount_cell_).months > 0);
  for (Issue& issue : notes_) built.issues.push_back(std::move(issue));
  note_currencies(table_.currency, built.issues);
  built.facts.push_back({.kind = FactKind::Subscriptions, .table = std::move(table_)});
  return built;
}

void CustomerRowBuilder::add_spell_of_times(const Row& first, const Row* end) {
  if (!date_.column().clock) return add_spell(first, day_of(first), end != nullptr ? day_of(*end) : kNoDay);
  table_.start.clock = true;
  table_.end.clock = true;
  table_.start.local = table_.end.local = date_.column().local;
  table_.start.instants.push_back(first.time);
  table_.end.instants.push_back(end != nullptr ? end->time : kNoInstant);
  add_words(first);
}

void CustomerRowBuilder::add_words(const Row& first) {
  table_.customer.push_back(first.customer);
  if (amount_cell_) table_.amount.push_back(first.amount);
  kept_.push_back(first.row);
}

void CustomerRowBuilder::add_spell(const Row& first, std::int32_t start, std::int32_t end) {
  table_.start.days.push_back(start);
  table_.end.days.push_back(end);
  add_words(first);
}

}  // namespace kirnu

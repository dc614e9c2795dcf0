#include "facts/build/table_builder.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "base/ascii.h"
#include "base/name_list.h"
#include "facts/words/role_names.h"
#include "facts/words/status_words.h"
#include "table/cell_kind.h"
#include "text/fold_case.h"
#include "text/spaces.h"
#include "text/yes_no.h"

namespace kirnu {
namespace {

bool is_given_back(std::string_view cell) { return is_credit(cell) || is_credit_side(cell); }

/// Yes; of orders called off also the day, or a word for money given back or for what came to nothing.
bool is_mark(std::string_view cell, bool of_orders) {
  if (cell.empty()) return false;
  const std::string word = fold_case(trim(cell));
  if (is_one_of("1|x", word) || is_one_of(kYesWords, word)) return true;
  return of_orders && (is_given_back(cell) || order_failed(cell) || find_cell_kind(cell) == CellKind::Date);
}

}  // namespace

std::optional<std::size_t> BuilderPlan::cell_of(Role role) const {
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (column(i).role == role && !column(i).open) return i;
  }
  return std::nullopt;
}

std::vector<std::size_t> BuilderPlan::cells_of(Role role) const {
  std::vector<std::size_t> cells;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (column(i).role == role) cells.push_back(i);
  }
  return cells;
}

IdReader BuilderPlan::id_reader() const {
  std::optional<std::size_t> surname;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (column(i).surname) surname = i;
  }
  return {id_rules, email_ids, plan.apostrophe_ids, plan.ids_go_down, cell_of(Role::GivenName), surname};
}

std::size_t BuilderPlan::expected_ids(std::size_t ids, const RowBatch& batch) const {
  constexpr std::uint64_t kTooEarly = 1U << 16U;
  constexpr double kMost = 1U << 30U;
  if (file_bytes < batch.first_byte || batch.first_byte < kTooEarly) return 0;
  const double more = static_cast<double>(file_bytes) / static_cast<double>(batch.first_byte);
  return static_cast<std::size_t>(std::min(static_cast<double>(ids) * more, kMost)) + kMostBatchRows;
}

GoodRows::GoodRows(const RowBatch& batch, const BatchFlaws& flaws, const BuilderPlan& plan) : rows_(batch.rows) {
  if (!flaws.any()) {
    size_ = rows_;
    return;
  }
  for (std::size_t i = 0; i < rows_; ++i) {
    if (!flaws.has(i)) {
      good_[size_++] = static_cast<std::uint16_t>(i);
      continue;
    }
    if (flaws.is_skipped(i)) {
      ++skipped_;
      continue;
    }
    const std::size_t cell = flaws.column(i);
    plan.rejections.add(batch.place(i), flaws.code(i), plan.column(cell).name, batch.cell(i, cell));
  }
}

CodeBuilder::CodeBuilder(const BuilderPlan& plan, std::optional<std::size_t> cell) : cell_(cell) {
  if (!cell) return;
  column_.name = plan.column(*cell).name;
  large_ = plan.column(*cell).role == Role::Currency;
}

void CodeBuilder::take(const RowBatch& batch, const GoodRows& good) {
  if (!cell_) return;
  BatchValues<std::uint32_t> codes;
  for (std::size_t i = 0; i < good.size(); ++i) {
    const std::string_view cell = batch.cell(good.row(i), *cell_);
    if (recent_.find(cell, batch.text, codes[i])) continue;
    const std::string_view word = trim_cell(cell);
    codes[i] = word.empty() ? CodeColumn::kNone : column_.words.add(large_ ? to_ascii_upper(word) : word);
    recent_.keep(cell, codes[i]);
  }
  column_.codes.append({codes.data(), good.size()});
}

TimeBuilder::TimeBuilder(const BuilderPlan& plan, std::optional<std::size_t> cell) : cell_(cell) {
  if (!cell) return;
  plan_ = &plan.column(*cell);
  column_.clock = plan_->clock;
  column_.local = plan_->local_clock;
}

void TimeBuilder::read(const RowBatch& batch, BatchFlaws& flaws) {
  if (cell_) read_times(batch, *cell_, *plan_, months_, values_, flaws, markers_);
}

void TimeBuilder::require(const RowBatch& batch, BatchFlaws& flaws) const {
  for (std::size_t i = 0; cell_ && i < batch.rows; ++i) {
    if (values_[i] == kNoInstant) flaws.add(i, *cell_, IssueCode::DateMissing);
  }
}

void TimeBuilder::keep(const GoodRows& good) {
  if (!cell_) return;
  const std::span<const std::int64_t> kept = good.keep(values_);
  if (column_.clock) {
    column_.instants.append(kept);
    return;
  }
  BatchValues<std::int32_t> days;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    days[i] = kept[i] == kNoInstant ? kNoDay : static_cast<std::int32_t>(kept[i]);
  }
  column_.days.append({days.data(), kept.size()});
}

void TimeBuilder::note_markers(std::vector<Issue>& issues) const {
  if (cell_) markers_.note(plan_->name, issues);
}

MoneyBuilder::MoneyBuilder(const BuilderPlan& plan, std::optional<std::size_t> cell) : cell_(cell) {
  if (cell) plan_ = &plan.column(*cell);
}

void MoneyBuilder::read(const RowBatch& batch, BatchFlaws& flaws) {
  if (cell_) read_money(batch, *cell_, *plan_, values_, flaws, currency_, markers_);
}

void MoneyBuilder::keep(const GoodRows& good) {
  if (cell_) column_.append(good.keep(values_));
}

void MoneyBuilder::note_markers(std::vector<Issue>& issues) const {
  if (cell_) markers_.note(plan_->name, issues);
}

RealBuilder::RealBuilder(const BuilderPlan& plan, std::optional<std::size_t> cell, double absent)
    : cell_(cell), absent_(absent) {
  if (cell) plan_ = &plan.column(*cell);
}

void RealBuilder::read(const RowBatch& batch, BatchFlaws& flaws) {
  if (cell_) read_reals(batch, *cell_, *plan_, absent_, values_, flaws, markers_);
}

void RealBuilder::keep(const GoodRows& good) {
  if (cell_) column_.append(good.keep(values_));
}

void RealBuilder::note_markers(std::vector<Issue>& issues) const {
  if (cell_) markers_.note(plan_->name, issues);
}

MarkedRows::MarkedRows(const BuilderPlan& plan, Role role, IssueCode code)
    : cells_(plan.cells_of(role)), of_orders_(role == Role::Void), issue_(make_issue(code)) {
  credits_count_ = of_orders_ && plan.cell_of(Role::Amount);
  issue_.count = 0;
  if (!cells_.empty()) issue_.column = plan.column(cells_[0]).name;
  const auto took_place = [&](std::size_t cell) {
    return role == Role::Void && is_one_of(kTookPlaceNames, fold_case(trim_cell(plan.column(cell).name)));
  };
  std::copy_if(cells_.begin(), cells_.end(), std::back_inserter(took_place_), took_place);
  cells_.erase(std::remove_if(cells_.begin(), cells_.end(), took_place), cells_.end());
}

void MarkedRows::turn_credits(const RowBatch& batch, BatchValues<std::int64_t>& amounts) const {
  if (!credits_count_) return;  // without a column of amounts none were read
  for (const std::size_t cell : cells_) {
    for (std::size_t i = 0; i < batch.rows; ++i) {
      if (amounts[i] != kNoMoney && is_given_back(trim_cell(batch.cell(i, cell)))) amounts[i] = -std::abs(amounts[i]);
    }
  }
}

void MarkedRows::skip(const RowBatch& batch, BatchFlaws& flaws) {
  if (cells_.empty() && took_place_.empty()) return;
  for (std::size_t i = 0; i < batch.rows; ++i) {
    const auto is_marked = [&](std::size_t cell) {
      const std::string_view text = trim_cell(batch.cell(i, cell));
      return is_mark(text, of_orders_) && !(credits_count_ && is_given_back(text));
    };
    const auto says_no = [&](std::size_t cell) {
      const std::string word = fold_case(trim_cell(batch.cell(i, cell)));
      return word == "0" || is_one_of(kNoWords, word);
    };
    const bool marked = std::any_of(cells_.begin(), cells_.end(), is_marked) ||
                        std::any_of(took_place_.begin(), took_place_.end(), says_no);
    if (flaws.has(i) || !marked) continue;
    flaws.skip(i);
    if (issue_.count++ > 0) continue;
    const RowPlace place = batch.place(i);
    issue_.row = place.row;
    issue_.line = place.line;
  }
}

void MarkedRows::note(std::vector<Issue>& issues) const {
  if (issue_.count > 0) issues.push_back(issue_);
}

CodeColumn repeated(CodeColumn column, std::span<const std::uint32_t> rows) {
  if (column.empty()) return column;
  std::vector<std::uint32_t> of_row;  // unpacked once: `rows` jump to and fro
  PackedReader<std::uint32_t> reader(column.codes);
  for (std::size_t row = 0; row < column.codes.size(); ++row) of_row.push_back(reader[row]);
  PackedColumn<std::uint32_t> codes;
  for (const std::uint32_t row : rows) codes.push_back(of_row[row]);
  column.codes = std::move(codes);
  return column;
}

void reject_repeated(const RowBatch& batch, std::size_t cell, const BatchValues<std::string_view>& ids, IdPool& pool,
                     BatchFlaws& flaws) {
  for (std::size_t i = 0; i < batch.rows; ++i) {
    if (flaws.has(i) || ids[i].empty()) continue;  // rows of nobody repeat nobody
    const std::size_t before = pool.size();
    pool.add(ids[i]);
    if (pool.size() == before) flaws.add(i, cell, IssueCode::RowRepeated);
  }
}

Issue duplicates_issue(IssueCode code) {
  Issue issue = make_issue(code);
  issue.set = "duplicates";
  issue.choices = {"sum", "latest", "reject"};
  return issue;
}

bool note_currencies(const CodeColumn& currency, std::vector<Issue>& issues) {
  if (currency.words.size() < 2) return false;
  std::string names;
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < currency.words.size(); ++i) {
    const std::string_view word = currency.words.text(i);
    if (word.empty()) continue;
    if (++count <= 5) names += (names.empty() ? "" : ", ") + std::string(word.substr(0, 20));
  }
  if (count < 2) return false;
  Issue issue = make_issue(IssueCode::SeveralCurrencies, {}, {{"currencies", names}});
  issue.column = currency.name;
  issues.push_back(std::move(issue));
  return true;
}

}  // namespace kirnu

#include <algorithm>
#include <map>
#include <string>

#include "base/name_list.h"
#include "facts/build/cohort_totals.h"
#include "facts/build/table_builder.h"
#include "facts/plan/cohort_shape.h"
#include "facts/plan/long_cohorts.h"
#include "facts/words/age_label.h"
#include "facts/words/count_name.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

bool has_currency_sign(std::string_view cell) {
  return any_name("$|€|£|EUR|USD|CHF|GBP|SEK|NOK|DKK",
                  [&](std::string_view sign) { return cell.starts_with(sign) || cell.ends_with(sign); });
}

/// "MRR" beside percent: these are shares of it.
bool has_sizes_of_money(const ImportPlan& plan) {
  return std::any_of(plan.columns.begin(), plan.columns.end(), [](const ColumnPlan& column) {
    return column.role == Role::Ignore && read_count_name(column.name).money;
  });
}

class CohortBuilder final : public TableBuilder {
 public:
  explicit CohortBuilder(BuilderPlan plan)
      : plan_(std::move(plan)),
        times_(plan_.cells_of(Role::Time)),
        size_(plan_, plan_.cell_of(Role::Opening), kEmptyCell) {
    total_.count = 0;
    cells_ = plan_.cells_of(Role::Retained);
    for (const std::size_t cell : cells_) sheet_.names.push_back(plan_.column(cell).name);
    const auto of_churn = [&](std::size_t cell) { return says_churn(plan_.column(cell).name); };
    sheet_.of_churn =
        std::any_of(cells_.begin(), cells_.end(), of_churn) || std::any_of(times_.begin(), times_.end(), of_churn);
    sheet_.money = !plan_.cell_of(Role::Opening) && has_sizes_of_money(plan_.plan);
    for (const std::size_t cell : cells_) columns_.emplace_back(plan_, cell, kEmptyCell);
  }

  void take(const RowBatch& batch) override {
    flaws_.begin(batch.rows);
    size_.read(batch, flaws_);
    for (std::size_t c = 0; c < cells_.size(); ++c) read_column(batch, c);
    for (std::size_t i = 0; i < batch.rows; ++i) check_row(batch, i);
    const GoodRows good(batch, flaws_, plan_);
    skipped_ += good.skipped();
    for (std::size_t i = 0; i < batch.rows; ++i) {
      if (flaws_.has(i)) continue;
      SheetRow row{.label = std::string(label_of(batch, i).substr(0, kLongestRaw)),
                   .size = plan_.cell_of(Role::Opening) ? size_.values()[i] : kEmptyCell};
      for (RealBuilder& column : columns_) row.cells.push_back(column.values()[i]);
      if (may_name_all_cohorts(row.label)) places_.insert_or_assign(sheet_.rows.size(), batch.place(i));
      sheet_.rows.push_back(std::move(row));
      if (is_long()) ages_.emplace_back(trim(batch.cell(i, times_[1])).substr(0, kLongestRaw));
    }
  }

  BuiltTables finish() override {
    if (!is_long()) drop_totals();
    BuiltTables built{.accepted = static_cast<std::int64_t>(sheet_.rows.size()), .skipped = skipped_};
    if (sheet_.rows.empty()) {
      built.facts.push_back({.kind = FactKind::Retention, .table = RetentionSeries{}});
      return built;
    }
    if (is_long()) {
      std::optional<SheetCells> wide = widen_cohorts(sheet_, ages_, kMostCells);
      if (!wide) {
        built.issues.push_back(make_issue(IssueCode::TooManyRows, {}, {{"limit", double{kMostCells}}}));
        return built;
      }
      sheet_ = std::move(*wide);
    }
    ShapedCohorts shaped = shape_cohorts(std::move(sheet_));
    built.facts.push_back(std::move(shaped.facts));
    built.issues = std::move(shaped.issues);
    if (total_.count > 0) built.issues.push_back(total_);
    return built;
  }

 private:
  static constexpr std::size_t kMostCells = 4'000'000;

  /// A row each cohort and age.
  bool is_long() const { return times_.size() > 1 && cells_.size() == 1; }

  void note_total(const RowPlace& place) {
    if (total_.count++ > 0) return;
    total_.row = place.row;
    total_.line = place.line;
  }

  /// Rows that are told by their numbers to be of all others.
  void drop_totals() {
    for (std::size_t i = sheet_.rows.size(); i-- > 0;) {
      if (!may_name_all_cohorts(sheet_.rows[i].label) || !is_row_of_all(sheet_, i)) continue;
      note_total(places_[i]);
      sheet_.rows.erase(sheet_.rows.begin() + static_cast<std::ptrdiff_t>(i));
      ++skipped_;
    }
  }

  std::string_view label_of(const RowBatch& batch, std::size_t row) const {
    return times_.empty() ? std::string_view() : trim(batch.cell(row, times_[0]));
  }

  void read_column(const RowBatch& batch, std::size_t c) {
    columns_[c].read(batch, flaws_);
    for (std::size_t i = 0; i < batch.rows; ++i) {
      double& value = columns_[c].values()[i];
      const std::string_view cell = batch.cell(i, cells_[c]);
      if (!cell.empty() && has_currency_sign(cell)) sheet_.money = true;
      if (cell.find('%') != std::string_view::npos) {
        sheet_.percent = true;
        value *= 100;
      }
      if (value < 0) flaws_.add(i, cells_[c], IssueCode::CountNegative);
    }
  }

  void check_row(const RowBatch& batch, std::size_t row) {
    if (flaws_.has(row)) return;
    const std::string_view label = trim(label_of(batch, row));
    const bool nameless = read_number(label, NumberKind::Count).status == NumberStatus::Missing;  // "", "NA"
    if (names_all_cohorts(label) || (nameless && named_)) {
      note_total(batch.place(row));
      return flaws_.skip(row);
    }
    named_ = named_ || !nameless;
    const bool sized = plan_.cell_of(Role::Opening) && size_.values()[row] != kEmptyCell;
    const auto any = [&](RealBuilder& column) { return column.values()[row] != kEmptyCell; };
    if (!sized && std::none_of(columns_.begin(), columns_.end(), any))
      return flaws_.add(row, cells_.front(), IssueCode::NumberMissing);
    if (is_long() && is_age_below_zero(trim(batch.cell(row, times_[1]))))
      return flaws_.add(row, times_[1], IssueCode::AgeNegative);
    if (is_long() && is_known(batch, row)) flaws_.add(row, times_[1], IssueCode::RowRepeated);
  }

  /// Whether the cohort has a row of the same age already, perhaps another country's.
  bool is_known(const RowBatch& batch, std::size_t row) {
    const std::size_t before = pairs_.size();
    pairs_.add(std::string(label_of(batch, row)) + '\n' + std::string(trim(batch.cell(row, times_[1]))));
    return pairs_.size() == before;
  }

  BuilderPlan plan_;
  BatchFlaws flaws_;
  std::vector<std::size_t> times_, cells_;
  RealBuilder size_;
  std::vector<RealBuilder> columns_;  ///< of cells_
  SheetCells sheet_;
  std::vector<std::string> ages_;  ///< of its rows, where they are long
  IdPool pairs_;                   ///< of a cohort and an age
  Issue total_ = make_issue(IssueCode::TotalRowSkipped);
  std::map<std::size_t, RowPlace> places_;  ///< of rows that may be of all others
  std::int64_t skipped_ = 0;
  bool named_ = false;  ///< some cohort has a name: a row without one is a sum
};

}  // namespace

std::unique_ptr<TableBuilder> make_cohort_builder(BuilderPlan plan) {
  return std::make_unique<CohortBuilder>(std::move(plan));
}

}  // namespace kirnu

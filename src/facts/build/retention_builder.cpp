#include <algorithm>
#include <cmath>
#include <string>

#include "facts/build/table_builder.h"
#include "facts/words/age_label.h"
#include "facts/words/unit_words.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

class RetentionBuilder final : public TableBuilder {
 public:
  explicit RetentionBuilder(BuilderPlan plan)
      : plan_(std::move(plan)),
        label_cell_(plan_.cell_of(Role::Time)),
        retained_cell_(plan_.cell_of(Role::Retained)),
        rate_cell_(plan_.cell_of(Role::RetentionRate)),
        retained_(plan_, retained_cell_, kEmptyCell),
        rate_(plan_, rate_cell_, kEmptyCell) {}

  void take(const RowBatch& batch) override {
    flaws_.begin(batch.rows);
    retained_.read(batch, flaws_);
    rate_.read(batch, flaws_);
    for (std::size_t i = 0; i < batch.rows && retained_cell_; ++i) {
      if (retained_.values()[i] == kEmptyCell) flaws_.add(i, *retained_cell_, IssueCode::NumberMissing);
      if (retained_.values()[i] < 0) flaws_.add(i, *retained_cell_, IssueCode::CountNegative);
      percent_ = percent_ || batch.cell(i, *retained_cell_).find('%') != std::string_view::npos;
    }
    const GoodRows good(batch, flaws_, plan_);
    BatchValues<std::string_view> labels;
    for (std::size_t i = 0; i < batch.rows; ++i) labels[i] = label_cell_ ? trim(batch.cell(i, *label_cell_)) : "";
    for (const std::string_view label : good.keep(labels)) table_.labels.emplace_back(label.substr(0, kLongestRaw));
    for (const double value : good.keep(retained_.values())) table_.retained.push_back(value);
    if (rate_cell_) check_shares(batch, good.keep(rate_.values()));
  }

  BuiltTables finish() override {
    BuiltTables built;
    built.accepted = static_cast<std::int64_t>(table_.retained.size());
    // 63.1 of 100 are percent, and 63 of 100 may be customers: fractions or a sign say which.
    const auto is_part = [](double value) { return value != std::floor(value); };
    table_.percent = percent_ || std::any_of(table_.retained.begin(), table_.retained.end(), is_part);
    if (label_cell_) table_.unit = find_unit_in(plan_.column(*label_cell_).name);
    for (const std::string& label : table_.labels) {
      const std::optional<AgeLabel> age = read_age_label(label);
      if (age && age->unit) table_.unit = age->unit;
    }
    if (!disagree_.values.empty()) built.issues.push_back(disagree_);
    built.facts.push_back({.kind = FactKind::Retention, .table = std::move(table_)});
    return built;
  }

 private:
  /// The same once more in percent: it must be what the customers make, but for rounding to whole percent.
  void check_shares(const RowBatch& batch, std::span<const double> rates) {
    constexpr double kRounding = 0.0051;
    const std::size_t before = table_.retained.size() - rates.size();
    for (std::size_t i = 0; i < rates.size(); ++i) {
      const double share = table_.retained[before + i] / table_.retained.front();
      const bool sign = batch.cell(i, *rate_cell_).find('%') != std::string_view::npos;
      whole_ = before + i == 0 && !sign && rates[i] > 1 ? 100 : whole_;
      const double said = rates[i] / whole_;
      if (rates[i] == kEmptyCell || std::fabs(said - share) <= kRounding || !disagree_.values.empty()) continue;
      disagree_.values = {{"rate", said}, {"share", share}};
      disagree_.row = batch.place(i).row;
      disagree_.line = batch.place(i).line;
    }
  }

  BuilderPlan plan_;
  RetentionSeries table_;
  BatchFlaws flaws_;
  std::optional<std::size_t> label_cell_, retained_cell_, rate_cell_;
  RealBuilder retained_, rate_;
  double whole_ = 1;  ///< of the rates
  Issue disagree_ = make_issue(IssueCode::SharesDisagree);
  bool percent_ = false;
};

}  // namespace

std::unique_ptr<TableBuilder> make_retention_builder(BuilderPlan plan) {
  return std::make_unique<RetentionBuilder>(std::move(plan));
}

}  // namespace kirnu

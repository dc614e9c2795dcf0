#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "base/utf8.h"
#include "facts/age_label.h"
#include "facts/counts.h"
#include "facts/event_value.h"
#include "facts/repeated_rows.h"
#include "facts/table_builder.h"
#include "facts/unit_words.h"
#include "text/fold_case.h"
#include "text/number_affixes.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr double kAbsent = std::numeric_limits<double>::infinity();  // no number that is read is infinite

class SurvivalBuilder final : public TableBuilder {
 public:
  explicit SurvivalBuilder(BuilderPlan plan)
      : plan_(std::move(plan)),
        id_cell_(plan_.cell_of(Role::CustomerId)),
        time_cell_(plan_.cell_of(Role::Time)),
        event_cell_(plan_.cell_of(Role::Event)),
        event_value_(fold_case(trim(plan_.plan.event_value))),
        both_told_(plan_.plan.event_values.size() > 1),
        time_(plan_, time_cell_, kAbsent) {
    for (const std::size_t cell : plan_.cells_of(Role::Segment)) groups_.emplace_back(plan_, cell);
  }

  void take(const RowBatch& batch) override {
    flaws_.begin(batch.rows);
    time_.read(without_marks(batch), flaws_);
    for (std::size_t i = 0; i < batch.rows && time_cell_; ++i) {
      if (time_.values()[i] == kAbsent) flaws_.add(i, *time_cell_, IssueCode::NumberMissing);
      if (time_.values()[i] < 0) flaws_.add(i, *time_cell_, IssueCode::TimeNegative);
    }
    read_events(batch);
    if (id_cell_) read_texts(batch, *id_cell_, texts_);
    if (id_cell_ && plan_.duplicates == Duplicates::Reject) reject_repeated(batch, *id_cell_, texts_, known_, flaws_);
    const GoodRows good(batch, flaws_, plan_);
    time_.keep(good);
    table_.left.append(good.keep(left_));
    if (id_cell_) customers_.add(good.keep(texts_), codes_);
    if (id_cell_) customer_.append({codes_.data(), good.size()});
    for (CodeBuilder& group : groups_) group.take(batch, good);
  }

  BuiltTables finish() override {
    BuiltTables built;
    table_.time = std::move(time_.column());
    for (CodeBuilder& group : groups_) table_.groups.push_back(std::move(group.column()));
    const bool most = !customers_.empty() && customers_.size() * 3 <= customer_.size() * 2;
    if (plan_.duplicates == Duplicates::Latest || (most && rows_follow_each_other())) join_rows(built);
    else note_rows_of_their_own(built);
    built.accepted = static_cast<std::int64_t>(table_.time.size());
    built.facts.push_back({.kind = FactKind::Survival, .table = std::move(table_)});
    return built;
  }

 private:
  /// Whether several rows of a customer, as most have then, are its time in parts, as in tables of persons and periods:
  /// each later than the one before, and none after the one in which it left.
  bool rows_follow_each_other() const {
    if (customers_.find("")) return false;  // rows without an id are nobody's
    std::vector<double> reached(customers_.size(), -1);
    for (std::size_t row = 0; row < customer_.size(); ++row) {
      double& before = reached[customer_[row]];
      if (table_.time[row] <= before) return false;
      before = table_.left[row] != 0 ? kAbsent : table_.time[row];
    }
    return true;
  }

  /// Keeps the row of each customer with the latest time, of equal ones the last, in the groups of that with the
  /// earliest: later ones depend on how long it stayed.
  void join_rows(BuiltTables& built) {
    const std::optional<std::uint32_t> nobody = customers_.find("");
    std::vector<std::size_t> first(customers_.size(), customer_.size()), latest = first;
    for (std::size_t row = 0; row < customer_.size(); ++row) {
      std::size_t &earlier = first[customer_[row]], &later = latest[customer_[row]];
      if (earlier == customer_.size() || table_.time[row] < table_.time[earlier]) earlier = row;
      if (later == customer_.size() || table_.time[row] >= table_.time[later]) later = row;
    }
    std::vector<bool> last(customer_.size());
    for (std::size_t row = 0; row < customer_.size(); ++row)
      last[row] = customer_[row] == nobody || latest[customer_[row]] == row;
    const auto dropped = std::count(last.begin(), last.end(), false);
    if (dropped == 0) return;
    keep_rows(table_.time, last);
    keep_rows(table_.left, last);
    Issue issue = make_issue(IssueCode::CustomersRepeated);
    issue.column = plan_.column(*id_cell_).name;
    issue.count = built.skipped = dropped;
    built.issues.push_back(std::move(issue));
    for (CodeColumn& group : table_.groups) {
      if (!keep_first_groups(group, last, first)) continue;
      built.issues.push_back(
          make_issue(IssueCode::PartsOverlap, {},
                     {{.name = "name", .value = group.name}, {.name = "kind", .value = std::string("survival")}}));
    }
  }

  /// True where customers change their group.
  bool keep_first_groups(CodeColumn& group, const std::vector<bool>& last, const std::vector<std::size_t>& first) {
    bool change = false;
    const std::optional<std::uint32_t> nobody = customers_.find("");
    PackedColumn<std::uint32_t> codes;
    for (std::size_t row = 0; row < customer_.size(); ++row) {
      const std::uint32_t code = group.codes[customer_[row] == nobody ? row : first[customer_[row]]];
      change = change || code != group.codes[row];
      if (last[row]) codes.push_back(code);
    }
    group.codes = std::move(codes);
    return change;
  }

  /// Warns of customers with several rows of which each counts as a customer of its own.
  void note_rows_of_their_own(BuiltTables& built) const {
    if (customers_.size() == customer_.size()) return;
    Issue issue = duplicates_issue(IssueCode::RowsRepeated);
    issue.column = plan_.column(*id_cell_).name;
    issue.count = 0;
    std::vector<bool> seen(customers_.size());
    for (std::size_t row = 0; row < customer_.size(); ++row) {
      const std::string_view id = customers_.text(customer_[row]);
      if (seen[customer_[row]] && !id.empty() && issue.count++ == 0)
        issue.values = {{.name = "found", .value = std::string(cut_utf8(id, kLongestRaw))},
                        {.name = "kind", .value = std::string("survival")}};
      seen[customer_[row]] = true;
    }
    if (issue.count > 0) built.issues.push_back(std::move(issue));
  }

  /// The rows with times that numbers can be read from: "13+" is 13.
  RowBatch without_marks(const RowBatch& batch) {
    if (event_cell_) return batch;
    cells_.assign(batch.cells.begin(), batch.cells.end());
    for (std::size_t i = 0; i < batch.rows && time_cell_; ++i) {
      std::string_view& cell = cells_[i * batch.width + *time_cell_];
      cell = without_mark(trim(cell));
    }
    RowBatch plain = batch;
    plain.cells = cells_;
    return plain;
  }

  void read_events(const RowBatch& batch) {
    for (std::size_t i = 0; i < batch.rows; ++i) {
      left_[i] = 1;  // a file without such a column has only customers who left
      if (!event_cell_) {
        if (time_cell_ && trim(batch.cell(i, *time_cell_)).ends_with('+')) left_[i] = 0;
        continue;
      }
      const std::string_view cell = trim(batch.cell(i, *event_cell_));
      left_[i] = fold_case(cell) == event_value_ ? 1 : 0;
      if (cell.empty() || (left_[i] == 0 && both_told_ && find_missing(cell) != MissingKind::None))
        flaws_.add(i, *event_cell_, IssueCode::EventMissing);
    }
  }

  BuilderPlan plan_;
  SurvivalTable table_;
  BatchFlaws flaws_;
  BatchValues<std::uint8_t> left_;
  std::vector<std::string_view> cells_;
  std::optional<std::size_t> id_cell_, time_cell_, event_cell_;
  std::string event_value_;
  bool both_told_;  ///< who is still there is said by a value too: "NA" is neither
  RealBuilder time_;
  std::vector<CodeBuilder> groups_;
  BatchValues<std::string_view> texts_;
  BatchValues<std::uint32_t> codes_;
  IdPool customers_, known_;  ///< known_: only where repeated rows are rejected
  Column<std::uint32_t> customer_;
};

class RetentionBuilder final : public TableBuilder {
 public:
  explicit RetentionBuilder(BuilderPlan plan)
      : plan_(std::move(plan)),
        label_cell_(plan_.cell_of(Role::Time)),
        retained_cell_(plan_.cell_of(Role::Retained)),
        rate_cell_(plan_.cell_of(Role::RetentionRate)),
        retained_(plan_, retained_cell_, kAbsent),
        rate_(plan_, rate_cell_, kAbsent) {}

  void take(const RowBatch& batch) override {
    flaws_.begin(batch.rows);
    retained_.read(batch, flaws_);
    rate_.read(batch, flaws_);
    for (std::size_t i = 0; i < batch.rows && retained_cell_; ++i) {
      if (retained_.values()[i] == kAbsent) flaws_.add(i, *retained_cell_, IssueCode::NumberMissing);
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
      if (rates[i] == kAbsent || std::fabs(said - share) <= kRounding || !disagree_.values.empty()) continue;
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
        if (count < 0) flaws_.add(i, count_cells_[c], IssueCode::CountNegative);
        else if (count != std::floor(count)) flaws_.add(i, count_cells_[c], IssueCode::CountFractional);
        else if (count > kLargestNumber) flaws_.add(i, count_cells_[c], IssueCode::NumberTooLarge);
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

std::unique_ptr<TableBuilder> make_survival_builder(BuilderPlan plan) {
  return std::make_unique<SurvivalBuilder>(std::move(plan));
}
std::unique_ptr<TableBuilder> make_retention_builder(BuilderPlan plan) {
  return std::make_unique<RetentionBuilder>(std::move(plan));
}
std::unique_ptr<TableBuilder> make_reason_builder(BuilderPlan plan) {
  return std::make_unique<ReasonBuilder>(std::move(plan));
}

}  // namespace kirnu

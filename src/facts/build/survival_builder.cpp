#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "facts/build/repeated_rows.h"
#include "facts/build/stays.h"
#include "facts/build/table_builder.h"
#include "facts/plan/event_value.h"
#include "text/fold_case.h"
#include "text/number_affixes.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

class SurvivalBuilder final : public TableBuilder {
 public:
  explicit SurvivalBuilder(BuilderPlan plan)
      : plan_(std::move(plan)),
        id_cell_(plan_.cell_of(Role::CustomerId)),
        time_cell_(plan_.cell_of(Role::Time)),
        event_cell_(plan_.cell_of(Role::Event)),
        entry_cell_(plan_.cell_of(Role::Entry)),
        event_value_(fold_case(trim(plan_.plan.event_value))),
        both_told_(plan_.plan.event_values.size() > 1),
        time_(plan_, time_cell_, kEmptyCell),
        entry_(plan_, entry_cell_, kEmptyCell) {
    for (const std::size_t cell : plan_.cells_of(Role::Segment)) groups_.emplace_back(plan_, cell);
  }

  void take(const RowBatch& batch) override {
    flaws_.begin(batch.rows);
    time_.read(without_marks(batch), flaws_);
    entry_.read(batch, flaws_);
    check_times(batch, time_, time_cell_);
    check_times(batch, entry_, entry_cell_);
    for (std::size_t i = 0; i < batch.rows && time_cell_ && entry_cell_; ++i) {
      if (entry_.values()[i] >= time_.values()[i]) flaws_.add(i, *time_cell_, IssueCode::EndBeforeStart);
    }
    read_events(batch);
    if (id_cell_) read_texts(batch, *id_cell_, texts_);
    if (id_cell_ && !entry_cell_ && plan_.duplicates == Duplicates::Reject)
      reject_repeated(batch, *id_cell_, texts_, known_, flaws_);
    const GoodRows good(batch, flaws_, plan_);
    time_.keep(good);
    entry_.keep(good);
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
    if (entry_cell_) find_stays(built);
    else if (plan_.duplicates == Duplicates::Latest || (most && rows_follow_each_other())) join_rows(built);
    else note_rows_of_their_own(built);
    built.accepted = static_cast<std::int64_t>(table_.time.size());
    if (event_cell_ && !event_seen_ &&
        !plan_.plan.event_value.empty()) {  // a value that somebody chose, and no row has
      built.issues.push_back(event_value_issue(IssueCode::EventValueNeeded, plan_.plan));
      built.blocked = true;
    }
    built.facts.push_back({.kind = FactKind::Survival, .table = std::move(table_)});
    return built;
  }

 private:
  void check_times(const RowBatch& batch, RealBuilder& times, std::optional<std::size_t> cell) {
    for (std::size_t i = 0; i < batch.rows && cell; ++i) {
      if (times.values()[i] == kEmptyCell) flaws_.add(i, *cell, IssueCode::NumberMissing);
      if (times.values()[i] < 0) flaws_.add(i, *cell, IssueCode::TimeNegative);
    }
  }

  /// Rows that say from when on they tell of their customer.
  void find_stays(BuiltTables& built) {
    table_.entry = std::move(entry_.column());
    for (Issue& issue : plan_.rejections.issues()) {
      if (issue.code == IssueCode::EndBeforeStart) issue.values.push_back({"kind", std::string("survival")});
    }
    if (!id_cell_) return;
    const std::optional<std::uint32_t> nobody = customers_.find("");
    for (std::size_t row = 0; row < customer_.size(); ++row) {
      if (customer_[row] == nobody) customer_[row] = CodeColumn::kNone;
    }
    table_.customer = std::move(customer_);
    table_.customers = customers_.size();
    if (plan_.duplicates != Duplicates::Sum)
      note_dropped(built, keep_one_stay(table_, plan_.duplicates == Duplicates::Latest));
    const Returns returns = follow_rows(table_);
    if (returns.count == 0) return;
    Issue issue = duplicates_issue(IssueCode::RowsRepeated);
    issue.column = plan_.column(*id_cell_).name;
    issue.count = returns.count;
    issue.values = {{"found", std::string(cut_utf8(customers_.text(returns.first_customer), kLongestRaw))},
                    {"kind", std::string(role_name(Role::Entry))}};
    built.issues.push_back(std::move(issue));
  }

  /// Tells of rows of customers that did not count since another did.
  void note_dropped(BuiltTables& built, std::int64_t dropped) const {
    if (dropped == 0) return;
    Issue issue = make_issue(IssueCode::CustomersRepeated);
    issue.column = plan_.column(*id_cell_).name;
    issue.count = built.skipped = dropped;
    built.issues.push_back(std::move(issue));
  }

  /// Whether several rows of a customer, as most have then, are its time in parts, as in tables of persons and periods:
  /// each later than the one before, and none after the one in which it left.
  bool rows_follow_each_other() const {
    if (customers_.find("")) return false;  // rows without an id are nobody's
    std::vector<double> reached(customers_.size(), -1);
    for (std::size_t row = 0; row < customer_.size(); ++row) {
      double& before = reached[customer_[row]];
      if (table_.time[row] <= before) return false;
      before = table_.left[row] != 0 ? kEmptyCell : table_.time[row];
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
    note_dropped(built, dropped);
    for (CodeColumn& group : table_.groups) {
      if (!keep_first_groups(group, last, first)) continue;
      built.issues.push_back(
          make_issue(IssueCode::PartsOverlap, {}, {{"name", group.name}, {"kind", std::string("survival")}}));
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
        issue.values = {{"found", std::string(cut_utf8(id, kLongestRaw))}, {"kind", std::string("survival")}};
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
      event_seen_ = event_seen_ || left_[i] == 1;
      if (cell.empty() || (left_[i] == 0 && both_told_ && find_missing(cell) != MissingKind::None))
        flaws_.add(i, *event_cell_, IssueCode::EventMissing);
    }
  }

  BuilderPlan plan_;
  SurvivalTable table_;
  BatchFlaws flaws_;
  BatchValues<std::uint8_t> left_;
  std::vector<std::string_view> cells_;
  std::optional<std::size_t> id_cell_, time_cell_, event_cell_, entry_cell_;
  std::string event_value_;
  bool event_seen_ = false;
  bool both_told_;  ///< who is still there is said by a value too: "NA" is neither
  RealBuilder time_, entry_;
  std::vector<CodeBuilder> groups_;
  BatchValues<std::string_view> texts_;
  BatchValues<std::uint32_t> codes_;
  IdPool customers_, known_;  ///< known_: only where repeated rows are rejected
  Column<std::uint32_t> customer_;
};

}  // namespace

std::unique_ptr<TableBuilder> make_survival_builder(BuilderPlan plan) {
  return std::make_unique<SurvivalBuilder>(std::move(plan));
}

}  // namespace kirnu

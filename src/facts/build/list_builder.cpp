#include <algorithm>

#include "facts/build/reason_cells.h"
#include "facts/build/table_builder.h"
#include "facts/build/unread_cells.h"
#include "facts/plan/event_value.h"
#include "facts/plan/list_order.h"
#include "facts/tables/money.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

// Lists that somebody keeps by hand may name customers otherwise than the next one; longer ones come out of a program.
constexpr std::size_t kMostCompared = 100'000;
constexpr std::uint64_t kLargestCompared = 16U << 20U;  ///< bytes of a file whose size is known

/// One list, or two side by side: then a row is two customers that have nothing to do with one another, and the
/// shorter list ends in empty cells.
class ListBuilder final : public TableBuilder {
 public:
  explicit ListBuilder(BuilderPlan plan)
      : plan_(std::move(plan)),
        ids_(plan_.id_reader()),
        cells_(plan_.cells_of(Role::CustomerId)),
        states_(plan_.cells_of(Role::Event)),
        named_(states_.size() == 2 && cells_.size() == 1 ? states_ : cells_),
        turned_(named_.size() >= 2 && is_named_later(plan_.column(named_[0]).name, plan_.column(named_[1]).name)),
        value_(plan_, value_cell()),
        has_value_(value_cell().has_value()),
        currency_(plan_, has_value_ ? plan_.cell_of(Role::Currency) : std::nullopt),
        event_cell_(cells_.size() <= 1 && states_.size() == 1 ? plan_.cell_of(Role::Event) : std::nullopt),
        first_seen_(plan_, cells_.size() == 1 ? plan_.cell_of(Role::Start) : std::nullopt),
        reason_(plan_) {
    if (states_.size() != 2 || cells_.size() != 1) states_.clear();
    else cells_.push_back(cells_[0]);
    if (event_cell_) left_cells_.emplace(plan_.plan, plan_.column(*event_cell_));
    if (cells_.size() > 2) cells_.resize(2);
    if (named_.size() > 2) named_.resize(2);
    for (std::vector<std::size_t>* sides : {&cells_, &named_, &states_}) {
      if (turned_) std::reverse(sides->begin(), sides->end());
    }
    lists_.resize(std::max<std::size_t>(cells_.size(), 1));
    if (!cells_.empty()) lists_[0].name = plan_.column(cells_[0]).name;
    for (std::size_t cell = 0; cell < plan_.wanted.size(); ++cell) {
      if (plan_.column(cell).more_ids) other_cells_.push_back(cell);
    }
    if (plan_.file_bytes > kLargestCompared || !states_.empty()) other_cells_.clear();
    for (const std::size_t cell : other_cells_) lists_[0].others.push_back({.name = plan_.column(cell).name});
  }

  void take(const RowBatch& batch) override {
    flaws_.begin(batch.rows);
    if (cells_.size() == 2) {
      take_pair(batch);
      return;
    }
    if (cells_.empty() && !event_cell_) return;
    if (cells_.empty()) ids_.number(batch, texts_);
    else ids_.read(batch, cells_[0], texts_, flaws_);
    value_.read(batch, flaws_);
    BatchFlaws unread;  // a customer without a readable first day is one all the same
    unread.begin(batch.rows);
    first_seen_.read(batch, unread);
    if (plan_.duplicates == Duplicates::Reject && !cells_.empty())
      reject_repeated(batch, cells_[0], texts_, lists_[0].customers, flaws_);
    const std::size_t before = lists_[0].customers.size();
    const GoodRows good(batch, flaws_, plan_);
    accepted_ += static_cast<std::int64_t>(good.size());
    const std::span<const std::string_view> ids = good.keep(texts_);
    if (lists_[0].repeated == 0) lists_[0].customers.expect(plan_.expected_ids(before, batch));
    lists_[0].customers.add(ids, codes_);
    if (plan_.duplicates != Duplicates::Reject)
      lists_[0].repeated += static_cast<std::int64_t>(ids.size() - (lists_[0].customers.size() - before));
    if (has_value_) add_values(good.keep(value_.values()));
    currency_.take(batch, good);
    add_first_days(batch, unread);
    if (event_cell_) add_marks(batch, good);
    add_others(batch, good);
  }

  BuiltTables finish() override {
    BuiltTables built;
    built.accepted = accepted_;
    const ImportPlan& plan = plan_.plan;
    if (event_cell_ && !left_seen_ && !plan.event_value.empty() && !plan.event_values.empty()) {
      built.issues.push_back(event_value_issue(IssueCode::EventValueNeeded, plan));  // nobody has what somebody chose
      built.blocked = true;
    }
    value_.note_markers(built.issues);
    if (note_currencies(currency_.column(), built.issues)) lists_[0].value = {}, lists_[0].reasons.value = {};
    lists_[0].reasons.reason = std::move(reason_.column());
    if (!lists_[0].reasons.reason.empty()) reason_.note(built.issues);
    unread_amounts_.note(built.issues);
    unread_days_.note(built.issues);
    if (turned_)
      built.issues.push_back(
          make_issue(IssueCode::ListsTurned, {},
                     {{"name", plan_.column(named_[0]).name}, {"other", plan_.column(named_[1]).name}}));
    if (!cells_.empty()) ids_.note_rules(plan_.column(cells_[0]).name, built.issues);
    for (std::size_t side = 0; side < lists_.size(); ++side) {
      CustomerList& list = lists_[side];
      if (list.repeated > 0) built.issues.push_back(repeated_issue(list));
      if (!cells_.empty()) {
        warn_of_case(list.customers, plan_.column(cells_[side]).name, built.issues);
        list.named = named_days(side);
      }
      built.facts.push_back({.kind = FactKind::Lists, .table = std::move(list)});
    }
    return built;
  }

 private:
  /// Of two lists side by side only what the earlier customers brought is asked for: it can be lost.
  std::optional<std::size_t> value_cell() const {
    const std::vector<std::size_t> amounts = plan_.cells_of(Role::Amount);
    if (cells_.size() < 2) return plan_.cell_of(Role::Amount);
    if (amounts.size() == 2) return amounts[turned_ ? 1 : 0];
    return amounts.size() == 1 && !turned_ ? std::optional(amounts[0]) : std::nullopt;  // beside the first list
  }

  /// The time in the name of a list's customers, else in that of what they brought.
  std::optional<NamedDays> named_days(std::size_t side) const {
    std::optional<NamedDays> days = days_of_list(plan_.column(named_[side]).name);
    const std::optional<std::size_t> amount = cells_.size() == 1 ? value_cell() : std::nullopt;
    return days || !amount ? days : days_of_list(plan_.column(*amount).name);
  }

  /// What becomes of a customer's rows is a question of their values.
  Issue repeated_issue(const CustomerList& list) const {
    Issue issue =
        has_value_ ? duplicates_issue(IssueCode::CustomersRepeated) : make_issue(IssueCode::CustomersRepeated);
    if (has_value_ && plan_.duplicates == Duplicates::Latest) std::swap(issue.choices[0], issue.choices[1]);
    issue.count = list.repeated;
    return issue;
  }

  void take_pair(const RowBatch& batch) {
    std::array<bool, kMostBatchRows> any{};
    BatchFlaws unread;  // who has no readable amount is a customer all the same
    unread.begin(batch.rows);
    value_.read(batch, unread);
    for (std::size_t side = 0; side < 2; ++side) {
      BatchFlaws empty;
      empty.begin(batch.rows);
      ids_.read(batch, cells_[side], texts_, empty);
      std::size_t kept = 0;
      for (std::size_t i = 0; i < batch.rows; ++i) {
        if (empty.has(i)) continue;
        any[i] = true;
        if (!states_.empty() && !is_there(batch.cell(i, states_[side]))) continue;
        if (has_value_ && side == 0) unread_amounts_.add(batch, unread, i, plan_);
        if (has_value_ && side == 0) value_.values()[kept] = unread.has(i) ? kNoMoney : value_.values()[i];
        texts_[kept++] = texts_[i];
      }
      CustomerList& list = lists_[side];
      const std::size_t before = list.customers.size();
      list.customers.add({texts_.data(), kept}, codes_);
      list.repeated += static_cast<std::int64_t>(kept - (list.customers.size() - before));
      if (has_value_ && side == 0) add_values({value_.values().data(), kept});
    }
    for (std::size_t i = 0; i < batch.rows; ++i) {
      if (!any[i]) flaws_.add(i, cells_[0], IssueCode::IdMissing);
    }
    accepted_ += static_cast<std::int64_t>(GoodRows(batch, flaws_, plan_).size());
  }

  void add_values(std::span<const std::int64_t> amounts) {
    Column<std::int64_t>& values = lists_[0].value;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      while (values.size() <= codes_[i]) values.push_back(kNoMoney);
      std::int64_t& sum = values[codes_[i]];
      if (amounts[i] == kNoMoney) continue;
      const bool first = sum == kNoMoney || plan_.duplicates == Duplicates::Latest;
      if (first) sum = 0;
      add_money(sum, amounts[i]);
    }
  }

  /// Who left, and why; of several rows of a customer the last one says the first, and the first one the other.
  void add_marks(const RowBatch& batch, const GoodRows& good) {
    Column<std::uint8_t>& left = lists_[0].left;
    BatchFlaws silent;
    silent.begin(batch.rows);
    for (std::size_t i = 0; i < batch.rows; ++i) {
      if (flaws_.has(i)) silent.skip(i);
    }
    for (std::size_t i = 0; i < good.size(); ++i) {
      while (left.size() <= codes_[i]) left.push_back(0);
      const bool leaves = left_cells_->says_left(batch.cell(good.row(i), *event_cell_));
      left_seen_ = left_seen_ || leaves;
      if (!leaves || left[codes_[i]] != 0) silent.skip(good.row(i));
      else if (has_value_) lists_[0].reasons.value.push_back(value_.values()[i]);
      left[codes_[i]] = leaves ? 1 : 0;
    }
    reason_.take(batch, GoodRows(batch, silent, plan_));
  }

  /// What else tells each customer, from its first row; of lists so long that nobody compares them by hand nothing.
  void add_others(const RowBatch& batch, const GoodRows& good) {
    if (lists_[0].customers.size() > kMostCompared) lists_[0].others.clear();
    for (std::size_t o = 0; o < lists_[0].others.size(); ++o) {
      CodeColumn& other = lists_[0].others[o];
      for (std::size_t i = 0; i < good.size(); ++i) {
        if (codes_[i] < other.codes.size()) continue;
        const std::string_view cell = trim_cell(batch.cell(good.row(i), other_cells_[o]));
        const bool email = cell.find('@') != std::string_view::npos;
        other.codes.push_back(cell.empty() ? CodeColumn::kNone : other.words.add(email ? fold_case(cell) : cell));
      }
    }
  }

  /// The earliest day of a customer's rows. Instants count with their day in UTC.
  void add_first_days(const RowBatch& batch, const BatchFlaws& unread) {
    if (!first_seen_.exists()) return;
    Column<std::int32_t>& days = lists_[0].first_seen;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < batch.rows; ++i) {
      if (flaws_.has(i)) continue;
      const std::uint32_t customer = codes_[kept++];
      while (days.size() <= customer) days.push_back(kNoDay);
      unread_days_.add(batch, unread, i, plan_);
      const std::int64_t time = first_seen_.value(i);
      if (unread.has(i) || time == kNoInstant) continue;
      const std::int32_t day = first_seen_.column().clock ? day_of_instant(time) : static_cast<std::int32_t>(time);
      if (days[customer] == kNoDay || day < days[customer]) days[customer] = day;
    }
  }

  BuilderPlan plan_;
  BatchFlaws flaws_;
  BatchValues<std::string_view> texts_;
  BatchValues<std::uint32_t> codes_;
  IdReader ids_;
  std::vector<std::size_t> cells_, other_cells_;
  std::vector<std::size_t> states_;  ///< how the customers of a row stood at either time; empty: lists hold ids alone
  std::vector<std::size_t> named_;   ///< the columns whose names tell the lists apart
  bool turned_;                      ///< of two lists side by side the later stands first
  MoneyBuilder value_;
  bool has_value_;
  CodeBuilder currency_;
  std::optional<std::size_t> event_cell_;
  std::optional<LeftCells> left_cells_;
  bool left_seen_ = false;
  TimeBuilder first_seen_;
  ReasonCells reason_;
  UnreadCells unread_amounts_, unread_days_;
  std::vector<CustomerList> lists_;
  std::int64_t accepted_ = 0;
};

}  // namespace

std::unique_ptr<TableBuilder> make_list_builder(BuilderPlan plan) {
  return std::make_unique<ListBuilder>(std::move(plan));
}

}  // namespace kirnu

#include <algorithm>

#include "facts/build/hidden_churn.h"
#include "facts/build/planned_ends.h"
#include "facts/build/reason_cells.h"
#include "facts/build/repeated_rows.h"
#include "facts/build/table_builder.h"
#include "facts/plan/left_flags.h"
#include "facts/words/column_name.h"
#include "facts/words/plan_status.h"

namespace kirnu {
namespace {

/// A day or instant as an instant; kNoInstant stays.
std::int64_t instant_of(const TimeColumn& column, std::int64_t value) {
  return column.clock || value == kNoInstant ? value : value * kSecondsPerDay;
}

Issue no_issue(IssueCode code) {
  Issue issue = make_issue(code);
  issue.count = 0;
  return issue;
}

void keep_rows(TimeColumn& column, const std::vector<bool>& kept) {
  if (column.clock) keep_rows(column.instants, kept);
  else keep_rows(column.days, kept);
}

class SubscriptionBuilder final : public TableBuilder {
 public:
  explicit SubscriptionBuilder(BuilderPlan plan)
      : plan_(std::move(plan)),
        ids_(plan_.id_reader()),
        id_cell_(plan_.cell_of(Role::CustomerId)),
        subscription_cell_(plan_.cell_of(Role::SubscriptionId)),
        flag_cell_(plan_.cell_of(Role::Event)),
        tests_(plan_, Role::Sandbox, IssueCode::TestLeftOut),
        trials_(plan_, Role::Trial, IssueCode::TrialLeftOut),
        frees_(plan_, Role::Free, IssueCode::FreeLeftOut),
        start_(plan_, plan_.cell_of(Role::Start)),
        end_(plan_, plan_.cell_of(Role::End)),
        canceled_(plan_, plan_.cell_of(Role::Canceled)),
        trial_end_(plan_, plan_.cell_of(Role::TrialEnd)),
        updated_(plan_, plan_.cell_of(Role::UpdatedAt)),
        amount_(plan_, plan_.cell_of(Role::Amount)),
        quantity_(plan_, plan_.cell_of(Role::Quantity), 1),
        interval_count_(plan_, plan_.cell_of(Role::IntervalCount), 1),
        interval_(plan_, plan_.cell_of(Role::Interval)),
        currency_(plan_, plan_.cell_of(Role::Currency)),
        status_(plan_, plan_.cell_of(Role::Status)),
        product_(plan_, plan_.cell_of(Role::Plan)),
        reason_(plan_) {
    for (const std::size_t cell : plan_.cells_of(Role::Segment)) segments_.emplace_back(plan_, cell);
    const std::optional<std::size_t> status = plan_.cell_of(Role::Status);
    if (status && plain_name(plan_.column(*status).name) == "patronstatus") follower_cell_ = status;
  }

  void take(const RowBatch& batch) override {
    flaws_.begin(batch.rows);
    tests_.skip(batch, flaws_);
    trials_.skip(batch, flaws_);
    frees_.skip(batch, flaws_);
    skip_followers(batch);
    if (id_cell_) ids_.read(batch, *id_cell_, texts_, flaws_);
    else ids_.number(batch, texts_);
    for (TimeBuilder* times : {&start_, &end_, &canceled_, &trial_end_, &updated_}) times->read(batch, flaws_);
    start_.require(batch, flaws_);
    amount_.read(batch, flaws_);
    quantity_.read(batch, flaws_);
    interval_count_.read(batch, flaws_);
    check_order(batch);
    if (id_cell_ && plan_.duplicates == Duplicates::Reject)
      reject_repeated(batch, *id_cell_, texts_, table_.customers, flaws_);
    note_same_days(batch);
    const GoodRows good(batch, flaws_, plan_);
    skipped_ += good.skipped();
    rows_ += static_cast<std::int64_t>(good.size());
    keep_ids(batch, good);
    keep_flags(batch, good);
    for (TimeBuilder* times : {&start_, &end_, &canceled_, &trial_end_, &updated_}) times->keep(good);
    amount_.keep(good);
    quantity_.keep(good);
    interval_count_.keep(good);
    for (CodeBuilder* codes : {&interval_, &currency_, &status_, &product_}) codes->take(batch, good);
    reason_.take(batch, good);
    for (CodeBuilder& codes : segments_) codes.take(batch, good);
  }

  BuiltTables finish() override {
    BuiltTables built;
    table_.start = std::move(start_.column());
    table_.end = std::move(end_.column());
    table_.canceled = std::move(canceled_.column());
    table_.trial_end = std::move(trial_end_.column());
    table_.amount = std::move(amount_.column());
    const std::optional<std::size_t> amount = plan_.cell_of(Role::Amount);
    table_.monthly = amount && plan_.column(*amount).months > 0;
    table_.quantity = std::move(quantity_.column());
    table_.interval_count = std::move(interval_count_.column());
    table_.interval = std::move(interval_.column());
    table_.currency = std::move(currency_.column());
    table_.status = std::move(status_.column());
    table_.plan = std::move(product_.column());
    table_.reason = std::move(reason_.column());
    reason_.note(built.issues);
    for (CodeBuilder& codes : segments_) table_.segments.push_back(std::move(codes.column()));
    built.skipped = skipped_;
    if (plan_.plan.newest_only && subscription_cell_)
      built.skipped += keep_only(latest_rows(subscription_, subscriptions_.size(), updated_.column()));
    if (plan_.duplicates == Duplicates::Latest && id_cell_)
      built.skipped += keep_only(latest_rows(table_.customer, table_.customers.size(), table_.start));
    built.accepted = rows_ - (built.skipped - skipped_);
    tests_.note(built.issues);
    trials_.note(built.issues);
    frees_.note(built.issues);
    if (followers_.count > 0) built.issues.push_back(followers_);
    for (const TimeBuilder* times : {&end_, &canceled_, &trial_end_}) times->note_markers(built.issues);
    amount_.note_markers(built.issues);
    if (same_day_.count > 0) built.issues.push_back(same_day_);
    note_customers(built.issues);
    note_planned_ends(built.issues);
    if (const std::int64_t rows = forget_prices_of_gone(table_); rows > 0) {
      built.issues.push_back(make_issue(IssueCode::PricesOfGone));
      built.issues.back().count = rows;
    }
    if (updated_.exists()) table_.known_until = day_made(table_, updated_.column());
    if (plan_.plan.paid_terms) table_.known_until = last_start(table_);  // who pays after that nobody knows yet
    note_hidden_churn(table_, built.issues);
    tell_status_by_plan(table_);
    note_currencies(table_.currency, built.issues);
    built.facts.push_back({.kind = FactKind::Subscriptions, .table = std::move(table_)});
    return built;
  }

 private:
  /// A subscription that ends before it starts is a mistake of the file.
  void check_order(const RowBatch& batch) {
    if (!start_.exists()) return;
    for (std::size_t i = 0; i < batch.rows; ++i) {
      const std::int64_t start = instant_of(start_.column(), start_.value(i));
      for (const TimeBuilder* times : {&end_, &canceled_}) {
        if (!times->exists() || start == kNoInstant || times->value(i) == kNoInstant) continue;
        const std::int64_t end = instant_of(times->column(), times->value(i));
        const std::int64_t latest = times->column().clock ? end : end + kSecondsPerDay - 1;  // a bare day's last second
        if (latest < start) flaws_.add(i, *times->cell(), IssueCode::EndBeforeStart);
      }
    }
  }

  /// Where a row ends on its first day, that is said: it may be a mistake.
  void note_same_days(const RowBatch& batch) {
    const TimeBuilder& ends = end_.exists() ? end_ : canceled_;
    if (!start_.exists() || !ends.exists()) return;
    for (std::size_t i = 0; i < batch.rows; ++i) {
      const std::int64_t start = instant_of(start_.column(), start_.value(i));
      const std::int64_t end = instant_of(ends.column(), ends.value(i));
      if (flaws_.has(i) || start == kNoInstant || end == kNoInstant || end >= start + kSecondsPerDay) continue;
      if (day_of_instant(start) != day_of_instant(end) || same_day_.count++ > 0) continue;
      const RowPlace place = batch.place(i);
      same_day_.row = place.row;
      same_day_.line = place.line;
      same_day_.column = plan_.column(*ends.cell()).name;
      same_day_.values = {{"found", std::string(trim_cell(batch.cell(i, *ends.cell())))}};
    }
  }

  /// Which rules changed ids, which ids differ by their case alone, and what several rows of a customer mean.
  void note_customers(std::vector<Issue>& issues) const {
    if (!id_cell_) return;
    ids_.note_rules(plan_.column(*id_cell_).name, issues);
    warn_of_case(table_.customers, plan_.column(*id_cell_).name, issues);
    if (plan_.duplicates == Duplicates::Sum && !plan_.plan.newest_only)
      note_repeated_rows(table_, !subscription_cell_, issues);
  }

  /// A known export says what its dates mean.
  void note_planned_ends(std::vector<Issue>& issues) {
    const std::int64_t rows =
        !plan_.plan.ends_are_sure && end_.exists() ? forget_planned_ends(table_, left_, plan_.plan.paid_until) : 0;
    if (rows == 0) return;
    const std::string& name = plan_.column(*end_.cell()).name;
    Issue issue = make_issue(IssueCode::EndsOfRunning, {}, {{"column", name}});
    issue.count = rows;
    issues.push_back(std::move(issue));
  }

  /// Patreon has no status for who follows without ever having paid.
  void skip_followers(const RowBatch& batch) {
    for (std::size_t i = 0; i < batch.rows && follower_cell_; ++i) {
      if (!trim_cell(batch.cell(i, *follower_cell_)).empty() || flaws_.has(i)) continue;
      flaws_.skip(i);
      ++followers_.count;
    }
  }

  /// Who left, where a column says it with yes or no.
  void keep_flags(const RowBatch& batch, const GoodRows& good) {
    if (!flag_cell_) return;
    const std::string& name = plan_.column(*flag_cell_).name;
    for (std::size_t i = 0; i < good.size(); ++i)
      left_.push_back(is_left_flag(batch.cell(good.row(i), *flag_cell_), name) ? 1 : 0);
  }

  void keep_ids(const RowBatch& batch, const GoodRows& good) {
    const std::size_t ids = table_.customers.size();
    if (ids == table_.customer.size()) table_.customers.expect(plan_.expected_ids(ids, batch));
    table_.customers.add(good.keep(texts_), codes_);
    table_.customer.append({codes_.data(), good.size()});
    if (subscription_cell_ && plan_.plan.newest_only) {
      read_texts(batch, *subscription_cell_, texts_);
      subscriptions_.add(good.keep(texts_), codes_);
      subscription_.append({codes_.data(), good.size()});
    }
  }

  /// Forgets the other rows, and tells how many they were.
  std::int64_t keep_only(const std::vector<bool>& kept) {
    for (TimeColumn* times : {&table_.start, &table_.end, &table_.canceled, &table_.trial_end}) keep_rows(*times, kept);
    keep_rows(table_.customer, kept);
    keep_rows(table_.amount, kept);
    keep_rows(table_.quantity, kept);
    keep_rows(left_, kept);
    keep_rows(table_.interval_count, kept);
    for (CodeColumn* codes : {&table_.interval, &table_.currency, &table_.status, &table_.plan, &table_.reason})
      keep_rows(codes->codes, kept);
    for (CodeColumn& codes : table_.segments) keep_rows(codes.codes, kept);
    return std::count(kept.begin(), kept.end(), false);
  }

  BuilderPlan plan_;
  SubscriptionTable table_;
  BatchFlaws flaws_;
  BatchValues<std::string_view> texts_;
  BatchValues<std::uint32_t> codes_;
  IdReader ids_;
  std::optional<std::size_t> id_cell_, subscription_cell_, flag_cell_, follower_cell_;
  Column<std::uint8_t> left_;  ///< by row: a column says that the customer left
  MarkedRows tests_, trials_, frees_;
  Issue same_day_ = no_issue(IssueCode::SameDayEnd), followers_ = no_issue(IssueCode::FreeLeftOut);
  std::int64_t rows_ = 0, skipped_ = 0;
  IdPool subscriptions_;
  PackedColumn<std::uint32_t> subscription_;
  TimeBuilder start_, end_, canceled_, trial_end_, updated_;
  MoneyBuilder amount_;
  RealBuilder quantity_, interval_count_;
  CodeBuilder interval_, currency_, status_, product_;
  ReasonCells reason_;
  std::vector<CodeBuilder> segments_;
};

}  // namespace

std::unique_ptr<TableBuilder> make_subscription_builder(BuilderPlan plan) {
  return std::make_unique<SubscriptionBuilder>(std::move(plan));
}

}  // namespace kirnu

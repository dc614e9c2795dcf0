#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "facts/build/table_builder.h"
#include "facts/words/status_words.h"

namespace kirnu {
namespace {

// What somebody could look through; larger files come out of a program, and importing them is to be fast.
constexpr std::int64_t kMostCompared = 100'000;

class TransactionBuilder final : public TableBuilder {
 public:
  explicit TransactionBuilder(BuilderPlan plan)
      : plan_(std::move(plan)),
        ids_(plan_.id_reader()),
        id_cell_(plan_.cell_of(Role::CustomerId)),
        order_cell_(plan_.cell_of(Role::OrderId)),
        tests_(plan_, Role::Sandbox, IssueCode::TestLeftOut),
        void_(plan_, Role::Void, IssueCode::FailedLeftOut),
        date_(plan_, plan_.cell_of(Role::Date)),
        amount_(plan_, plan_.cell_of(Role::Amount)),
        units_(plan_, plan_.cell_of(Role::Units), 0),
        currency_(plan_, plan_.cell_of(Role::Currency)),
        status_(plan_, plan_.cell_of(Role::Status)) {
    if (date_.exists()) periods_ = plan_.column(*date_.cell()).unit;
    for (const std::size_t cell : plan_.cells_of(Role::Segment)) segments_.emplace_back(plan_, cell);
  }

  void take(const RowBatch& batch) override {
    flaws_.begin(batch.rows);
    if (plan_.plan.skip_continuations) skip_continuations(batch);
    tests_.skip(batch, flaws_);
    void_.skip(batch, flaws_);
    if (id_cell_) ids_.read(batch, *id_cell_, texts_, flaws_);
    date_.read(batch, flaws_);
    date_.require(batch, flaws_);
    amount_.read(batch, flaws_);
    units_.read(batch, flaws_);
    if (plan_.plan.price_each) multiply_by_units(batch);
    void_.turn_credits(batch, amount_.values());
    if (!periods_) note_days_of_nobody(batch);
    const GoodRows good(batch, flaws_, plan_);
    skipped_ += good.skipped();
    accepted_ += static_cast<std::int64_t>(good.size());
    if (id_cell_) {
      table_.customers.add(good.keep(texts_), customers_);
      table_.customer.append({customers_.data(), good.size()});
    }
    if (id_cell_ && !periods_) note_repeated(batch, good);
    keep_orders(batch, good);
    if (periods_) note_periods(batch, good);
    date_.keep(good);
    count_signs(good);
    amount_.keep(good);
    units_.keep(good);
    currency_.take(batch, good);
    status_.take(batch, good);
    for (CodeBuilder& codes : segments_) codes.take(batch, good);
  }

  BuiltTables finish() override {
    BuiltTables built;
    table_.date = std::move(date_.column());
    table_.amount = std::move(amount_.column());
    table_.units = std::move(units_.column());
    table_.currency = std::move(currency_.column());
    table_.status = std::move(status_.column());
    for (CodeBuilder& codes : segments_) table_.segments.push_back(std::move(codes.column()));
    table_.periods = periods_;
    table_.refunds = below_zero_ > 0 && below_zero_ <= above_zero_;
    const std::int64_t credits = count_credits();
    if (table_.refunds || credits > 0) built.issues.push_back(make_issue(IssueCode::RefundsLeftOut));
    if (table_.refunds || credits > 0) built.issues.back().count = credits + (table_.refunds ? below_zero_ : 0);
    if (nobody_until_ != kNoDay) take_days_of_nobody();
    built.skipped = skipped_;
    built.accepted = accepted_;
    if (repeated_.count > 0) built.issues.push_back(repeated_);
    tests_.note(built.issues);
    void_.note(built.issues);
    amount_.note_markers(built.issues);
    units_.note_markers(built.issues);
    note_currencies(table_.currency, built.issues);
    if (id_cell_) {
      ids_.note_rules(plan_.column(*id_cell_).name, built.issues);
      warn_of_case(table_.customers, plan_.column(*id_cell_).name, built.issues);
    }
    built.facts.push_back({.kind = FactKind::Transactions, .table = std::move(table_)});
    return built;
  }

 private:
  /// Rows that are another one to the letter: each counts, but may be a mistake of the export.
  void note_repeated(const RowBatch& batch, const GoodRows& good) {
    if (accepted_ > kMostCompared) rows_ = IdPool();
    for (std::size_t i = 0; i < good.size() && accepted_ <= kMostCompared; ++i) {
      const std::size_t before = rows_.size();
      rows_.add(batch.raw(good.row(i)));
      if (rows_.size() > before || repeated_.count++ > 0) continue;
      const RowPlace place = batch.place(good.row(i));
      repeated_.row = place.row;
      repeated_.line = place.line;
      repeated_.values = {{"found", std::string(cut_utf8(table_.customers.text(customers_[i]), kLongestRaw))},
                          {"kind", std::string("transactions")}};
    }
  }

  /// Credit notes; where amounts below 0 are refunds, those with other amounts.
  std::int64_t count_credits() const {
    std::vector<bool> credit;
    for (std::uint32_t code = 0; code < table_.status.words.size(); ++code)
      credit.push_back(is_credit(table_.status.words.text(code)));
    if (std::count(credit.begin(), credit.end(), true) == 0) return 0;
    std::int64_t credits = 0;
    PackedReader<std::uint32_t> codes(table_.status.codes);
    PackedReader<std::int64_t> amounts(table_.amount);
    for (std::size_t row = 0; row < table_.status.codes.size(); ++row) {
      const std::uint32_t code = codes[row];
      const bool below = table_.refunds && !table_.amount.empty() && amounts[row] < 0 && amounts[row] != kNoMoney;
      credits += code < credit.size() && credit[code] && !below ? 1 : 0;
    }
    return credits;
  }

  /// A price of one piece becomes the row's amount.
  void multiply_by_units(const RowBatch& batch) {
    for (std::size_t i = 0; i < batch.rows; ++i) {
      std::int64_t& amount = amount_.values()[i];
      if (amount == kNoMoney) continue;
      const double pieces = units_.values()[i];
      const double product = static_cast<double>(amount) * (amount < 0 ? std::fabs(pieces) : pieces);
      if (std::fabs(product) < 9e18) amount = std::llround(product);
      else flaws_.add(i, *plan_.cell_of(Role::Amount), IssueCode::NumberTooLarge);
    }
  }

  /// Shops write an order's second and later items as rows that repeat nothing but the order's name.
  void skip_continuations(const RowBatch& batch) {
    const std::optional<std::size_t> date = date_.cell();
    for (std::size_t i = 0; i < batch.rows && date; ++i) {
      const bool has_customer = id_cell_ && !batch.cell(i, *id_cell_).empty();
      if (batch.cell(i, *date).empty() && (!has_customer || order_cell_)) flaws_.skip(i);
    }
  }

  /// Below 0 is what is given back, where most is not.
  void count_signs(const GoodRows& good) {
    if (!plan_.cell_of(Role::Amount)) return;
    for (std::size_t i = 0; i < good.size(); ++i) {
      const std::int64_t amount = amount_.values()[good.row(i)];
      above_zero_ += amount > 0 ? 1 : 0;
      below_zero_ += amount < 0 && amount != kNoMoney ? 1 : 0;
    }
  }

  /// Orders of guests are nobody's, but the data reach to their days.
  void note_days_of_nobody(const RowBatch& batch) {
    for (std::size_t i = 0; id_cell_ && date_.exists() && i < batch.rows; ++i) {
      if (!flaws_.has(i) || date_.value(i) == kNoInstant || !trim_cell(batch.cell(i, *id_cell_)).empty()) continue;
      const std::int64_t time = date_.value(i);
      nobody_until_ =
          std::max(nobody_until_, date_.column().clock ? day_of_instant(time) : static_cast<std::int32_t>(time));
    }
  }

  /// The last of all days, where that is one of a guest's.
  void take_days_of_nobody() {
    std::int32_t last = kNoDay;
    for (std::size_t row = 0; row < table_.date.size(); ++row) {
      const bool clock = table_.date.clock;
      if (clock ? table_.date.instants[row] == kNoInstant : table_.date.days[row] == kNoDay) continue;
      last = std::max(last, clock ? day_of_instant(table_.date.instants[row]) : table_.date.days[row]);
    }
    if (last != kNoDay && nobody_until_ > last) table_.known_until = nobody_until_;
  }

  /// The data reach to the end of their last period.
  void note_periods(const RowBatch& batch, const GoodRows& good) {
    for (std::size_t i = 0; i < good.size(); ++i) {
      const std::size_t row = good.row(i);
      if (date_.value(row) < last_start_) continue;
      const std::optional<PeriodDays> days = read_period_days(batch.cell(row, *date_.cell()));
      last_start_ = date_.value(row);
      table_.known_until = std::max(table_.known_until, days ? days->last : static_cast<std::int32_t>(last_start_));
    }
  }

  /// Where shops number the orders of each customer, two of different customers are two.
  std::uint32_t order_of(std::uint32_t customer, std::uint32_t order, std::string_view name) {
    if (buyers_.size() <= order) buyers_.resize(order + std::size_t{1}, CodeColumn::kNone);
    if (buyers_[order] == CodeColumn::kNone) buyers_[order] = customer;
    if (buyers_[order] == customer) return order;
    return kOtherOrder + table_.other_orders.add(std::string(name) + '\x1F' + std::to_string(customer));
  }

  void keep_orders(const RowBatch& batch, const GoodRows& good) {
    if (!order_cell_) return;
    read_texts(batch, *order_cell_, texts_);
    const std::span<const std::string_view> orders = good.keep(texts_);
    table_.orders.add(orders, codes_);
    for (std::size_t i = 0; i < orders.size(); ++i) {
      if (orders[i].empty()) codes_[i] = CodeColumn::kNone;  // an order of its own
      else if (id_cell_) codes_[i] = order_of(customers_[i], codes_[i], orders[i]);
    }
    table_.order.append({codes_.data(), good.size()});
  }

  BuilderPlan plan_;
  TransactionTable table_;
  BatchFlaws flaws_;
  BatchValues<std::string_view> texts_;
  BatchValues<std::uint32_t> codes_, customers_;
  std::vector<std::uint32_t> buyers_;  ///< by order
  IdReader ids_;
  std::optional<std::size_t> id_cell_, order_cell_;
  MarkedRows tests_, void_;
  IdPool rows_;  ///< as they stand in the file
  Issue repeated_{.code = IssueCode::RowsRepeated, .severity = Severity::Warning, .count = 0};
  std::int64_t accepted_ = 0, skipped_ = 0, above_zero_ = 0, below_zero_ = 0;
  std::int32_t nobody_until_ = kNoDay;
  std::int64_t last_start_ = kNoDay + std::int64_t{1};  ///< of a period, so far
  std::optional<PeriodUnit> periods_;
  TimeBuilder date_;
  MoneyBuilder amount_;
  RealBuilder units_;
  CodeBuilder currency_, status_;
  std::vector<CodeBuilder> segments_;
};

}  // namespace

std::unique_ptr<TableBuilder> make_transaction_builder(BuilderPlan plan) {
  return std::make_unique<TransactionBuilder>(std::move(plan));
}

}  // namespace kirnu

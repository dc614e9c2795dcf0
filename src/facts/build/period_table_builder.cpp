#include <algorithm>
#include <utility>

#include "facts/build/table_builder.h"
#include "facts/plan/period_columns.h"
#include "facts/tables/number_check.h"
#include "facts/tables/order_share.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

/// How many orders each row tells in one column: numbers, or marks of one.
class OrderCountReader {
 public:
  OrderCountReader(const BuilderPlan& plan, std::size_t cell) : cell_(cell), number_(plan.column(cell).number) {}

  void read(const RowBatch& batch, BatchFlaws& flaws) {
    for (std::size_t i = 0; i < batch.rows; ++i) {
      values_[i] = 0;
      const std::string_view cell = batch.cell(i, cell_);
      if (const std::optional<double> mark = read_presence(cell)) {
        values_[i] = *mark;
        continue;
      }
      const ReadNumber number = read_number(cell, NumberKind::Count, number_);
      if (number.status == NumberStatus::Missing) continue;
      const bool read = number.status == NumberStatus::Ok || number.status == NumberStatus::Ambiguous;
      if (!read) flaws.add(i, cell_, IssueCode::NumberUnreadable);
      else if (const auto flaw = count_flaw(number.value, kMostOrders)) flaws.add(i, cell_, *flaw);
      else values_[i] = number.value;
    }
  }

  double value(std::size_t row) const { return values_[row]; }
  std::size_t cell() const { return cell_; }

 private:
  std::size_t cell_;
  NumberHabit number_;
  BatchValues<double> values_;
};

/// One period's columns.
struct PeriodCells {
  std::int32_t first = 0, last = 0;
  std::optional<MoneyBuilder> amount = {};
  std::optional<OrderCountReader> orders = {};
};

/// A row is a customer; what it bought or paid in a period stands under the period's name.
class PeriodTableBuilder final : public TableBuilder {
 public:
  PeriodTableBuilder(BuilderPlan plan, const PeriodColumns& columns)
      : plan_(std::move(plan)),
        unit_(columns.unit),
        subscribes_(plan_.plan.kind == FactKind::Subscriptions),
        ids_(plan_.id_reader()),
        id_cell_(plan_.cell_of(Role::CustomerId)) {
    for (const PeriodColumns::Column& column : columns.columns) add_column(column);
    for (const std::size_t cell : plan_.cells_of(Role::Segment)) segments_.emplace_back(plan_, cell);
  }

  void take(const RowBatch& batch) override {
    flaws_.begin(batch.rows);
    if (id_cell_) ids_.read(batch, *id_cell_, texts_, flaws_);
    for (PeriodCells& period : periods_) {
      if (period.amount) period.amount->read(batch, flaws_);
      if (period.orders) period.orders->read(batch, flaws_);
    }
    refuse_too_many(batch);
    const GoodRows good(batch, flaws_, plan_);
    if (id_cell_) customers_.add(good.keep(texts_), codes_);
    for (CodeBuilder& codes : segments_) codes.take(batch, good);
    for (std::size_t i = 0; i < good.size() && id_cell_; ++i) {
      customer_ = codes_[i];
      if (subscribes_) add_spells(good.row(i));
      else add_orders(good.row(i));
      ++accepted_;
    }
  }

  BuiltTables finish() override {
    BuiltTables built{.accepted = accepted_};
    for (const PeriodCells& period : periods_) {
      if (period.amount) period.amount->note_markers(built.issues);
    }
    if (id_cell_) {
      ids_.note_rules(plan_.column(*id_cell_).name, built.issues);
      warn_of_case(customers_, plan_.column(*id_cell_).name, built.issues);
    }
    std::vector<CodeColumn> segments;
    for (CodeBuilder& codes : segments_) segments.push_back(repeated(std::move(codes.column()), rows_));
    Facts facts{.kind = plan_.plan.kind};
    if (subscribes_) {
      subscriptions_.customers = std::move(customers_);
      subscriptions_.segments = std::move(segments);
      subscriptions_.monthly = true;
      subscriptions_.known_until = periods_.back().last;
      facts.table = std::move(subscriptions_);
    } else {
      note_refunds(built.issues);
      orders_.customers = std::move(customers_);
      orders_.segments = std::move(segments);
      orders_.periods = unit_;
      orders_.known_until = periods_.back().last;
      facts.table = std::move(orders_);
    }
    built.facts.push_back(std::move(facts));
    return built;
  }

 private:
  /// More given back than bought in a period is no purchase.
  void note_refunds(std::vector<Issue>& issues) {
    orders_.refunds = refunds_ > 0;
    if (refunds_ == 0) return;
    issues.push_back(make_issue(IssueCode::RefundsLeftOut));
    issues.back().count = refunds_;
  }

  /// Rows whose orders would make too many of all.
  void refuse_too_many(const RowBatch& batch) {
    double room = kMostOfAll - static_cast<double>(orders_.customer.size());
    for (std::size_t i = 0; i < batch.rows; ++i) {
      for (const PeriodCells& period : periods_) {
        if (!period.orders || flaws_.has(i)) continue;
        const double orders = period.orders->value(i);
        if (orders > room) flaws_.add(i, period.orders->cell(), IssueCode::NumberTooLarge);
        else room -= orders;
      }
    }
  }

  void add_column(const PeriodColumns::Column& column) {
    if (periods_.empty() || periods_.back().first != column.first)
      periods_.push_back({.first = column.first, .last = column.last});
    const auto wanted = std::find(plan_.wanted.begin(), plan_.wanted.end(), column.column);
    const auto cell = static_cast<std::size_t>(wanted - plan_.wanted.begin());
    PeriodCells& period = periods_.back();
    if (column.role == Role::Amount && !period.amount) period.amount.emplace(plan_, cell);
    if (column.role == Role::Units && !period.orders) period.orders.emplace(plan_, cell);
    has_amounts_ = has_amounts_ || column.role == Role::Amount;
  }

  static std::int64_t amount_of(PeriodCells& period, std::size_t row) {
    return period.amount ? period.amount->values()[row] : kNoMoney;
  }

  /// One order for an amount, or as many as were counted, which share it evenly.
  void add_orders(std::size_t row) {
    for (PeriodCells& period : periods_) {
      const std::int64_t amount = amount_of(period, row);
      const bool paid = amount != kNoMoney && amount != 0;
      refunds_ += paid && amount < 0 ? 1 : 0;
      const auto counted = static_cast<std::int64_t>(period.orders ? period.orders->value(row) : 0);
      const std::int64_t orders = std::max<std::int64_t>(counted, paid ? 1 : 0);
      for (std::int64_t i = 0; i < orders; ++i) {
        orders_.customer.push_back(customer_);
        orders_.date.days.push_back(period.first);
        if (has_amounts_) orders_.amount.push_back(paid ? share_of(amount, i, orders) : kNoMoney);
        rows_.push_back(static_cast<std::uint32_t>(accepted_));
      }
    }
  }

  /// Months that follow one another at the same price are one row; who pays in the last month is still there.
  void add_spells(std::size_t row) {
    for (std::size_t begin = 0; begin < periods_.size();) {
      const std::int64_t amount = amount_of(periods_[begin], row);
      std::size_t end = begin + 1;
      const auto goes_on = [&] {
        return periods_[end].first == periods_[end - 1].last + 1 && amount_of(periods_[end], row) == amount;
      };
      while (end < periods_.size() && goes_on()) ++end;
      if (amount != kNoMoney && amount > 0) {
        const bool open = end == periods_.size();
        subscriptions_.customer.push_back(customer_);
        subscriptions_.start.days.push_back(periods_[begin].first);
        subscriptions_.end.days.push_back(open ? kNoDay : periods_[end - 1].last + 1);
        subscriptions_.amount.push_back(amount);
        rows_.push_back(static_cast<std::uint32_t>(accepted_));
      }
      begin = end;
    }
  }

  BuilderPlan plan_;
  PeriodUnit unit_;
  bool subscribes_, has_amounts_ = false;
  IdReader ids_;
  std::optional<std::size_t> id_cell_;
  std::vector<PeriodCells> periods_;
  BatchFlaws flaws_;
  BatchValues<std::string_view> texts_;
  BatchValues<std::uint32_t> codes_;
  IdPool customers_;
  std::vector<CodeBuilder> segments_;
  std::uint32_t customer_ = 0;
  std::int64_t accepted_ = 0, refunds_ = 0;
  std::vector<std::uint32_t> rows_;  ///< of the file, from 0: of each row of the table
  SubscriptionTable subscriptions_;
  TransactionTable orders_;
};

}  // namespace

std::unique_ptr<TableBuilder> make_period_table_builder(BuilderPlan plan, const PeriodColumns& columns) {
  return std::make_unique<PeriodTableBuilder>(std::move(plan), columns);
}

}  // namespace kirnu

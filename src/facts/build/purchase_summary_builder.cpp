#include <algorithm>
#include <utility>

#include "facts/build/table_builder.h"
#include "facts/tables/number_check.h"
#include "facts/tables/order_share.h"

namespace kirnu {
namespace {

constexpr double kUnknown = -1;  ///< the file does not say how many orders

std::int64_t day_of(const TimeBuilder& times, std::size_t row) {
  const std::int64_t value = times.value(row);
  if (value == kNoInstant) return kNoDay;
  return times.column().clock ? day_of_instant(value) : value;
}

/// A row is a customer: its first and its last purchase, how many there were and what they came to. They become orders
/// of equal value, evenly spread.
class PurchaseSummaryBuilder final : public TableBuilder {
 public:
  explicit PurchaseSummaryBuilder(BuilderPlan plan)
      : plan_(std::move(plan)),
        ids_(plan_.id_reader()),
        id_cell_(plan_.cell_of(Role::CustomerId)),
        count_cell_(plan_.cell_of(Role::Units)),
        first_(plan_, plan_.cell_of(Role::Date)),
        last_(plan_, plan_.cell_of(Role::LastSeen)),
        amount_(plan_, plan_.cell_of(Role::Amount)),
        count_(plan_, count_cell_, kUnknown) {
    for (const std::size_t cell : plan_.cells_of(Role::Segment)) segments_.emplace_back(plan_, cell);
  }

  void take(const RowBatch& batch) override {
    flaws_.begin(batch.rows);
    if (id_cell_) ids_.read(batch, *id_cell_, texts_, flaws_);
    first_.read(batch, flaws_);
    last_.read(batch, flaws_);
    amount_.read(batch, flaws_);
    count_.read(batch, flaws_);
    check(batch);
    const GoodRows good(batch, flaws_, plan_);
    if (id_cell_) customers().add(good.keep(texts_), codes_);
    for (CodeBuilder& codes : segments_) codes.take(batch, good);
    for (std::size_t i = 0; i < good.size() && id_cell_; ++i) {
      add_orders(codes_[i], good.row(i));
      ++accepted_;
    }
  }

  BuiltTables finish() override {
    BuiltTables built{.accepted = accepted_};
    amount_.note_markers(built.issues);
    if (id_cell_) {
      ids_.note_rules(plan_.column(*id_cell_).name, built.issues);
      warn_of_case(customers(), plan_.column(*id_cell_).name, built.issues);
    }
    built.issues.push_back(make_issue(IssueCode::PurchasesSpread));
    for (CodeBuilder& codes : segments_) table_.segments.push_back(repeated(std::move(codes.column()), rows_));
    built.facts.push_back({.kind = FactKind::Transactions, .table = std::move(table_)});
    return built;
  }

 private:
  IdPool& customers() { return table_.customers; }

  /// The last purchase comes after the first, and how many there were is a count.
  void check(const RowBatch& batch) {
    for (std::size_t i = 0; i < batch.rows; ++i) {
      const std::int64_t first = day_of(first_, i), last = day_of(last_, i);
      if (first != kNoDay && last != kNoDay && last < first) flaws_.add(i, *last_.cell(), IssueCode::EndBeforeStart);
      const double count = count_.values()[i];
      if (!count_cell_ || count == kUnknown) continue;
      const bool full = static_cast<double>(table_.customer.size()) > kMostOfAll;
      if (const auto flaw = count_flaw(count, full ? 0 : kMostOrders)) flaws_.add(i, *count_cell_, *flaw);
    }
  }

  void add_orders(std::uint32_t customer, std::size_t row) {
    const std::int64_t last = day_of(last_, row);
    if (last == kNoDay) return;  // never bought
    const std::int64_t said_first = day_of(first_, row), first = said_first == kNoDay ? last : said_first;
    const double said = count_cell_ ? count_.values()[row] : kUnknown;
    const std::int64_t orders = said != kUnknown ? static_cast<std::int64_t>(said) : first == last ? 1 : 2;
    const bool valued = plan_.cell_of(Role::Amount).has_value();
    const std::int64_t amount = valued ? amount_.values()[row] : kNoMoney;
    for (std::int64_t i = 0; i < orders; ++i) {
      const std::int64_t steps = std::max<std::int64_t>(orders - 1, 1);
      const std::int64_t day = orders == 1 ? last : first + (last - first) * i / steps;
      table_.customer.push_back(customer);
      table_.date.days.push_back(static_cast<std::int32_t>(day));
      if (valued) table_.amount.push_back(amount == kNoMoney ? kNoMoney : share_of(amount, i, orders));
      rows_.push_back(static_cast<std::uint32_t>(accepted_));
    }
  }

  BuilderPlan plan_;
  TransactionTable table_;
  BatchFlaws flaws_;
  BatchValues<std::string_view> texts_;
  BatchValues<std::uint32_t> codes_;
  IdReader ids_;
  std::optional<std::size_t> id_cell_, count_cell_;
  TimeBuilder first_, last_;
  MoneyBuilder amount_;
  RealBuilder count_;
  std::vector<CodeBuilder> segments_;
  std::vector<std::uint32_t> rows_;  ///< of the file, from 0: of each order
  std::int64_t accepted_ = 0;
};

}  // namespace

std::unique_ptr<TableBuilder> make_purchase_summary_builder(BuilderPlan plan) {
  return std::make_unique<PurchaseSummaryBuilder>(std::move(plan));
}

}  // namespace kirnu

#include <algorithm>
#include <utility>

#include "base/date.h"
#include "base/sort.h"
#include "facts/status_words.h"
#include "facts/table_builder.h"

namespace kirnu {
namespace {

constexpr std::int32_t kMonths = 12;

std::int32_t first_day(std::int32_t month) { return first_of_month(month / kMonths, month % kMonths + 1).days; }

/// A row is a month of a customer. Months that follow one another at the same price become one row; who is there in the
/// file's last month still is.
class MonthRowBuilder final : public TableBuilder {
 public:
  explicit MonthRowBuilder(BuilderPlan plan)
      : plan_(std::move(plan)),
        ids_(plan_.id_reader()),
        id_cell_(plan_.cell_of(Role::CustomerId)),
        date_(plan_, plan_.cell_of(Role::Date)),
        amount_cell_(plan_.cell_of(Role::Amount)),
        amount_(plan_, amount_cell_),
        status_(plan_, plan_.cell_of(Role::Status)),
        currency_(plan_, plan_.cell_of(Role::Currency)),
        product_(plan_, plan_.cell_of(Role::Plan)) {
    for (const std::size_t cell : plan_.cells_of(Role::Segment)) segments_.emplace_back(plan_, cell);
  }

  void take(const RowBatch& batch) override {
    flaws_.begin(batch.rows);
    if (id_cell_) ids_.read(batch, *id_cell_, texts_, flaws_);
    date_.read(batch, flaws_);
    date_.require(batch, flaws_);
    amount_.read(batch, flaws_);
    const GoodRows good(batch, flaws_, plan_);
    if (!id_cell_) return;
    table_.customers.add(good.keep(texts_), codes_);
    for (CodeBuilder* codes : {&status_, &currency_, &product_}) codes->take(batch, good);
    for (CodeBuilder& codes : segments_) codes.take(batch, good);
    for (std::size_t i = 0; i < good.size(); ++i) {
      const std::size_t row = good.row(i);
      rows_.push_back({.customer = codes_[i],
                       .month = month_of(date_.value(row)),
                       .row = static_cast<std::uint32_t>(rows_.size()),
                       .amount = amount_cell_ ? amount_.values()[row] : kNoMoney});
    }
  }

  BuiltTables finish() override {
    BuiltTables built{.accepted = static_cast<std::int64_t>(rows_.size())};
    amount_.note_markers(built.issues);
    if (id_cell_) {
      ids_.note_rules(plan_.column(*id_cell_).name, built.issues);
      warn_of_case(table_.customers, plan_.column(*id_cell_).name, built.issues);
    }
    std::int32_t last = 0;
    for (const Row& row : rows_) last = std::max(last, row.month);
    if (!rows_.empty()) table_.known_until = first_day(last + 1) - 1;
    forget_rows_of_nobody();
    sort_items(rows_, [](const Row& a, const Row& b) {
      return a.customer != b.customer ? a.customer < b.customer : a.month < b.month;
    });
    join_months();
    for (std::size_t begin = 0, end = 0; begin < rows_.size(); begin = end) {
      for (end = begin + 1; end < rows_.size() && goes_on(rows_[end - 1], rows_[end]);) ++end;
      add_spell(rows_[begin], rows_[end - 1].month, last);
    }
    table_.currency = repeated(std::move(currency_.column()), kept_);
    table_.plan = repeated(std::move(product_.column()), kept_);
    for (CodeBuilder& codes : segments_) table_.segments.push_back(repeated(std::move(codes.column()), kept_));
    note_currencies(table_.currency, built.issues);
    built.facts.push_back({.kind = FactKind::Subscriptions, .table = std::move(table_)});
    return built;
  }

 private:
  struct Row {
    std::uint32_t customer = 0;
    std::int32_t month = 0;
    std::uint32_t row = 0;  ///< of the file, from 0
    std::int64_t amount = kNoMoney;
  };

  std::int32_t month_of(std::int64_t value) const {
    const std::int32_t day = date_.column().clock ? day_of_instant(value) : static_cast<std::int32_t>(value);
    const CivilDate date = civil_date({day});
    return date.year * kMonths + date.month - 1;
  }

  /// Months in which nothing was paid, or whose status says that nobody is there.
  void forget_rows_of_nobody() {
    const std::vector<SubscriptionStatus> statuses = subscription_statuses(status_.column());
    std::erase_if(rows_, [&](const Row& row) {
      if (amount_cell_ && (row.amount == kNoMoney || row.amount <= 0)) return true;
      if (status_.column().empty()) return false;
      const std::uint32_t code = status_.column().codes[row.row];
      const SubscriptionStatus said = code < statuses.size() ? statuses[code] : SubscriptionStatus::Unknown;
      return said == SubscriptionStatus::Ended || said == SubscriptionStatus::NotStarted ||
             said == SubscriptionStatus::Future || said == SubscriptionStatus::Test;
    });
  }

  /// Several rows of a customer in a month add up.
  void join_months() {
    std::vector<Row> joined;
    for (const Row& row : rows_) {
      const bool more = !joined.empty() && joined.back().customer == row.customer && joined.back().month == row.month;
      if (!more) joined.push_back(row);
      else if (amount_cell_) joined.back().amount += row.amount;
    }
    rows_ = std::move(joined);
  }

  static bool goes_on(const Row& before, const Row& row) {
    return before.customer == row.customer && before.month + 1 == row.month && before.amount == row.amount;
  }

  void add_spell(const Row& first, std::int32_t month, std::int32_t last) {
    table_.customer.push_back(first.customer);
    table_.start.days.push_back(first_day(first.month));
    table_.end.days.push_back(month == last ? kNoDay : first_day(month + 1));
    if (amount_cell_) table_.amount.push_back(first.amount);
    kept_.push_back(first.row);
  }

  BuilderPlan plan_;
  SubscriptionTable table_;
  BatchFlaws flaws_;
  BatchValues<std::string_view> texts_;
  BatchValues<std::uint32_t> codes_;
  IdReader ids_;
  std::optional<std::size_t> id_cell_;
  TimeBuilder date_;
  std::optional<std::size_t> amount_cell_;
  MoneyBuilder amount_;
  CodeBuilder status_, currency_, product_;
  std::vector<CodeBuilder> segments_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> kept_;  ///< rows of the file, of each row of the table
};

}  // namespace

std::unique_ptr<TableBuilder> make_month_row_builder(BuilderPlan plan) {
  return std::make_unique<MonthRowBuilder>(std::move(plan));
}

}  // namespace kirnu

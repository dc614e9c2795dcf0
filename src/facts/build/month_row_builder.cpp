#include <algorithm>
#include <utility>

#include "base/date.h"
#include "facts/build/customer_row_builder.h"
#include "facts/words/status_words.h"

namespace kirnu {
namespace {

constexpr std::int32_t kMonths = 12;

std::int32_t first_day(std::int32_t month) { return first_of_month(month / kMonths, month % kMonths + 1).days; }

std::int32_t month_of(std::int32_t day) {
  const CivilDate date = civil_date({day});
  return date.year * kMonths + date.month - 1;
}

/// A row is a month of a customer. Months that follow one another at the same price become one subscription; who is
/// there in the file's last month still is.
class MonthRowBuilder final : public CustomerRowBuilder {
 public:
  explicit MonthRowBuilder(BuilderPlan plan)
      : CustomerRowBuilder(std::move(plan)), status_cell_(cell_of(Role::Status)) {}

 private:
  /// 1: the status says that nobody is there.
  std::uint8_t what_of(const RowBatch& batch, std::size_t row) const override {
    if (!status_cell_) return 0;
    const SubscriptionStatus said = subscription_status(batch.cell(row, *status_cell_));
    const bool absent = said == SubscriptionStatus::Ended || said == SubscriptionStatus::NotStarted ||
                        said == SubscriptionStatus::Future || said == SubscriptionStatus::Test;
    return absent ? 1 : 0;
  }

  void add_spells(std::vector<Row> rows) override {
    std::int32_t last = 0;  // months in which nobody paid are still to come
    for (const Row& row : rows) {
      if (row.what == 0 && (!has_amounts() || row.amount > 0)) last = std::max(last, month_of(day_of(row)));
    }
    if (last == 0) return;
    know_until(first_day(last + 1) - 1);
    pay_by_month();
    const std::vector<Row> months = months_of(rows, last);
    for (std::size_t begin = 0, end = 0; begin < months.size(); begin = end) {
      for (end = begin + 1; end < months.size() && goes_on(months[end - 1], months[end]);) ++end;
      const std::int32_t month = month_of(day_of(months[end - 1]));
      add_spell(months[begin], first_day(month_of(day_of(months[begin]))),
                month == last ? kNoDay : first_day(month + 1));
    }
  }

  /// One row a customer and month in which it was there and paid; several add up. An empty amount is that of the month
  /// before.
  std::vector<Row> months_of(const std::vector<Row>& rows, std::int32_t last) const {
    std::vector<Row> months;
    for (Row row : rows) {
      const std::int32_t month = month_of(day_of(row));
      if (row.what != 0 || month > last) continue;
      const bool known = !months.empty() && months.back().customer == row.customer;
      const std::int32_t before = known ? month_of(day_of(months.back())) : 0;
      if (has_amounts() && row.amount == kNoMoney && known && before + 1 == month) row.amount = months.back().amount;
      if (has_amounts() && row.amount <= 0) continue;
      if (!known || before != month) months.push_back(row);
      else if (has_amounts()) months.back().amount += row.amount;
    }
    return months;
  }

  bool goes_on(const Row& before, const Row& row) const {
    return before.customer == row.customer && month_of(day_of(before)) + 1 == month_of(day_of(row)) &&
           before.amount == row.amount;
  }

  std::optional<std::size_t> status_cell_;
};

}  // namespace

std::unique_ptr<TableBuilder> make_month_row_builder(BuilderPlan plan) {
  return std::make_unique<MonthRowBuilder>(std::move(plan));
}

}  // namespace kirnu

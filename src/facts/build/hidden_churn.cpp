#include "facts/build/hidden_churn.h"

#include <cstddef>
#include <utility>

#include "facts/build/repeated_rows.h"

namespace kirnu {
namespace {

/// Each customer has one row, and in each stands the day on which it was cancelled: an export of those who left.
bool everybody_cancelled(const SubscriptionTable& table) {
  constexpr std::size_t kFewest = 5;  // of a handful all may have gone
  const std::size_t rows = table.customer.size();
  if (rows < kFewest || table.canceled.empty() || table.customers.size() < rows) return false;
  for (std::size_t row = 0; row < rows; ++row) {
    if (instant_at(table.canceled, row) == kNoInstant) return false;
  }
  return true;
}

bool has_gone(const SubscriptionTable& table, std::size_t row) {
  return instant_at(table.end, row) != kNoInstant || instant_at(table.canceled, row) != kNoInstant;
}

}  // namespace

void note_hidden_churn(const SubscriptionTable& table, std::vector<Issue>& issues) {
  const std::size_t rows = table.customer.size();
  if (rows < 2) return;
  const auto day_of = [](const TimeColumn& column, std::size_t row) {
    return column.clock ? column.instants[row] : std::int64_t{column.days[row]};
  };
  bool one_day = !table.start.empty();
  for (std::size_t i = 1; i < rows && one_day; ++i) one_day = day_of(table.start, i) == day_of(table.start, 0);
  if (one_day) issues.push_back(make_issue(IssueCode::OneDateEverywhere));
  bool any_end = false;
  for (const TimeColumn* times : {&table.end, &table.canceled}) {
    const std::int64_t none = times->clock ? kNoInstant : kNoDay;
    for (std::size_t i = 0; i < times->size() && !any_end; ++i) any_end = day_of(*times, i) != none;
  }
  if (!any_end) issues.push_back(make_issue(IssueCode::NobodyLeft));
  if (everybody_cancelled(table)) issues.push_back(make_issue(IssueCode::EverybodyLeft));
}

std::int64_t forget_prices_of_gone(SubscriptionTable& table) {
  bool others_pay = false;
  std::int64_t free = 0;
  PackedReader<std::int64_t> amount(table.amount);
  for (std::size_t row = 0; row < table.amount.size(); ++row) {
    const bool gone = has_gone(table, row), pays = amount[row] != kNoMoney && amount[row] != 0;
    if (gone && pays) return 0;  // in most files one of the first
    others_pay = others_pay || pays;
    free += gone && amount[row] == 0 ? 1 : 0;
  }
  if (free == 0 || !others_pay) return 0;
  PackedColumn<std::int64_t> amounts;
  for (std::size_t row = 0; row < table.amount.size(); ++row)
    amounts.push_back(amount[row] == 0 && has_gone(table, row) ? kNoMoney : amount[row]);
  table.amount = std::move(amounts);
  return free;
}

}  // namespace kirnu

#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "facts/tables/tables.h"

/// Tables of facts as a test writes them down.
namespace kirnu {

/// The day of "2025-01-31"; kNoDay for "".
inline std::int32_t day(std::string_view iso) { return iso.empty() ? kNoDay : read_iso_date(iso).value().days; }

/// Adds a cell to a column of codes; "" is an empty cell.
inline void add_code(CodeColumn& column, std::string_view word) {
  column.codes.push_back(word.empty() ? CodeColumn::kNone : column.words.add(word));
}

struct SubscriptionRow {
  std::string customer = {};
  std::string start = {};
  std::string end = {};
  std::string canceled = {};
  std::string trial_end = {};
  std::string status = {};
  std::string segment = {};
  std::int64_t amount = 10000;
};

/// All columns that a row may have, whether used or not; money in units of 1/10000.
inline SubscriptionTable subscriptions(const std::vector<SubscriptionRow>& rows) {
  SubscriptionTable table;
  table.segments.emplace_back();
  for (const SubscriptionRow& row : rows) {
    table.customer.push_back(table.customers.add(row.customer));
    table.start.days.push_back(day(row.start));
    table.end.days.push_back(day(row.end));
    table.canceled.days.push_back(day(row.canceled));
    table.trial_end.days.push_back(day(row.trial_end));
    table.amount.push_back(row.amount);
    add_code(table.status, row.status);
    add_code(table.segments[0], row.segment);
  }
  return table;
}

struct TransactionRow {
  std::string customer = {};
  std::string date = {};
  std::int64_t amount = kNoMoney;
  std::string order = {};
  std::string currency = {};
  std::string status = {};
};

inline TransactionTable transactions(const std::vector<TransactionRow>& rows) {
  TransactionTable table;
  for (const TransactionRow& row : rows) {
    table.customer.push_back(table.customers.add(row.customer));
    table.date.days.push_back(day(row.date));
    table.amount.push_back(row.amount);
    table.order.push_back(row.order.empty() ? CodeColumn::kNone : table.orders.add(row.order));
    add_code(table.currency, row.currency);
    add_code(table.status, row.status);
  }
  return table;
}

}  // namespace kirnu

#include "facts/build/repeated_rows.h"

#include <algorithm>
#include <limits>
#include <span>

#include "base/sort.h"
#include "base/utf8.h"
#include "facts/build/table_builder.h"

namespace kirnu {
namespace {

/// Rows of customers who have several: customer after customer, each by start.
std::vector<std::uint32_t> rows_of_several(const SubscriptionTable& table) {
  const std::size_t customers = table.customers.size();
  std::vector<std::uint32_t> first(customers + 1);
  PackedReader<std::uint32_t> customer(table.customer);
  for (std::size_t row = 0; row < table.customer.size(); ++row) ++first[customer[row] + 1];
  for (std::size_t c = 0; c < customers; ++c) first[c + 1] = first[c] + (first[c + 1] > 1 ? first[c + 1] : 0);
  std::vector<std::uint32_t> next = first, rows(first.back());
  for (std::size_t row = 0; row < table.customer.size(); ++row) {
    const std::uint32_t c = customer[row];
    if (first[c] != first[c + 1]) rows[next[c]++] = static_cast<std::uint32_t>(row);
  }
  const auto is_earlier = [&](std::uint32_t a, std::uint32_t b) {
    return instant_at(table.start, a) < instant_at(table.start, b);
  };
  for (std::size_t c = 0; c < customers; ++c)
    sort_few(std::span(rows).subspan(first[c], next[c] - first[c]), is_earlier);
  return rows;
}

template <class T>
bool same_value(const T& column, std::size_t a, std::size_t b) {
  return column.empty() || column[a] == column[b];
}

bool are_same(const SubscriptionTable& table, std::size_t a, std::size_t b) {
  for (const TimeColumn* times : {&table.start, &table.end, &table.canceled, &table.trial_end}) {
    if (instant_at(*times, a) != instant_at(*times, b)) return false;
  }
  for (const CodeColumn* codes : {&table.interval, &table.currency, &table.status, &table.plan, &table.reason}) {
    if (!same_value(codes->codes, a, b)) return false;
  }
  return same_value(table.amount, a, b) && same_value(table.quantity, a, b);
}

/// When a row's time is over; never, while it runs.
std::int64_t end_of(const SubscriptionTable& table, std::size_t row) {
  const std::int64_t end = instant_at(table.end, row), canceled = instant_at(table.canceled, row);
  if (end != kNoInstant) return end;
  return canceled != kNoInstant ? canceled : std::numeric_limits<std::int64_t>::max();
}

/// The first customer and the count of rows.
void add_row(Issue& issue, const SubscriptionTable& table, std::size_t row) {
  if (issue.count++ > 0) return;
  const std::string_view id = table.customers.text(table.customer[row]);
  issue.values = {{"found", std::string(cut_utf8(id, kLongestRaw))}};
}

}  // namespace

std::int64_t instant_at(const TimeColumn& column, std::size_t row) {
  if (column.empty()) return kNoInstant;
  if (column.clock) return column.instants[row];
  return column.days[row] == kNoDay ? kNoInstant : column.days[row] * kSecondsPerDay;
}

void note_repeated_rows(const SubscriptionTable& table, bool same_rows, std::vector<Issue>& issues) {
  if (table.customers.size() == table.customer.size()) return;
  Issue repeated = duplicates_issue(IssueCode::RowsRepeated), overlap = duplicates_issue(IssueCode::PeriodsOverlap);
  repeated.count = overlap.count = 0;
  const std::vector<std::uint32_t> rows = rows_of_several(table);
  std::int64_t end = kNoInstant;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t row = rows[i];
    const bool first = i == 0 || table.customer[rows[i - 1]] != table.customer[row];
    if (!first && same_rows && are_same(table, rows[i - 1], row)) add_row(repeated, table, row);
    else if (!first && instant_at(table.start, row) < end) add_row(overlap, table, row);
    end = first ? end_of(table, row) : std::max(end, end_of(table, row));
  }
  for (const Issue& issue : {repeated, overlap}) {
    if (issue.count > 0) issues.push_back(issue);
  }
}

std::vector<bool> latest_rows(const PackedColumn<std::uint32_t>& group, std::size_t groups, const TimeColumn& time) {
  const std::size_t rows = group.size();
  std::vector<std::size_t> latest(groups, rows);
  for (std::size_t row = 0; row < rows; ++row) {
    std::size_t& best = latest[group[row]];
    if (best == rows || instant_at(time, row) >= instant_at(time, best)) best = row;
  }
  std::vector<bool> kept(rows, false);
  for (const std::size_t row : latest) {
    if (row < rows) kept[row] = true;
  }
  return kept;
}

}  // namespace kirnu

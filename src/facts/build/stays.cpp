#include "facts/build/stays.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/sort.h"
#include "facts/build/repeated_rows.h"

namespace kirnu {
namespace {

constexpr std::uint32_t kNone = CodeColumn::kNone;

/// Rows by customer and entry; those of nobody come last.
std::vector<std::uint32_t> rows_by_entry(const SurvivalTable& table) {
  std::vector<std::uint32_t> rows(table.entry.size());
  for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = static_cast<std::uint32_t>(row);
  const ComesBefore earlier = [](const void* items, std::uint32_t a, std::uint32_t b) {
    const SurvivalTable& of = *static_cast<const SurvivalTable*>(items);
    if (of.customer[a] != of.customer[b]) return of.customer[a] < of.customer[b];
    return std::pair(of.entry[a], of.time[a]) < std::pair(of.entry[b], of.time[b]);
  };
  sort_numbers(rows, earlier, &table);
  return rows;
}

bool same_customer(const SurvivalTable& table, std::uint32_t a, std::uint32_t b) {
  return table.customer[a] == table.customer[b] && table.customer[a] != kNone;
}

bool goes_on(const SurvivalTable& table, std::uint32_t earlier, std::uint32_t later) {
  return same_customer(table, earlier, later) && table.left[earlier] == 0 && table.time[earlier] == table.entry[later];
}

}  // namespace

Returns follow_rows(SurvivalTable& table) {
  Returns returns;
  table.before = {};
  for (std::size_t row = 0; row < table.entry.size(); ++row) table.before.push_back(kNone);
  const std::vector<std::uint32_t> rows = rows_by_entry(table);
  double reached = 0;
  bool has_left = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::uint32_t row = rows[i];
    const bool first = i == 0 || !same_customer(table, rows[i - 1], row);
    if (!first && goes_on(table, rows[i - 1], row)) table.before[row] = rows[i - 1];
    if (!first && (has_left || table.entry[row] < reached) && returns.count++ == 0)
      returns.first_customer = table.customer[row];
    reached = first ? table.time[row] : std::max(reached, table.time[row]);
    has_left = (!first && has_left) || table.left[row] != 0;
  }
  return returns;
}

std::int64_t keep_one_stay(SurvivalTable& table, bool latest) {
  std::vector<bool> kept(table.entry.size(), true);
  const std::vector<std::uint32_t> rows = rows_by_entry(table);
  for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
    std::size_t stay = begin, stay_end = 0;  // of this customer
    for (end = begin + 1; end < rows.size() && same_customer(table, rows[begin], rows[end]); ++end) {
      if (goes_on(table, rows[end - 1], rows[end])) continue;
      if (latest) stay = end;
      else if (stay_end == 0) stay_end = end;
    }
    if (stay_end == 0) stay_end = end;
    for (std::size_t i = begin; i < end; ++i) kept[rows[i]] = i >= stay && i < stay_end;
  }
  const std::int64_t dropped = std::count(kept.begin(), kept.end(), false);
  if (dropped == 0) return 0;
  keep_rows(table.time, kept);
  keep_rows(table.left, kept);
  keep_rows(table.entry, kept);
  keep_rows(table.customer, kept);
  for (CodeColumn& group : table.groups) keep_rows(group.codes, kept);
  return dropped;
}

}  // namespace kirnu

#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/issue.h"
#include "facts/tables/tables.h"

namespace kirnu {

/// Forgets the rows that are not kept; an empty column stays so.
template <class T>
void keep_rows(T& column, const std::vector<bool>& kept) {
  T rows;
  for (std::size_t i = 0; i < column.size(); ++i) {
    if (kept[i]) rows.push_back(column[i]);
  }
  column = std::move(rows);
}

/// Tells of customers with the same row twice, and of those whose subscriptions run at the same time. `same_rows`: rows
/// that are equal may be told apart by nothing that the table does not hold.
void note_repeated_rows(const SubscriptionTable& table, bool same_rows, std::vector<Issue>& issues);

/// Which rows to keep so that each group has the one with the latest time, of equal ones the last in the file. `group`
/// names the group of each row, below `groups`; an empty `time` makes all equal.
std::vector<bool> latest_rows(const PackedColumn<std::uint32_t>& group, std::size_t groups, const TimeColumn& time);

/// A day of a row as an instant at its start; kNoInstant for none, and where the file has no such column.
std::int64_t instant_at(const TimeColumn& column, std::size_t row);

}  // namespace kirnu

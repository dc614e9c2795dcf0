#pragma once
#include "facts/kind_guess.h"

namespace kirnu {

/// Tables without names, or with names that are periods: two lists side by side, counts that add up, a falling series,
/// ids with days. Answers without a kind where the cells do not tell.
KindGuess guess_kind_by_content(const TableFacts& table, const TableHead& head);

/// Two columns of the same customers side by side, under years or the like or without names.
bool are_two_lists(const TableFacts& table, const TableHead& head);

/// Whether the numbers of a column never rise and do fall.
bool is_falling(const TableHead& head, std::size_t column);

/// Whether they begin with 100, 1 or 100 %, as a series of shares does.
bool begins_whole(const TableHead& head, std::size_t column);

/// The numbers of a column, row by row.
std::vector<std::optional<double>> numbers_of(const TableHead& head, std::size_t column);

/// Whether all that stands in the column names periods: "2024-01", "Januar", 2022, 2023, 2024.
bool are_period_labels(const ColumnFacts& column);

}  // namespace kirnu

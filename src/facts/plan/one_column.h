#pragma once
#include "facts/plan/kind_guess.h"

namespace kirnu {

/// What a table of one filled column is: a list of customers, reasons, a falling series, or times with marks ("13+").
/// Without a kind, but with choices, where the cells do not tell.
KindGuess guess_one_column(const TableFacts& table, const TableHead& head, std::size_t column);

}  // namespace kirnu

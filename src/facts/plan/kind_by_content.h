#pragma once
#include "facts/plan/kind_guess.h"

namespace kirnu {

/// Tables without names, or with names that are periods: two lists side by side, counts that add up, a falling series,
/// ids with days. Answers without a kind where the cells do not tell.
KindGuess guess_kind_by_content(const TableFacts& table, const TableHead& head);

}  // namespace kirnu

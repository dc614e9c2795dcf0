#pragma once
#include <optional>
#include <vector>

#include "facts/plan/count_row.h"
#include "facts/plan/count_sheet.h"

namespace kirnu {

/// Of each row the recurring revenue with which the period before it ended, where no column says with which it opens;
/// absent where there is no such row.
std::vector<std::optional<double>> mrr_openings(const CountSheet& sheet, const std::vector<CountColumnHabit>& habits);

/// Takes such an opening where the row's own numbers do not tell theirs.
void open_with(CountRowInputs& inputs, const std::optional<double>& opening);

}  // namespace kirnu

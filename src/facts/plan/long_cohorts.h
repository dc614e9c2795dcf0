#pragma once
#include <optional>
#include <string>
#include <vector>

#include "facts/plan/cohort_shape.h"

namespace kirnu {

/// Rows of one cohort at one age each, `ages[i]` being that of row i, to one row a cohort: "3", "Month 3" or a period
/// as the names of the columns, in their order. An age without a row was not observed, but where few
/// were left of a cohort and one no older has it: then nobody was there (`ended`). Absent when there would be more
/// than `most` cells.
std::optional<SheetCells> widen_cohorts(const SheetCells& rows, const std::vector<std::string>& ages, std::size_t most);

}  // namespace kirnu

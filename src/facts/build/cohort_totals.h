#pragma once
#include <string_view>

#include "facts/plan/cohort_shape.h"

/// Rows of a table of cohorts that are no cohort but all of them.
namespace kirnu {

/// "All users", "Ø gesamt", "$overall": words of sums and means, and words beside these, alone.
bool names_all_cohorts(std::string_view label);

/// "Active users": words beside them alone. What such a row holds tells whether it is one.
bool may_name_all_cohorts(std::string_view label);

/// Whether each number of a row is the sum of those of the others in its column, or, of shares, lies between them.
bool is_row_of_all(const SheetCells& sheet, std::size_t row);

}  // namespace kirnu

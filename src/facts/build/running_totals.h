#pragma once
#include <vector>

#include "facts/plan/count_sheet.h"
#include "facts/tables/import_summary.h"

namespace kirnu {

/// Turns the cells of columns that are called running totals ("Churned YTD", "Kündigungen kumuliert") into what each
/// row adds, and says so in their style. A first cell that holds more than its own period is emptied, and so is one
/// behind a gap.
void take_differences(std::vector<ImportColumn>& columns, CountSheet& sheet);

}  // namespace kirnu

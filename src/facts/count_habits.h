#pragma once
#include <string>
#include <vector>

#include "facts/count_row.h"
#include "facts/count_sheet.h"
#include "facts/import_summary.h"

namespace kirnu {

/// How each column's cells become numbers, by its name and by all of its cells; what that adds to how a column is
/// written is noted there.
std::vector<CountColumnHabit> find_count_habits(std::vector<ImportColumn>& columns, const CountSheet& sheet);

/// The name that says a column's scale: its own, or that above the periods ("(in thousands)").
std::string scale_name(const std::vector<ImportColumn>& columns, std::size_t column);

}  // namespace kirnu

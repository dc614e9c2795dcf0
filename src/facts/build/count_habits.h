#pragma once
#include <string>
#include <vector>

#include "facts/plan/count_row.h"
#include "facts/plan/count_sheet.h"
#include "facts/tables/import_summary.h"
#include "facts/words/scale_words.h"

namespace kirnu {

/// How each column's cells become numbers, by its name and by all of its cells; what that adds to how a column is
/// written is noted there.
std::vector<CountColumnHabit> find_count_habits(std::vector<ImportColumn>& columns, const CountSheet& sheet,
                                                const TitleScale& title);

}  // namespace kirnu

#pragma once
#include "facts/column_facts.h"
#include "facts/file_habits.h"
#include "facts/import_plan.h"

namespace kirnu {

/// Decides how the dates of a column are read: whether day or month leads, whether they have clocks or are numbers or
/// whole periods. Asks where two readings are possible.
void choose_date_style(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts, const FileHabits& file,
                       const ImportChoice& choice);

}  // namespace kirnu

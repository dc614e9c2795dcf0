#pragma once
#include "facts/plan/column_facts.h"
#include "facts/plan/file_habits.h"
#include "facts/plan/import_plan.h"

namespace kirnu {

/// Decides how the dates of a column are read: whether day or month leads, whether they have clocks or are numbers or
/// whole periods. Asks where two readings are possible.
void choose_date_style(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts, const FileHabits& file,
                       const ImportChoice& choice);

}  // namespace kirnu

#pragma once
#include "facts/plan/column_facts.h"
#include "facts/plan/file_habits.h"
#include "facts/plan/import_plan.h"

namespace kirnu {

/// Decides how the numbers of a column are read: their decimal mark, and whether they are cents or percent. Asks where
/// two readings are possible.
void choose_number_style(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts, const TableFacts& table,
                         const FileHabits& file, const ImportChoice& choice);

}  // namespace kirnu

#pragma once
#include "facts/column_facts.h"
#include "facts/file_habits.h"
#include "facts/import_plan.h"

namespace kirnu {

/// Decides how the numbers of a column are read: their decimal mark, and whether they are cents or percent. Asks where
/// two readings are possible.
void choose_number_style(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts, const TableFacts& table,
                         const FileHabits& file, const ImportChoice& choice);

}  // namespace kirnu

#pragma once
#include "facts/plan/column_facts.h"
#include "facts/plan/import_plan.h"

namespace kirnu {

/// Decides how the numbers and dates of every column are read, and asks where two readings are possible. `plan` has its
/// kind and roles; styles and questions are added.
void choose_styles(ImportPlan& plan, const TableFacts& table, const ImportChoice& choice);

}  // namespace kirnu

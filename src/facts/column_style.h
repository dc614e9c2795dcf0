#pragma once
#include <vector>

#include "facts/column_facts.h"
#include "facts/kind_guess.h"

namespace kirnu {

/// Decides how the numbers and dates of every column are read, and asks where two readings are possible. `plan` has its
/// kind and roles; styles and questions are added.
void choose_styles(ImportPlan& plan, const TableFacts& table, const ImportChoice& choice);

/// Whether files of that kind have no right answer without this role.
bool is_needed(FactKind kind, Role role);

}  // namespace kirnu

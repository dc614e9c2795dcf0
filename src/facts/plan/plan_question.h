#pragma once
#include <string>
#include <vector>

#include "facts/plan/import_plan.h"

namespace kirnu {

/// An issue about a column.
Issue column_issue(IssueCode code, const std::string& column, std::initializer_list<IssueValue> values);

/// Adds a question about a column, which `set` answers with one of `choices`. Where the column is needed nothing is
/// answered without it; elsewhere the column alone waits.
void ask(ImportPlan& plan, ColumnPlan& column, Issue question, std::string set, std::vector<std::string> choices);

}  // namespace kirnu

#pragma once
#include <memory>

#include "facts/build/table_builder.h"

namespace kirnu {

/// One row a cohort: several columns of who is still there, or its size beside the only one.
bool is_cohort_plan(const ImportPlan& plan);

/// What makes tables of a kind out of rows of that plan's shape; null for counts, which have a builder of their own.
std::unique_ptr<TableBuilder> make_table_builder(FactKind kind, BuilderPlan plan);

}  // namespace kirnu

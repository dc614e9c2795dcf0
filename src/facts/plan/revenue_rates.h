#pragma once
#include "facts/plan/column_facts.h"

namespace kirnu {

/// "Revenue churn" of 4.5 or 0.045 beside an MRR of 11000: percent without a sign, and no money.
bool is_rate_of_revenue(const TableFacts& table, const ColumnFacts& column);

}  // namespace kirnu

#pragma once
#include <vector>

#include "facts/plan/column_facts.h"

namespace kirnu {

/// Of each column whether it tells of single customers where names alone could be of counts: ids, and beside them marks
/// of 0 and 1 for who left ("customer_id; churned").
std::vector<bool> columns_of_single_customers(const TableFacts& table);

/// Whether nothing but 0 and 1 stands in columns of which the first has a 0 too: flags of each customer under names
/// like "d1", "d2", and no ages of cohorts.
bool are_flags(const TableFacts& table, const std::vector<std::size_t>& columns);

/// Whether a column of numbers holds nothing but 0 and 1.
bool are_marks(const ColumnFacts& column);

}  // namespace kirnu

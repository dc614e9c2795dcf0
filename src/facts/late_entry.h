#pragma once
#include "facts/column_facts.h"
#include "table/table_reader.h"

namespace kirnu {

/// Warns where a survival table says that some customers were seen from a later time than 0 on, in a column such as
/// "start" beside "stop". A row that goes on where the customer's earlier one ended is no such.
void warn_of_late_entry(ImportPlan& plan, const TableFacts& table, const TableHead& head);

}  // namespace kirnu

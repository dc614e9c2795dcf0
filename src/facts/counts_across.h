#pragma once
#include "table/table_reader.h"

/// Tables of counts that lie on their side: what was counted stands in the first column, and each period is a column.
namespace kirnu {

/// Whether a table does: the names in its first column tell counts, and numbers alone stand beside them. One column of
/// numbers is one period, without a name where the table has no header.
bool counts_lie_across(const TableHead& head);

/// The table upright: one row a period. `rows` are the cells of all rows, equally long.
struct UprightCounts {
  std::vector<std::string> names = {};              ///< of the column of periods, then the counts
  std::vector<std::vector<std::string>> rows = {};  ///< the period, then its counts
};
UprightCounts set_upright(const TableHead& head, const std::vector<std::vector<std::string>>& rows);

}  // namespace kirnu

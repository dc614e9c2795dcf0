#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "facts/tables/tables.h"

namespace kirnu {

/// One row of a table of cohorts as it stands in the file.
struct SheetRow {
  std::string label = {};
  double size = kEmptyCell;
  std::vector<double> cells = {};  ///< one a column "still there"; percent with a sign as 63.1
};

struct SheetCells {
  std::vector<SheetRow> rows = {};
  std::vector<std::string> names = {};  ///< of the columns "still there"
  bool percent = false;                 ///< a cell has a percent sign
  std::int64_t ended = 0;               ///< cells of nobody that the file has no row for
  bool of_churn = false;                ///< a name says that the numbers are of those who had left
  bool money = false;                   ///< cells or the name of their sizes say that they are no customers
};

struct ShapedCohorts {
  Facts facts = {};  ///< a CohortSheet; of one cohort a RetentionSeries
  std::vector<Issue> issues = {};
};

/// "Churn nach Kohorte", "Month 1 churn".
bool says_churn(std::string_view name);

/// Turns rows of ages to rows of cohorts, puts each cohort's first number at age 0, leaves out what was not observed
/// before and after (a cell that is empty between others stays so, and is told), and makes customers of percent where
/// sizes are known. Shares of those who had left are turned. `rows` has one at least.
ShapedCohorts shape_cohorts(SheetCells sheet);

}  // namespace kirnu

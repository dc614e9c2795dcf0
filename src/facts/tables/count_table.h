#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "base/period.h"
#include "facts/tables/counts.h"
#include "facts/tables/import_summary.h"
#include "facts/tables/mrr.h"

namespace kirnu {

/// A calendar span that a row's label names.
struct LabelSpan {
  std::string start = {};  ///< ISO date
  std::string end = {};    ///< ISO date, not included
  double days = 0;
};

/// What is known of a period's customers.
enum class CountsKnown {
  All,   ///< start and lost at least
  Ends,  ///< start and end alone: who left cannot be told
  End,   ///< the end alone
  Rate,  ///< a churn rate alone: start is 1 and lost the rate
  Nothing,
};

/// One period's counts as a table gives them, checked.
struct CountRow {
  std::int64_t row = 0;    ///< data row, from 1
  std::int64_t line = 0;   ///< line of the file, from 1
  std::string label = {};  ///< as written; empty when the table has no label column
  std::optional<LabelSpan> span = {};
  CountsKnown known = CountsKnown::All;
  PeriodTotals totals = {};
  std::optional<MrrTotals> mrr = {};  ///< how revenue moved, where the table says it
};

/// Many periods' counts, oldest first, with how they were read.
struct CountTable {
  std::vector<CountRow> rows = {};
  std::optional<PeriodUnit> unit =
      {};  ///< from the labels: months, quarters or years throughout; absent when they do not say
  std::optional<PeriodUnit> rate_unit = {};  ///< of rates, where their names say one
  std::string groups = {};  ///< name of the column whose cells, the labels, name groups: rows are of one period
  ImportSummary import;
  std::vector<RejectedRow> rejected = {};
  std::vector<Issue> issues = {};
};

}  // namespace kirnu

#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "base/period.h"
#include "facts/counts.h"
#include "facts/import_summary.h"

namespace kirnu {

/// A calendar span that a row's label names.
struct LabelSpan {
  std::string start = {};  ///< ISO date
  std::string end = {};    ///< ISO date, not included
  double days = 0;
};

/// One period's counts as a table gives them, checked.
struct CountRow {
  std::int64_t row = 0;    ///< data row, from 1
  std::int64_t line = 0;   ///< line of the file, from 1
  std::string label = {};  ///< as written; empty when the table has no label column
  std::optional<LabelSpan> span = {};
  PeriodTotals totals = {};
};

/// Many periods' counts, oldest first, with how they were read.
struct CountTable {
  std::vector<CountRow> rows = {};
  std::optional<PeriodUnit> unit =
      {};  ///< from the labels: months, quarters or years throughout; absent when they do not say
  ImportSummary import;
  std::vector<RejectedRow> rejected = {};
  std::vector<Issue> issues = {};
};

}  // namespace kirnu

#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "base/period.h"
#include "facts/counts.h"

namespace kirnu {

/// What a column of a table of counts is.
enum class CountRole { Label, Opening, New, Churned, Closing, Reactivated, Ignore };

/// The name used in reports and for --set column.NAME: "time", "opening", "new", "churned", "closing", "reactivated",
/// "ignore".
std::string_view count_role_name(CountRole);

struct CountColumn {
  std::string name = {};
  CountRole role = CountRole::Ignore;
};

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

struct RejectedRow {
  std::int64_t row = 0;
  std::int64_t line = 0;
  std::string column = {};
  IssueCode code = IssueCode::NumberUnreadable;
  std::string raw = {};  ///< at most 200 bytes
};

/// How a file was understood. accepted + rejected + blank + skipped = rows.
struct ImportSummary {
  std::int64_t rows = 0, accepted = 0, rejected = 0, blank = 0, skipped = 0;
  std::string encoding = {};
  std::string delimiter = {};
  bool header = false;
  std::vector<CountColumn> columns = {};
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

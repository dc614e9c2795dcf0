#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/issue.h"
#include "table/csv_scanner.h"
#include "table/field_counts.h"

namespace kirnu {

inline constexpr std::size_t kMostRejectionsKept = 10000;
inline constexpr std::size_t kLongestRaw = 200;

/// A row left out, with what stood there.
struct TableRejection {
  std::int64_t row = 0;
  std::int64_t line = 0;
  std::uint64_t byte = 0;
  IssueCode code = IssueCode::RowTooLong;
  std::string raw;  ///< at most 200 bytes, cut between characters
};

/// delivered + rejected + blank + skipped() = rows.
struct TableSummary {
  std::int64_t rows = 0;  ///< all but the header and a "sep=" line
  std::int64_t delivered = 0;
  std::int64_t rejected = 0;
  std::int64_t blank = 0;
  std::int64_t preamble = 0;
  std::int64_t totals = 0;
  std::int64_t repeated_headers = 0;  ///< with the row that explains them
  std::int64_t short_rows = 0;        ///< delivered, padded
  std::int64_t stray_quotes = 0;      ///< rows delivered with a quote inside an unquoted field
  std::int64_t invalid_bytes = 0;     ///< number of U+FFFD put in
  std::optional<std::uint64_t> first_invalid_byte = {};
  std::optional<std::uint64_t> left_over_byte = {};  ///< UTF-16 ended with half a unit, which is this byte
  bool end_mark = false;                             ///< Ctrl-Z at the end, left out
  FieldCounts counts = {};                           ///< of all rows but blank ones, header and left out ones included
  std::vector<TableRejection> rejections;            ///< the first kMostRejectionsKept
  std::vector<Issue> issues;                         ///< one for each code, with the first place and the count

  std::int64_t skipped() const { return preamble + totals + repeated_headers; }

  /// Adds a finding about a row, or none: the first of its code with its place, later ones to its count. `data_row` 0:
  /// it is not about a row of data.
  void note(Issue issue, const CsvRow& row = {}, std::uint64_t byte = 0, std::int64_t data_row = 0);

  /// A row of data is left out because of that issue.
  void reject(Issue issue, const CsvRow& row, std::uint64_t byte, std::int64_t data_row);
};

/// What is wrong with a row whose fields a scanner could not take, with the limit where there is one.
Issue flaw_issue(IssueCode code);

/// A row with so many fields instead of as many as expected.
Issue fields_issue(IssueCode code, std::size_t fields, std::size_t expected);

}  // namespace kirnu

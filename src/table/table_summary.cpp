#include "table/table_summary.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace kirnu {
namespace {

Issue limit_issue(IssueCode code, std::size_t limit) {
  return make_issue(code, {}, {{"limit", static_cast<double>(limit)}});
}

}  // namespace

void TableSummary::note(Issue issue, const CsvRow& row, std::uint64_t byte, std::int64_t data_row) {
  const auto known =
      std::find_if(issues.begin(), issues.end(), [&](const Issue& other) { return other.code == issue.code; });
  if (known != issues.end()) {
    ++known->count;
    return;
  }
  if (!row.raw.empty()) {
    issue.line = row.line;
    issue.byte = static_cast<std::int64_t>(byte);
  }
  if (data_row > 0) issue.row = data_row;
  issues.push_back(std::move(issue));
}

void TableSummary::reject(Issue issue, const CsvRow& row, std::uint64_t byte, std::int64_t data_row) {
  ++rejected;
  if (rejections.size() < kMostRejectionsKept) {
    rejections.push_back({.row = data_row,
                          .line = row.line,
                          .byte = byte,
                          .code = issue.code,
                          .raw = std::string(cut_utf8(row.raw, kLongestRaw))});
  }
  note(std::move(issue), row, byte, data_row);
}

Issue flaw_issue(IssueCode code) {
  if (code == IssueCode::FieldTooLong) return limit_issue(code, kLongestField);
  if (code == IssueCode::TooManyColumns) return limit_issue(code, kMostColumns);
  if (code == IssueCode::LineTooLong) return limit_issue(code, kLongestLine);
  return make_issue(code);
}

Issue fields_issue(IssueCode code, std::size_t fields, std::size_t expected) {
  return make_issue(code, {}, {{"fields", static_cast<double>(fields)}, {"expected", static_cast<double>(expected)}});
}

}  // namespace kirnu

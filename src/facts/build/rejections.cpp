#include "facts/build/rejections.h"

#include <algorithm>

#include "base/utf8.h"
#include "table/table_reader.h"

namespace kirnu {

void BatchFlaws::begin(std::size_t rows) {
  any_ = false;
  std::fill_n(bad_.begin(), rows, false);
}

void BatchFlaws::add(std::size_t row, std::size_t column, IssueCode code) {
  if (bad_[row]) return;
  any_ = true;
  bad_[row] = true;
  columns_[row] = column;
  codes_[row] = code;
}

void Rejections::add(const RowPlace& place, IssueCode code, const std::string& column, std::string_view found) {
  ++count_;
  if (rows_.size() < kMostRejectionsKept) {
    rows_.push_back({.row = place.row,
                     .line = place.line,
                     .column = column,
                     .code = code,
                     .raw = std::string(cut_utf8(place.raw, kLongestRaw))});
  }
  const auto known = std::find_if(issues_.begin(), issues_.end(),
                                  [&](const Issue& issue) { return issue.code == code && issue.column == column; });
  if (known != issues_.end()) {
    ++known->count;
    return;
  }
  Issue issue = make_issue(code, {}, {{"found", std::string(cut_utf8(found, kLongestRaw))}});
  issue.severity = Severity::Warning;  // the row is left out; the others answer
  issue.row = place.row;
  issue.line = place.line;
  issue.byte = static_cast<std::int64_t>(place.byte);
  issue.column = column;
  issues_.push_back(std::move(issue));
}

}  // namespace kirnu

#pragma once
#include <string>
#include <vector>

#include "base/utf8.h"
#include "facts/build/table_builder.h"

namespace kirnu {

/// Cells that could not be read of customers who count all the same: the first, and how many.
class UnreadCells {
 public:
  void add(const RowBatch& batch, const BatchFlaws& flaws, std::size_t row, const BuilderPlan& plan) {
    if (!flaws.has(row) || issue_.count++ > 0) return;
    const RowPlace place = batch.place(row);
    const std::string_view cell = batch.cell(row, flaws.column(row));
    issue_.values = {{"found", std::string(cut_utf8(cell, kLongestRaw))}};
    issue_.row = place.row;
    issue_.line = place.line;
    issue_.column = plan.column(flaws.column(row)).name;
  }
  void note(std::vector<Issue>& issues) const {
    if (issue_.count > 0) issues.push_back(issue_);
  }

 private:
  Issue issue_{.code = IssueCode::CellUnread, .severity = Severity::Warning, .count = 0};
};

}  // namespace kirnu

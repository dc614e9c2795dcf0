#include "facts/build/reason_cells.h"

#include "facts/plan/marked_reasons.h"

namespace kirnu {

ReasonCells::ReasonCells(const BuilderPlan& plan)
    : cells_(plan.cells_of(Role::Reason)), one_(plan, plan.cell_of(Role::Reason)) {
  for (const std::size_t cell : cells_) options_.push_back(plan.column(cell).name);
  numbered_ = are_numbered(options_);
  if (several()) column_ = {.name = options_[0], .between = "\n"};
  options_ = options_of(options_);
}

void ReasonCells::take(const RowBatch& batch, const GoodRows& good) {
  if (!several()) {
    one_.take(batch, good);
    return;
  }
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string answer;
    for (std::size_t c = 0; c < cells_.size(); ++c) {
      const std::string_view cell = batch.cell(good.row(i), cells_[c]);
      if (!is_ticked(cell)) continue;
      answer += (answer.empty() ? "" : "\n") + (numbered_ ? std::string(trim_cell(cell)) : options_[c]);
    }
    column_.codes.push_back(answer.empty() ? CodeColumn::kNone : column_.words.add(answer));
  }
}

void ReasonCells::note(std::vector<Issue>& issues) const {
  if (several() && !numbered_) issues.push_back(make_issue(IssueCode::AnswersMarked));
}

}  // namespace kirnu

#include "facts/plan/plan_question.h"

#include <utility>

#include "facts/plan/role_assignment.h"

namespace kirnu {

Issue column_issue(IssueCode code, const std::string& column, std::initializer_list<IssueValue> values) {
  Issue issue = make_issue(code, {}, values);
  issue.column = column;
  return issue;
}

void ask(ImportPlan& plan, ColumnPlan& column, Issue question, std::string set, std::vector<std::string> choices) {
  question.set = std::move(set);
  question.choices = std::move(choices);
  plan.issues.push_back(std::move(question));
  if (plan.kind && is_needed(*plan.kind, column.role)) plan.blocked = true;
  else column.open = true;
}

}  // namespace kirnu

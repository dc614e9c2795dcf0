#include "report/kinds.h"
#include "report/period_answer.h"
#include "report/report_parts.h"

namespace kirnu {

Report build_reason_report(const ReasonTable& table) {
  Report report{.kind = "reasons", .definition = {}};
  add_reasons(report, table.reason, table.value, table.customers, table.between);
  if (report.reasons.empty()) add_issues(report, {make_issue(IssueCode::NobodyCounts)});
  return report;
}

}  // namespace kirnu

#include "report/kinds.h"
#include "report/period_answer.h"
#include "report/report_parts.h"

namespace kirnu {
namespace {

/// Millionths are nobody's number: what is left is the share as the file has it, without an interval.
void tell_shares_alone(Report& report) {
  const auto tell = [](auto& row) {
    row.share = static_cast<double>(row.customers) / 1e6;
    row.customers = 0;
    row.interval.reset();
  };
  for (ReportReason& reason : report.reasons) tell(reason);
  for (ReportReasonGroup& group : report.reason_groups) tell(group);
  report.answered = report.without_reason = 0;
}

}  // namespace

Report build_reason_report(const ReasonTable& table) {
  Report report{.kind = "reasons", .definition = {}};
  add_reasons(report, table.reason, table.value, table.customers);
  if (table.shares) tell_shares_alone(report);
  if (report.reasons.empty()) add_issues(report, {make_issue(IssueCode::NobodyCounts)});
  return report;
}

}  // namespace kirnu

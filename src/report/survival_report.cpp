#include <algorithm>

#include "metrics/renewals.h"
#include "metrics/survival.h"
#include "report/kinds.h"
#include "report/period_answer.h"
#include "report/projection_report.h"
#include "report/report_parts.h"
#include "text/number.h"
#include "text/number_affixes.h"

namespace kirnu {
namespace {

/// The chosen group; without a choice the only one there is, where it has a few values.
const CodeColumn* find_group(const SurvivalTable& table, std::string_view name) {
  for (const CodeColumn& column : table.groups) {
    if (column.name == name) return &column;
  }
  const bool alone = name.empty() && table.groups.size() == 1;
  return alone && table.groups.front().words.size() <= kMostGroups ? &table.groups.front() : nullptr;
}

/// Beside numbers "NA" names no group, beside words it may: of North America.
bool is_group(const CodeColumn& column, std::uint32_t code) {
  if (find_missing(column.words.text(code)) == MissingKind::None) return true;
  for (std::uint32_t other = 0; other < column.words.size(); ++other) {
    const std::string_view word = column.words.text(other);
    const bool number = read_number(word, NumberKind::Real).status == NumberStatus::Ok;
    if (!number && find_missing(word) == MissingKind::None) return true;
  }
  return false;
}

void add_groups(ReportSurvival& survival, const SurvivalTable& table, const CodeColumn& column, double tau) {
  std::vector<SurvivalSteps> groups;
  for (std::uint32_t code = 0; code < column.words.size(); ++code) {
    if (!is_group(column, code)) continue;
    if (groups.size() == kMostGroups) return;  // a test of some of them would answer another question
    groups.push_back(build_steps(table, &column, code));
    ReportCurve curve = build_curve(groups.back(), survival.interval, tau);
    curve.segment = std::string(column.words.text(code));
    survival.curves.push_back(std::move(curve));
  }
  survival.log_rank = build_log_rank(groups);
}

}  // namespace

Report build_survival_report(const SurvivalTable& table, const QuestionSettings& settings) {
  Report report{.kind = "survival", .definition = {}};
  report.file_totals = FileTotals{.customers = static_cast<std::int64_t>(table.time.size())};
  report.survival = ReportSurvival{.interval = settings.survival_interval};
  const SurvivalSteps steps = build_steps(table);
  report.survival->curves.push_back(build_curve(steps, settings.survival_interval, settings.tau));
  const ReportCurve& everybody = report.survival->curves.front();
  if (everybody.curve.n == 0) {
    report.survival.reset();
    add_issues(report, {make_issue(IssueCode::NobodyCounts)});
    return report;
  }
  add_lifetimes(report.metrics, everybody.curve, everybody.rmst);
  if (!everybody.curve.median.value) report.issues.push_back(make_issue(IssueCode::MedianNotReached));
  if (const CodeColumn* group = find_group(table, settings.segment)) {
    add_groups(*report.survival, table, *group, everybody.rmst.tau);
  } else if (!settings.segment.empty()) {
    report.issues.push_back(segment_unknown(settings.segment));
  }
  add_projection(report, {.renewals = build_renewals(steps), .asked = asks_for_projection(settings)}, settings);
  return report;
}

}  // namespace kirnu

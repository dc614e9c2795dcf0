#include <utility>

#include "metrics/cohort_sheet.h"
#include "metrics/renewals.h"
#include "report/kinds.h"
#include "report/period_answer.h"
#include "report/projection_report.h"
#include "report/report_parts.h"

namespace kirnu {
namespace {

/// The row that was observed longest: of shares without sizes it alone can be carried on.
const CohortRow& longest_row(const CohortSheet& sheet) {
  const CohortRow* longest = &sheet.rows.front();
  for (const CohortRow& row : sheet.rows) {
    if (row.retained.size() > longest->retained.size()) longest = &row;
  }
  return *longest;
}

void project_longest(Report& report, const CohortSheet& sheet, const QuestionSettings& settings) {
  RetentionSeries series{.percent = true};
  const CohortRow& longest = longest_row(sheet);
  for (std::size_t age = 0; age < longest.retained.size(); ++age) {
    if (longest.retained[age] == kEmptyCell) continue;
    series.retained.push_back(longest.retained[age]);
    series.labels.push_back(std::to_string(age));
  }
  RenewalSource source{.percent = true, .size = kNominalSize, .asked = true};
  source.renewals = build_renewals(series, kNominalSize);
  for (const Renewal& renewal : source.renewals) {
    if (renewal.left < 0) return report.issues.push_back(make_issue(IssueCode::CohortsRise));
  }
  add_projection(report, source, settings);
}

void add_lifetimes_of_cohorts(Report& report, const CohortTable& table, const QuestionSettings& settings) {
  const SurvivalSteps steps = build_steps(table);
  report.survival = ReportSurvival{.interval = settings.survival_interval};
  if (report.period && report.period->unit != PeriodUnit::Days)
    report.survival->unit = period_unit_name(report.period->unit);
  report.survival->curves.push_back(build_curve(steps, settings.survival_interval, settings.tau));
  const ReportCurve& everybody = report.survival->curves.front();
  add_lifetimes(report.metrics, everybody.curve, everybody.rmst);
  if (!everybody.curve.median.value) report.issues.push_back(make_issue(IssueCode::MedianNotReached));
  add_projection(report, {.renewals = build_renewals(table), .size = {}, .asked = true}, settings);
}

}  // namespace

Report build_cohort_report(const CohortSheet& sheet, const QuestionSettings& settings) {
  Report report{.kind = "retention", .definition = {}};
  report.period = settings.period;
  report.cohorts = build_cohorts(sheet, sheet.amounts ? std::nullopt : settings.cohort_size);
  const CohortTable& table = *report.cohorts;
  report.cohorts_of_amounts = sheet.amounts;
  if (sheet.amounts) return report;
  if (sheet.shares && !settings.cohort_size) {
    Issue issue = make_issue(IssueCode::CohortSizesMissing);
    issue.set = "cohort_size";
    report.issues.push_back(std::move(issue));
    project_longest(report, sheet, settings);
    return report;
  }
  if (table.pooled.empty() || table.pooled.front().size == 0) {
    add_issues(report, {make_issue(IssueCode::NobodyCounts)});
    return report;
  }
  report.file_totals = FileTotals{.customers = table.pooled.front().size};
  if (some_rise(table)) report.issues.push_back(make_issue(IssueCode::CohortsRise));
  else add_lifetimes_of_cohorts(report, table, settings);
  return report;
}

}  // namespace kirnu

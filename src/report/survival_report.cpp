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

/// The curve of a table's customers, or of one group.
ReportCurve curve_of(const SurvivalTable& table, const SurvivalSteps& steps, SurvivalInterval interval,
                     std::optional<double> tau, const CodeColumn* group = nullptr, std::uint32_t code = 0) {
  ReportCurve result = build_curve(steps, interval, tau);
  count_customers(result.curve, table, group, code);
  if (group != nullptr) result.segment = std::string(group->words.text(code));
  return result;
}

/// Whether a customer's rows are of several groups.
bool changes(const SurvivalTable& table, const CodeColumn& column) {
  std::vector<std::uint32_t> first(table.customers, CodeColumn::kNone);
  for (std::size_t row = 0; row < table.customer.size(); ++row) {
    if (table.customer[row] == CodeColumn::kNone) continue;
    std::uint32_t& code = first[table.customer[row]];
    if (code == CodeColumn::kNone) code = column.codes[row];
    if (code != column.codes[row]) return true;
  }
  return false;
}

/// Where customers come under observation later, few may be observed early, and the whole curve builds on them.
void warn_of_few(Report& report, const SurvivalCurve& curve) {
  if (curve.entered.empty()) return;
  const std::optional<SurvivalPoint> end = find_early_end(curve), thin = find_thin_point(curve);
  if (!end && !thin) return;
  const SurvivalPoint& point = end ? *end : *thin;
  report.issues.push_back(make_issue(end ? IssueCode::CurveEndsEarly : IssueCode::FewObserved, {},
                                     {{"time", point.time}, {"customers", static_cast<double>(point.at_risk)}}));
}

void add_groups(ReportSurvival& survival, const SurvivalTable& table, const CodeColumn& column, double tau) {
  std::vector<SurvivalSteps> groups;
  for (std::uint32_t code = 0; code < column.words.size(); ++code) {
    if (!is_group(column, code)) continue;
    if (groups.size() == kMostGroups) return;  // a test of some of them would answer another question
    groups.push_back(build_steps(table, &column, code));
    survival.curves.push_back(curve_of(table, groups.back(), survival.interval, tau, &column, code));
  }
  survival.log_rank = build_log_rank(groups);
}

}  // namespace

Report build_survival_report(const SurvivalTable& table, const QuestionSettings& settings,
                             std::optional<PeriodUnit> unit) {
  Report report{.kind = "survival", .definition = {}};
  report.survival = ReportSurvival{.interval = settings.survival_interval};
  if (unit) report.survival->unit = period_unit_name(*unit);
  const SurvivalSteps steps = build_steps(table);
  report.survival->curves.push_back(curve_of(table, steps, settings.survival_interval, settings.tau));
  const ReportCurve& everybody = report.survival->curves.front();
  report.file_totals = FileTotals{.customers = everybody.curve.n};
  if (everybody.curve.n == 0) {
    report.survival.reset();
    add_issues(report, {make_issue(IssueCode::NobodyCounts)});
    return report;
  }
  add_lifetimes(report.metrics, everybody.curve, everybody.rmst);
  if (!everybody.curve.median.value) report.issues.push_back(make_issue(IssueCode::MedianNotReached));
  warn_of_few(report, everybody.curve);
  if (const CodeColumn* group = find_group(table, settings.segment)) {
    add_groups(*report.survival, table, *group, everybody.rmst.tau);
    if (changes(table, *group))
      report.issues.push_back(make_issue(IssueCode::PartsOverlap, {}, {{"name", group->name}}));
  } else if (!settings.segment.empty()) {
    report.issues.push_back(segment_unknown(settings.segment));
  }
  RenewalSource source{.renewals = build_renewals(steps), .asked = asks_for_projection(settings)};
  if (unit) source.period = period_of(*unit);
  add_projection(report, source, settings);
  if (report.projection && unit) report.projection->unit = period_unit_name(*unit);
  return report;
}

}  // namespace kirnu

#include <algorithm>

#include "facts/build/repeated_rows.h"
#include "metrics/cohorts.h"
#include "metrics/differences.h"
#include "metrics/flows.h"
#include "metrics/revenue.h"
#include "report/kinds.h"
#include "report/period_answer.h"
#include "report/projection_report.h"
#include "report/report_parts.h"
#include "report/revenue_report.h"
#include "report/segment_report.h"
#include "report/timeline.h"

namespace kirnu {
namespace {

/// A longer triangle is no triangle any more: many days, and nobody reads it.
constexpr std::int32_t kLongestTriangle = 600;

/// Where ends are bare days, nobody knows whether these are the last ones or the first ones not paid: who begins again
/// on the day after has not left.
SpellOptions options_of(const QuestionSettings& settings, const SubscriptionTable& table, std::int32_t as_of) {
  const bool bare_days = !table.end.empty() && !table.end.clock;
  return {.churn_date = settings.churn_date,
          .gap_days = settings.gap_days.value_or(bare_days ? 1 : 0),
          .past_due = settings.count_past_due,
          .trials = settings.count_trials,
          .as_of = as_of,
          .zone = settings.zone};
}

/// The latest date is where the data end; where it may lie in the future, an earlier day is offered.
void add_data_end(Report& report, const DataEnd& end) {
  report.assumptions.push_back(as_of_assumption(end.day));
  if (end.to_come) {
    report.assumptions.back().code = "as_of_updated";
    report.assumptions.back().values.push_back({"last", write_date({.days = *end.to_come})});
  }
  if (!end.happened) return;
  const std::string happened = write_date({.days = *end.happened});
  Issue issue = make_issue(IssueCode::EndsPlanned, {}, {{"date", happened}, {"last", write_date({.days = end.day})}});
  issue.set = "as_of";
  issue.choices = {happened};
  report.issues.push_back(std::move(issue));
}

void add_left_out(Report& report, const LeftOut& out) {
  const std::pair<IssueCode, std::int64_t> reasons[] = {
      {IssueCode::TrialLeftOut, out.trial},
      {IssueCode::FreeLeftOut, out.free},
      {IssueCode::UnpaidLeftOut, out.unpaid},
      {IssueCode::NotStartedLeftOut, out.not_started},
      {IssueCode::PastDueLeftOut, out.past_due},
      {IssueCode::TestLeftOut, out.test},
      {IssueCode::FutureLeftOut, out.future},
      {IssueCode::StartMissingLeftOut, out.start_missing},
      {IssueCode::EndBeforeStartLeftOut, out.end_before_start},
      {IssueCode::EndedWithoutDate, out.ended_without_date},
  };
  for (const auto& [code, rows] : reasons) {
    if (rows == 0) continue;
    Issue issue = make_issue(code);
    issue.count = rows;
    report.issues.push_back(std::move(issue));
  }
}

/// Whether rows say that they ended and none of the table says when: then nobody would seem to leave.
bool hides_all_ends(const SubscriptionTable& table, const LeftOut& out) {
  const auto tells = [](const TimeColumn& times) {
    for (std::size_t row = 0; row < times.size(); ++row) {
      if (instant_at(times, row) != kNoInstant) return true;
    }
    return false;
  };
  return out.ended_without_date > 0 && !tells(table.end) && !tells(table.canceled);
}

Issue end_dates_needed(std::int64_t rows) {
  Issue issue = make_issue(IssueCode::EndDatesNeeded, {}, {{"rows", static_cast<double>(rows)}});
  issue.set = "column.NAME";
  issue.choices = {std::string(role_name(Role::End))};
  return issue;
}

void add_series(Report& report, const std::vector<Flow>& flows, const Timeline& line) {
  for (std::size_t i = 0; i < flows.size(); ++i) {
    const DayWindow window{.from = line.grid.bounds[i], .to = line.grid.bounds[i + 1]};
    SeriesPeriod entry{.label = period_label(line.choice, window.from), .span = span_of(window)};
    entry.totals = totals_of(flows[i]);
    entry.flow = flows[i];
    entry.complete = static_cast<std::int32_t>(i) < line.complete;
    if (entry.complete) add_rates(entry, length_of(line.choice));
    report.series.push_back(std::move(entry));
  }
  // Before the first customer there is nobody to lose.
  std::size_t first = 0;
  while (first < flows.size() && flows[first].opening == 0) ++first;
  const auto complete = static_cast<std::size_t>(line.complete);
  if (first < complete) add_history(report, first, complete);
}

/// The flow of the leading period; mostly it is one of the series'.
Flow leading_flow(const CustomerGroup& everybody, const std::vector<Flow>& flows, const Timeline& line) {
  for (std::size_t i = 0; i < flows.size(); ++i) {
    if (line.grid.bounds[i] == line.leading->from && line.grid.bounds[i + 1] == line.leading->to) return flows[i];
  }
  return build_flow(everybody, *line.leading);
}

/// The periods from the first customer on; none where they make no triangle.
PeriodGrid cohort_grid(const Timeline& line, const DayRange& days) {
  PeriodGrid grid = build_grid(line.choice, days.first, line.as_of + 1, line.as_of);
  return grid.size() <= kLongestTriangle ? grid : PeriodGrid{};
}

PeriodGrid leading_grid(const Timeline& line) {
  return line.leading ? grid_of({line.leading->from, line.leading->to}) : PeriodGrid{};
}

/// The period before the leading one, which segments are compared with.
PeriodGrid grid_before(const Timeline& line) {
  if (!line.leading) return {};
  const DayWindow before = window_before(line);
  return grid_of({before.from, before.to});
}

void add_leading(Report& report, const Flow& flow, const DayCounts& days, const Revenue& revenue, const Timeline& line,
                 const QuestionSettings& settings, const std::vector<Benchmark>& figures) {
  if (!line.leading) {
    Issue issue = make_issue(IssueCode::NoWholePeriod, "period", {{"date", write_date({.days = line.as_of})}});
    issue.set = "period";
    issue.choices = {"week", "day"};
    add_issues(report, {std::move(issue)});
    return;
  }
  report.period = line.period;
  report.dates = span_of(*line.leading);
  report.totals = totals_of(flow);
  if (report.totals->start == 0) report.issues.push_back(make_issue(IssueCode::ZeroBase));
  Letters letters = build_letters(*report.totals, line.period);
  if (revenue.currencies.size() == 1) add_mrr(letters, totals_of(revenue.currencies.front().leading));
  take_value_inputs(report, letters, value_inputs(settings));
  add_daily(letters, days, *line.leading);
  add_period(report, letters, settings.definition, figures);
}

/// Who makes the difference between the definitions of churn.
void add_differences(Report& report, const CustomerGroup& everybody, const DayWindow& window, const Flow& flow) {
  const Differences differences = build_differences(*everybody.spells, window, flow);
  for (std::size_t i = 0; i < kDifferences; ++i) {
    if (differences[i].count == 0) continue;
    report.differences.push_back({.why = static_cast<Difference>(i), .count = differences[i].count});
    for (const std::uint32_t customer : differences[i].customers)
      report.differences.back().customers.emplace_back(everybody.table->customers.text(customer));
  }
}

/// Lifetimes as they were and as they may go on.
void add_survival(Report& report, SubscriptionWorkings& workings, const QuestionSettings& settings,
                  const Timeline& line) {
  report.survival = ReportSurvival{.unit = "day", .interval = settings.survival_interval};
  report.survival->curves.push_back(build_curve(workings.steps, settings.survival_interval, settings.tau));
  if (report.error) return;
  const ReportCurve& everybody = report.survival->curves.front();
  add_lifetimes(report.metrics, everybody.curve, everybody.rmst);
  add_projection(report, {.renewals = find_renewals(workings, line.choice), .asked = asks_for_projection(settings)},
                 settings);
}

void add_cohorts(Report& report, const CustomerGroup& everybody, const PeriodGrid& grid, std::int32_t as_of,
                 RetentionRule rule) {
  if (grid.size() == 0) return;
  report.cohorts = build_cohorts(everybody, grid, as_of, rule);
  if (rule == RetentionRule::OnOrAfter) report.issues.push_back(make_issue(IssueCode::OnOrAfterEdge));
}

}  // namespace

Report build_subscription_report(const SubscriptionTable& table, const QuestionSettings& settings,
                                 const std::vector<Benchmark>& figures, SubscriptionWorkings& workings) {
  Report report{.kind = "subscriptions"};
  const std::optional<DataEnd> end = find_data_end(workings, table, settings.zone);
  const std::int32_t as_of = settings.as_of ? settings.as_of->days : end ? end->day : 0;
  if (end && !settings.as_of) add_data_end(report, *end);
  const SpellOptions options = options_of(settings, table, as_of);
  prepare(workings, table, options);
  const Spells& spells = workings.spells;
  if (!settings.gap_days && options.gap_days > 0 && spells.merged > 0)
    report.assumptions.push_back({.code = "next_day_goes_on", .values = {}});
  add_left_out(report, spells.left_out);
  if (hides_all_ends(table, spells.left_out)) {
    add_issues(report, {end_dates_needed(spells.left_out.ended_without_date)});
    return report;
  }
  if (!spells.days) {
    add_issues(report, {make_issue(IssueCode::NobodyCounts)});
    return report;
  }
  report.file_totals = FileTotals{.customers = spells.customers};
  const Timeline line = build_timeline(settings, {.first = spells.days->first, .last = as_of}, PeriodUnit::Month);
  const PeriodGrid cohorts = cohort_grid(line, *spells.days), leading = leading_grid(line), before = grid_before(line);
  const CodeColumn* const parts = settings.segment.empty() ? nullptr : find_code_column(table, settings.segment);
  const StartEndTable* const sums = find_starts_and_ends(
      workings, table,
      {.grids = {&line.grid, &cohorts, &leading, &before}, .column = parts, .days = *spells.days, .as_of = as_of});
  const CustomerGroup everybody{.table = &table,
                                .options = options,
                                .spells = &spells,
                                .starts_and_ends = sums,
                                .sums = sums != nullptr ? &sums->everybody : nullptr,
                                .paid = find_paid_rows(workings, table)};
  const Revenue revenue =
      build_revenue(everybody, {.series = line.grid, .leading = leading, .cohorts = cohorts, .as_of = as_of});
  const std::vector<Flow> flows = build_flows(everybody, line.grid);
  const Flow leading_period = line.leading ? leading_flow(everybody, flows, line) : Flow{};
  add_leading(report, leading_period, workings.by_day, revenue, line, settings, figures);
  if (line.leading) add_differences(report, everybody, *line.leading, leading_period);
  add_series(report, flows, line);
  const ValueInputs value = value_inputs(settings);
  add_revenue(report, revenue, value);
  add_cohorts(report, everybody, cohorts, as_of, settings.retention);
  add_survival(report, workings, settings, line);
  if (parts != nullptr) {
    add_segments(report,
                 {.everybody = everybody, .line = line, .cohorts = cohorts, .rule = settings.retention, .value = value},
                 *parts);
  } else if (!settings.segment.empty()) {
    report.issues.push_back(segment_unknown(settings.segment));
  }
  if (!table.reason.empty()) add_reasons(report, table.reason, {});
  return report;
}

}  // namespace kirnu

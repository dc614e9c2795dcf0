#include "report/report.h"

#include <algorithm>
#include <utility>

#include "facts/build/count_history.h"
#include "report/period_answer.h"
#include "report/rates_of_rows.h"
#include "report/revenue_report.h"
#include "report/rows_in_time.h"

namespace kirnu {
namespace {

bool is_said(const CountInputs& counts) {
  return counts.start || counts.lost || counts.new_kept || counts.end || counts.new_left || counts.left_and_returned ||
         counts.returned;
}

/// Every metric of every group; of a rate alone what follows from it.
void add_groups(Report& report, const CountTable& table, const std::optional<Period>& period) {
  for (const CountRow& row : table.rows) {
    const Letters letters = build_letters(row.totals, period);
    report.segments.push_back({.name = table.groups, .value = row.label});
    std::vector<ReportMetric>& metrics = report.segments.back().metrics;
    if (row.known == CountsKnown::Rate) metrics = rate_metrics(letters);
    else metrics = period_metrics(letters);
  }
}

bool are_rates_of_groups(const CountTable& table) {
  return !table.groups.empty() && table.rows.size() > 1 && table.rows.back().known == CountsKnown::Rate;
}

void add_table(Report& report, const CountTable& table, const std::optional<Period>& period) {
  report.import = table.import;
  report.rejected = table.rejected;
  add_issues(report, table.issues);
  if (!table.rows.empty()) report.error.reset();  // what was rejected is told; the rest answers
  if (!table.groups.empty()) return add_groups(report, table, period);
  bool counted = true;
  for (const CountRow& row : table.rows) {
    report.series.push_back({.label = row.label, .span = row.span, .known = row.known, .totals = row.totals});
    SeriesPeriod& entry = report.series.back();
    counted = counted && has_churn(entry);
    if (has_churn(entry)) add_rates(entry, period);
    if (row.mrr) add_movements(entry, *row.mrr);
  }
  if (!table.rows.empty() && table.rows.back().mrr) report.currencies.push_back({.currency = std::string(kNoCurrency)});
  if (counted) add_history(report, 0, report.series.size());
  if (counted && !table.rows.empty() && table.rows.back().known == CountsKnown::Rate) forget_customers(report);
}

/// What the labels say, the days of the last row where they make no unit, else what was chosen.
std::optional<Period> period_of_rows(const CountTable* table, const Question& question) {
  if (table != nullptr && table->unit) return period_of(*table->unit);
  if (table == nullptr || question.period || table->rows.size() != 1 || !table->rows[0].span) return question.period;
  return Period{.unit = PeriodUnit::Days, .days = table->rows[0].span->days};
}

/// The last row of a table leads.
void lead_with_row(Report& report, const CountRow& row, const std::optional<Period>& period) {
  report.from_table = true;
  report.period = period;
  report.dates = row.span;
  if (row.known == CountsKnown::All) report.totals = row.totals;
  if (report.totals && report.totals->start == 0) report.issues.push_back(make_issue(IssueCode::ZeroBase));
}

/// The last row leads, or groups together; absent where rows are rates alone, of which there is no more to say.
std::optional<CountRow> lead_with_rows(Report& report, const CountTable& table, const std::optional<Period>& period,
                                       const std::vector<Benchmark>& figures) {
  if (are_rates_of_groups(table)) {
    report.from_table = true;
    report.period = period;
    return std::nullopt;
  }
  CountRow last = table.rows.back();
  const bool rate = last.known == CountsKnown::Rate;
  if (!table.groups.empty() && !rate) last = {.totals = sum_of(table.rows)};
  lead_with_row(report, last, period);
  if (rate) add_rate(report, last.totals, false, figures);
  return rate ? std::nullopt : std::optional(std::move(last));
}

}  // namespace

Report build_report(const Question& question, const CountTable* as_read, const std::vector<Benchmark>& figures,
                    std::vector<Issue> unreadable) {
  Report report;
  const std::optional<CountTable> converted = as_read != nullptr ? with_rates_of_rows(*as_read) : std::nullopt;
  const CountTable* table = converted ? &*converted : as_read;
  const std::optional<CountTable> chosen = table != nullptr ? with_rows_in_time(*table, question) : std::nullopt;
  if (chosen) table = &*chosen;
  const bool typed = is_said(question.counts) || std::any_of(unreadable.begin(), unreadable.end(), is_blocking);
  const bool has_rows = table != nullptr && !table->rows.empty();
  const std::optional<Period> row_period = period_of_rows(table, question);
  if (table != nullptr) add_table(report, *table, row_period);
  if (typed) report.error.reset();  // what is wrong with a table does not block what was typed

  add_issues(report, std::move(unreadable));
  CheckedMrr mrr = check_mrr(question.mrr);
  add_issues(report, std::move(mrr.issues));
  if (report.error) return report;

  if (typed) {
    report.period = question.period;
    CheckedCounts checked = check_counts(question.counts);
    add_issues(report, std::move(checked.issues));
    if (report.error) return report;
    report.totals = checked.totals;
  } else if (has_rows) {
    const std::optional<CountRow> last = lead_with_rows(report, *table, row_period, figures);
    if (!last) return report;
    if (!mrr.totals) mrr.totals = last->mrr;
  } else if (mrr.totals) {
    report.period = question.period;
  } else {
    if (table == nullptr) report.error = make_issue(IssueCode::StartNeeded, "start");
    return report;
  }
  Letters letters = report.totals ? build_letters(*report.totals, report.period) : Letters{};
  if (mrr.totals) add_mrr(letters, *mrr.totals);
  take_value_inputs(report, letters, question.value);
  add_period(report, letters, question.definition, figures);
  if (!has_rows && report.metrics.empty()) add_issues(report, {make_issue(IssueCode::MrrMoreNeeded, "mrr_churned")});
  return report;
}

const ReportMetric* find_metric(const Report& report, std::string_view id) {
  for (const ReportMetric& metric : report.metrics) {
    if (metric.metric.id == id) return &metric;
  }
  for (const ReportMetric& metric : report.span) {
    if (metric.metric.id == id) return &metric;
  }
  return nullptr;
}

bool has_answer(const Report& report) {
  if (report.error) return false;
  const bool told = !report.series.empty() && report.series.front().known != CountsKnown::All;
  const bool parts = told || !report.segments.empty() || report.survival || report.cohorts || report.lists ||
                     report.halved || !report.reasons.empty() || (report.file_totals && report.file_totals->orders);
  return parts || std::any_of(report.metrics.begin(), report.metrics.end(),
                              [](const ReportMetric& entry) { return entry.metric.id != "customers_lost"; });
}

}  // namespace kirnu

#include <algorithm>
#include <utility>

#include "metrics/order_flows.h"
#include "metrics/order_totals.h"
#include "metrics/order_windows.h"
#include "report/buyer_report.h"
#include "report/kinds.h"
#include "report/list_metrics.h"
#include "report/lost_values.h"
#include "report/period_answer.h"
#include "report/report_parts.h"
#include "report/timeline.h"

namespace kirnu {
namespace {

DaySpan day_span(const DayWindow& window) { return {.start = {.days = window.from}, .end = {.days = window.to}}; }
DayWindow window_of(const DaySpan& span) { return {.from = span.start.days, .to = span.end.days}; }

void note(Report& report, IssueCode code, std::int64_t rows) {
  if (rows == 0) return;
  Issue issue = make_issue(code);
  issue.count = rows;
  report.issues.push_back(std::move(issue));
}

void add_totals(Report& report, const TransactionTable& table, const OrderTotals& totals) {
  FileTotals file{.customers = totals.customers, .orders = totals.orders, .units = totals.units};
  for (const OrderTotals::Money& money : totals.money) {
    const bool named = money.currency != CodeColumn::kNone;
    file.money.push_back({.currency = named ? std::string(table.currency.words.text(money.currency)) : std::string(),
                          .value = money_of(money.value)});
  }
  report.file_totals = std::move(file);
  note(report, IssueCode::FailedLeftOut, totals.left_out.failed);
  note(report, IssueCode::FutureLeftOut, totals.left_out.future);
  note(report, IssueCode::DateMissingLeftOut, totals.left_out.date_missing);
  note(report, IssueCode::ZeroValues, totals.zero_values);
}

void add_series(Report& report, const TransactionTable& table, const Timeline& line, const OrderOptions& options) {
  const std::vector<OrderFlow> flows = build_order_flows(table, line.grid, options);
  for (std::size_t i = 0; i < flows.size(); ++i) {
    const DayWindow window{.from = line.grid.bounds[i], .to = line.grid.bounds[i + 1]};
    SeriesPeriod entry{.label = period_label(line.choice, window.from), .span = span_of(window)};
    entry.orders =
        SeriesOrders{.customers = flows[i].customers, .first_time = flows[i].first_time, .orders = flows[i].orders};
    if (flows[i].value) entry.orders->value = money_of(*flows[i].value);
    entry.complete = static_cast<std::int32_t>(i) < line.complete;
    report.series.push_back(std::move(entry));
  }
}

/// Whether ids are those of orders: of so many, somebody would have come again.
bool nobody_came_twice(const FileTotals& totals) {
  constexpr std::int64_t kEnoughOrders = 20;
  return totals.orders >= kEnoughOrders && totals.orders == totals.customers;
}

/// The days that lead because somebody named them, and as many before them; else those that the data suggest.
std::optional<WindowPair> usual_windows(const TransactionTable& table, const Timeline& line, std::int32_t first_day,
                                        const OrderOptions& options) {
  if (!line.chosen) return default_windows(table, options);
  if (line.leading->from <= first_day) return std::nullopt;
  return pair_of(window_before(line), *line.leading);
}

/// The windows of the question; those that nobody chose are an assumption.
std::optional<WindowPair> find_windows(Report& report, const TransactionTable& table, const QuestionSettings& settings,
                                       const Timeline& line, std::int32_t first_day, const OrderOptions& options) {
  if (settings.before && settings.after) return pair_of(window_of(*settings.before), window_of(*settings.after));
  if (settings.before || settings.after) {
    add_issues(report, {make_issue(IssueCode::BothWindowsNeeded, settings.before ? "after" : "before")});
    return std::nullopt;
  }
  if (nobody_came_twice(*report.file_totals)) {
    const auto orders = static_cast<double>(*report.file_totals->orders);
    add_issues(report, {make_issue(IssueCode::NobodyCameTwice, {}, {{"orders", orders}})});
    return std::nullopt;
  }
  const std::optional<WindowPair> windows = usual_windows(table, line, first_day, options);
  if (!windows) {
    add_issues(report, {make_issue(IssueCode::TwoPeriodsNeeded)});
    return std::nullopt;
  }
  report.assumptions.push_back({.code = "windows_chosen",
                                .values = {{"before_start", write_date({windows->before.from})},
                                           {"before_end", write_date({windows->before.to})},
                                           {"after_start", write_date({windows->after.from})},
                                           {"after_end", write_date({windows->after.to})}}});
  return windows;
}

void add_comparison(Report& report, const TransactionTable& table, const WindowPair& windows,
                    const OrderOptions& options, const QuestionSettings& settings,
                    const std::vector<Benchmark>& figures) {
  report.period = period_of_window(windows.after);
  report.dates = span_of(windows.after);
  ReportLists lists{.comparison = compare_windows(table, windows, options), .ids = &table.customers};
  lists.before = day_span(windows.before);
  lists.after = day_span(windows.after);
  if (lists.comparison.value_lost)
    lists.values = lost_values(table, lists.comparison.lost_customers, windows.before, options);
  add_list_metrics(report, lists.comparison, settings, figures);
  keep_worth_winning_back(lists, settings.threshold);
  if (!windows.same_unit && windows.before.days() != windows.after.days()) {
    report.issues.push_back(make_issue(IssueCode::WindowsUnequal, {},
                                       {{"before", static_cast<double>(windows.before.days())},
                                        {"after", static_cast<double>(windows.after.days())}}));
  }
  report.lists = std::move(lists);
}

void add_halved(Report& report, const TransactionTable& table, const WindowPair& windows, PurchaseMeasure measure,
                const OrderOptions& options) {
  ReportHalved halved{.measure = measure, .rate = build_purchase_rate(table, windows, measure, options)};
  Letters letters;
  letters.buyers = static_cast<double>(halved.rate.base);
  letters.halved = static_cast<double>(halved.rate.lost);
  add_metric(report.metrics, "halved_churn_rate", letters);
  report.halved = std::move(halved);
}

/// Of what was bought in whole periods the value tells more than that something was.
PurchaseMeasure measure_of(const TransactionTable& table, const QuestionSettings& settings) {
  const bool by_value = table.periods && !table.amount.empty();
  return settings.measure.value_or(by_value ? PurchaseMeasure::Value : PurchaseMeasure::Orders);
}

}  // namespace

Report build_transaction_report(const TransactionTable& table, const QuestionSettings& settings,
                                const std::vector<Benchmark>& figures) {
  Report report{.kind = "transactions"};
  std::optional<DayRange> days = day_range(table.date, settings.zone);
  if (!days) {
    add_issues(report, {make_issue(IssueCode::NobodyCounts)});
    return report;
  }
  days->last = std::max(days->last, table.known_until);
  const Timeline line = build_timeline(settings, *days, table.periods.value_or(PeriodUnit::Month));
  if (!settings.as_of) report.assumptions.push_back(as_of_assumption(line.as_of));
  const OrderOptions options{.as_of = line.as_of,
                             .as_of_said = settings.as_of.has_value(),
                             .zone = settings.zone,
                             .first_month = settings.fiscal_year ? settings.fiscal_year_start : 1};
  add_totals(report, table, build_order_totals(table, options));
  add_series(report, table, line, options);
  add_buyers(report, table, line, days->first, options, settings);
  const std::optional<WindowPair> windows = find_windows(report, table, settings, line, days->first, options);
  if (windows) {
    add_comparison(report, table, *windows, options, settings, figures);
    add_halved(report, table, *windows, measure_of(table, settings), options);
  }
  return report;
}

}  // namespace kirnu

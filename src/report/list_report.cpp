#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/utf8.h"
#include "facts/plan/list_order.h"
#include "metrics/alike_names.h"
#include "metrics/order_windows.h"
#include "report/kinds.h"
#include "report/list_metrics.h"
#include "report/period_answer.h"
#include "report/report_parts.h"
#include "report/revenue_report.h"
#include "report/timeline.h"

namespace kirnu {

void add_list_metrics(Report& report, const ListComparison& comparison, const QuestionSettings& settings,
                      const std::vector<Benchmark>& figures) {
  constexpr auto kMetrics = std::to_array<std::string_view>(
      {"customer_churn_rate", "customer_retention_rate", "customers_lost", "monthly_churn_rate", "annual_churn_rate",
       "expected_lifetime", "expected_lifetime_months", "value_lost", "value_lost_share", "cost_of_loss",
       "replacement_cost", "total_cost_of_loss", "one_point_less_churn", "what_if_churn_rate", "what_if_value"});
  report.totals = PeriodTotals{.start = static_cast<double>(comparison.earlier),
                               .lost = static_cast<double>(comparison.lost),
                               .new_kept = static_cast<double>(comparison.new_or_returned),
                               .end = static_cast<double>(comparison.later)};
  if (comparison.earlier == 0) report.issues.push_back(make_issue(IssueCode::ZeroBase));
  Letters letters = build_letters(*report.totals, report.period);
  if (comparison.value) letters.value_start = money_of(*comparison.value);
  if (comparison.value_lost) letters.value_lost = money_of(*comparison.value_lost);
  letters.arpa = ratio(letters.value_start, letters.S);
  take_value_inputs(report, letters, value_inputs(settings));
  for (const std::string_view id : kMetrics) add_metric(report.metrics, id, letters);
  if (!report.period) report.issues.push_back(make_issue(IssueCode::NoPeriod));
  const ReportMetric* churn = find_metric(report, "customer_churn_rate");
  if (churn != nullptr) add_benchmarks(report, churn->metric, figures);
}

void keep_worth_winning_back(ReportLists& lists, std::optional<double> threshold) {
  if (!threshold || lists.values.empty()) return;
  lists.threshold = threshold;
  std::size_t kept = 0;  // the most valuable come first
  while (kept < lists.values.size() && lists.values[kept] >= *threshold) lists.worth_value += lists.values[kept++];
  lists.values.resize(kept);
  lists.comparison.lost_customers.resize(kept);
}

void say_if_nobody_is_shared(Report& report, const ListComparison& comparison, const CustomerList& earlier,
                             const CustomerList& later) {
  if (comparison.kept > 0 || earlier.customers.size() < 2 || later.customers.size() < 2) return;
  report.issues.push_back(
      make_issue(IssueCode::ListsShareNobody, "file2",
                 {{"name", std::string(earlier.customers.text(0))}, {"other", std::string(later.customers.text(0))}}));
}

void say_who_may_be_shared(Report& report, const ListComparison& comparison, const CustomerList& earlier,
                           const CustomerList& later) {
  constexpr std::size_t kMostShown = 3, kLongestShown = 60;
  if (comparison.lost == 0 || comparison.new_or_returned == 0) return;
  const auto alike = find_alike(earlier.customers, later.customers);
  if (alike.empty()) return;
  std::string found;
  for (std::size_t i = 0; i < std::min(alike.size(), kMostShown); ++i) {
    found += i > 0 ? "; " : "";
    found += cut_utf8(earlier.customers.text(alike[i].first), kLongestShown);
    found += " = ";
    found += cut_utf8(later.customers.text(alike[i].second), kLongestShown);
  }
  report.issues.push_back(make_issue(IssueCode::CustomersAlike, "file2",
                                     {{"customers", static_cast<double>(alike.size())}, {"found", found}}));
}

std::optional<NamedPeriod> period_of_names(const CustomerList& earlier, const CustomerList& later) {
  const std::vector<NamedDays> named = days_of_lists(std::to_array({&earlier, &later}));
  if (named.empty()) return std::nullopt;
  const DayWindow before{.from = named[0].from, .to = named[0].to}, after{.from = named[1].from, .to = named[1].to};
  const bool days = before.days() == 1 && after.days() == 1;
  if (after.to <= before.to || !(days || same_calendar_unit(before, after))) return std::nullopt;
  return NamedPeriod{.period = period_of_window({.from = before.to, .to = after.to}),
                     .earlier = named[0].name,
                     .later = named[1].name};
}

namespace {

void note_names(Report& report, const CustomerList& earlier, const CustomerList& later) {
  const std::optional<NamedPeriod> named = period_of_names(earlier, later);
  if (!named || !report.period || named->period.unit != report.period->unit ||
      named->period.days != report.period->days)
    return;
  report.assumptions.push_back(
      {.code = "period_from_names", .values = {{"name", named->earlier}, {"other", named->later}}});
}

}  // namespace

Report build_list_report(const CustomerList& earlier, const CustomerList& later, const CustomerList* still_earlier,
                         const QuestionSettings& settings, const std::vector<Benchmark>& figures) {
  Report report{.kind = "lists"};
  report.period = settings.period;
  note_names(report, earlier, later);
  const std::optional<std::int32_t> since = settings.from ? std::optional(settings.from->days) : std::nullopt;
  ReportLists lists{.comparison = compare_lists(earlier, later, still_earlier, since),
                    .ids = &earlier.customers,
                    .others = earlier.others};
  if (!earlier.value.empty()) {
    lists.values.reserve(lists.comparison.lost_customers.size());
    for (const std::uint32_t number : lists.comparison.lost_customers) {
      const std::int64_t value = earlier.value[number];
      lists.values.push_back(value == kNoMoney ? 0 : money_of(value));
    }
  }
  add_list_metrics(report, lists.comparison, settings, figures);
  keep_worth_winning_back(lists, settings.threshold);
  if (lists.comparison.first_seen_until)
    report.assumptions.push_back(
        {.code = "first_seen_tells", .values = {{"date", write_date({.days = *lists.comparison.first_seen_until})}}});
  if (!lists.comparison.returned && lists.comparison.new_or_returned > 0)
    report.issues.push_back(make_issue(IssueCode::NewOrReturned));
  say_if_nobody_is_shared(report, lists.comparison, earlier, later);
  say_who_may_be_shared(report, lists.comparison, earlier, later);
  report.lists = std::move(lists);
  return report;
}

}  // namespace kirnu

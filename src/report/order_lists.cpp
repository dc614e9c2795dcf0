#include "report/order_lists.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/date.h"
#include "metrics/order_visit.h"
#include "metrics/order_windows.h"
#include "report/list_metrics.h"
#include "report/period_answer.h"
#include "report/report_parts.h"
#include "report/timeline.h"

namespace kirnu {
namespace {

/// The calendar year, else the month, that all days lie in; the days themselves where there is none.
DayWindow calendar_window(const DayWindow& days) {
  const CivilDate first = civil_date({days.from}), last = civil_date({days.to - 1});
  if (first.year != last.year) return days;
  if (first.month == last.month)
    return {.from = first_of_month(first.year, first.month).days,
            .to = first_of_month(first.year, first.month + 1).days};
  return {.from = date_of(first.year, 1, 1).days, .to = date_of(first.year + 1, 1, 1).days};
}

/// What lies between the two files: a calendar unit where one follows upon the other, else the days from the end of one
/// to the end of the other. Absent where the later file ends first.
std::optional<Period> period_between(const DayWindow& earlier, const DayWindow& later) {
  const DayWindow before = calendar_window(earlier), after = calendar_window(later);
  if (before.to == after.from && same_calendar_unit(before, after)) return period_of_window(after);
  const std::int32_t days = later.to - earlier.to;
  return days > 0 ? std::optional(period_of_days(days)) : std::nullopt;
}

DaySpan span_between(const DayWindow& days) { return {.start = {.days = days.from}, .end = {.days = days.to}}; }

/// The period that the dates tell, unless somebody said one; files of unequal length are told.
void add_period_of_dates(Report& report, const DayWindow& earlier, const DayWindow& later) {
  if (!report.period) {
    report.period = period_between(earlier, later);
    if (report.period && report.period->unit == PeriodUnit::Days)
      report.assumptions.push_back({.code = "period_from_dates", .values = {{"days", report.period->days}}});
  }
  const bool unit = same_calendar_unit(calendar_window(earlier), calendar_window(later));
  if (unit || earlier.days() == later.days()) return;
  report.issues.push_back(
      make_issue(IssueCode::WindowsUnequal, {},
                 {{"before", static_cast<double>(earlier.days())}, {"after", static_cast<double>(later.days())}}));
}

Issue lists_turned(const DayWindow& days) {
  return make_issue(IssueCode::ListsTurned, "file",
                    {{"kind", std::string("transactions")},
                     {"date", write_date({.days = days.from})},
                     {"last", write_date({.days = days.to - 1})}});
}

}  // namespace

OrderList build_order_list(const TransactionTable& table, const ZoneOffsets& zone) {
  OrderList orders;
  const OrderOptions options{.zone = zone};
  const OrderVisitor visitor(table, options);
  constexpr std::uint32_t kNew = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> place(table.customers.size(), kNew);
  OrdersLeftOut left_out;
  visitor.visit(left_out, [&](const OrderRow& row) {
    if (row.refund) return;
    if (place[row.customer] == kNew) {
      place[row.customer] = orders.list.customers.add(table.customers.text(row.customer));
      orders.numbers.push_back(row.customer);
      if (visitor.has_money()) orders.list.value.push_back(0);
    }
    if (row.money != kNoMoney) orders.list.value[place[row.customer]] += row.money;
    const bool first = orders.days.to == 0 && orders.days.from == 0;
    orders.days.from = first ? row.day : std::min(orders.days.from, row.day);
    orders.days.to = first ? row.day + 1 : std::max(orders.days.to, row.day + 1);
  });
  visitor.visit(left_out, [&](const OrderRow& row) {
    const bool ours = row.refund && row.money != kNoMoney && place[row.customer] != kNew;
    if (ours) orders.list.value[place[row.customer]] += row.money;
  });
  return orders;
}

Report build_order_list_report(const TransactionTable& earlier, const TransactionTable& later,
                               const TransactionTable* still_earlier, const QuestionSettings& settings,
                               const std::vector<Benchmark>& figures) {
  const OrderList first = build_order_list(earlier, settings.zone), second = build_order_list(later, settings.zone);
  if (still_earlier == nullptr && second.days.days() > 0 && second.days.to <= first.days.from) {
    Report turned = build_order_list_report(later, earlier, nullptr, settings, figures);
    turned.issues.push_back(lists_turned(second.days));
    return turned;
  }
  const OrderList third = still_earlier != nullptr ? build_order_list(*still_earlier, settings.zone) : OrderList{};
  Report report{.kind = "lists"};
  report.period = settings.period;
  ReportLists lists{
      .comparison = compare_lists(first.list, second.list, still_earlier != nullptr ? &third.list : nullptr),
      .ids = &earlier.customers};
  for (std::uint32_t& number : lists.comparison.lost_customers) {
    if (!first.list.value.empty()) lists.values.push_back(money_of(first.list.value[number]));
    number = first.numbers[number];
  }
  if (first.days.days() > 0 && second.days.days() > 0) {
    add_period_of_dates(report, first.days, second.days);
    lists.before = span_between(first.days);
    lists.after = span_between(second.days);
  }
  add_list_metrics(report, lists.comparison, settings, figures);
  if (still_earlier == nullptr) report.issues.push_back(make_issue(IssueCode::NewOrReturned));
  say_if_nobody_is_shared(report, lists.comparison, first.list, second.list);
  say_who_may_be_shared(report, lists.comparison, first.list, second.list);
  keep_worth_winning_back(lists, settings.threshold);
  report.lists = std::move(lists);
  return report;
}

}  // namespace kirnu

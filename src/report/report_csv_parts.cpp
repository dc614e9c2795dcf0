#include "report/report_csv_parts.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "base/date.h"
#include "report/projection_report.h"
#include "report/report_csv.h"
#include "text/number_format.h"

namespace kirnu {
namespace {

std::string number(std::int64_t value) { return std::to_string(value); }
std::string number(double value) { return shortest_real(value); }
template <class T>
std::string number(const std::optional<T>& value) {
  return value ? number(*value) : std::string();
}

/// Cells that are ready: numbers, dates, and texts that went through csv_cell().
void write_row(std::string& out, std::initializer_list<std::string_view> cells) {
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!first) out += ',';
    out += cell;
    first = false;
  }
  out += "\r\n";
}

void write_header(std::string& out, std::string_view header) {
  out += "\r\n";
  out += header;
  out += "\r\n";
}

void write_flows(std::string& out, const Report& report) {
  if (report.series.empty() || !report.series.front().flow) return;
  write_header(out, "start,end,opening,new,reactivated,churned,closing,new_kept");
  for (const SeriesPeriod& entry : report.series) {
    const Flow& flow = *entry.flow;
    write_row(out, {entry.span->start, entry.span->end, number(flow.opening), number(flow.new_),
                    number(flow.reactivated), number(flow.churned), number(flow.closing), number(flow.new_kept)});
  }
}

void write_mrr(std::string& out, const Report& report) {
  if (report.currencies.empty() || report.series.empty()) return;
  write_header(out, "start,end,currency,opening,new,expansion,contraction,churned,reactivated,closing");
  const auto money = [](MrrSum sum) { return number(said_units(sum)); };
  for (const SeriesPeriod& entry : report.series) {
    for (std::size_t i = 0; i < entry.mrr.size(); ++i) {
      const MrrMovement& mrr = entry.mrr[i];
      const std::string start = entry.span ? entry.span->start : csv_cell(entry.label);
      const std::string end = entry.span ? entry.span->end : std::string();
      write_row(out, {start, end, csv_cell(report.currencies[i].currency), money(mrr.opening), money(mrr.new_),
                      money(mrr.expansion), money(mrr.contraction), money(mrr.churned), money(mrr.reactivation),
                      money(mrr.closing)});
    }
  }
}

/// Where there are several currencies, each one's metrics.
void write_currencies(std::string& out, const std::vector<ReportCurrency>& currencies) {
  if (currencies.size() < 2) return;
  write_header(out, "currency,metric,value,numerator,denominator");
  for (const ReportCurrency& one : currencies) {
    for (const ReportMetric& entry : one.metrics)
      write_row(out, {csv_cell(one.currency), entry.metric.id, number(entry.metric.value),
                      number(entry.metric.numerator), number(entry.metric.denominator)});
  }
}

void write_orders(std::string& out, const Report& report) {
  if (report.series.empty() || !report.series.front().orders) return;
  write_header(out, "start,end,customers,first_time,orders,value");
  for (const SeriesPeriod& entry : report.series) {
    const SeriesOrders& orders = *entry.orders;
    write_row(out, {entry.span->start, entry.span->end, number(orders.customers), number(orders.first_time),
                    number(orders.orders), number(orders.value)});
  }
}

void write_differences(std::string& out, const std::vector<ReportDifference>& differences) {
  if (differences.empty()) return;
  write_header(out, "why,customer");
  for (const ReportDifference& difference : differences) {
    for (const std::string& customer : difference.customers)
      write_row(out, {difference_name(difference.why), csv_cell(customer)});
  }
}

void write_cohorts(std::string& out, const CohortTable& table) {
  if (table.cohorts.empty()) return;
  write_header(out, "cohort,size,age,retained");
  for (const Cohort& cohort : table.cohorts) {
    const std::string name = cohort.dated ? write_date({.days = cohort.first_day}) : csv_cell(cohort.label);
    const bool shares = !cohort.shares.empty();
    for (std::size_t age = 0; age < cohort.ages(); ++age) {
      if (!cohort.is_counted(age)) continue;
      write_row(out, {name, shares ? std::string() : number(cohort.size()), std::to_string(age),
                      shares ? number(cohort.shares[age]) : number(cohort.retained[age])});
    }
  }
}

void write_survival(std::string& out, const ReportSurvival& survival) {
  write_header(out, "segment,t,at_risk,events,survival,low,high");
  for (const ReportCurve& entry : survival.curves) {
    const std::string segment = csv_cell(entry.segment.value_or(""));
    for (const SurvivalPoint& point : entry.curve.points) {
      const std::string low = point.interval ? number(point.interval->low) : std::string();
      const std::string high = point.interval ? number(point.interval->high) : std::string();
      write_row(out, {segment, number(point.time), number(point.at_risk), number(point.events), number(point.survival),
                      low, high});
    }
  }
}

void write_projection(std::string& out, const Projection& projection) {
  write_header(out, "t,observed,survival,low,high");
  const std::size_t rows = std::max(projection.observed.size(), projection.survival.size());
  const auto fitted = [](double value) { return shortest_real(value, kFittedDigits); };
  for (std::size_t t = 0; t < rows; ++t) {
    const bool band = t < projection.band.size();
    write_row(out, {std::to_string(t), t < projection.observed.size() ? number(projection.observed[t]) : std::string(),
                    t < projection.survival.size() ? fitted(projection.survival[t]) : std::string(),
                    band ? fitted(projection.band[t].low) : std::string(),
                    band ? fitted(projection.band[t].high) : std::string()});
  }
}

/// customers, value_lost, share, low, high; empty cells where shares alone are known.
template <class Row>
std::vector<std::string> share_cells(const Row& row) {
  const bool counted = row.interval.has_value();
  return {counted ? number(row.customers) : std::string(), number(row.value_lost), number(row.share),
          counted ? number(row.interval->low) : std::string(), counted ? number(row.interval->high) : std::string()};
}

void write_reasons(std::string& out, const std::vector<ReportReason>& reasons) {
  write_header(out, "reason,customers,value_lost,share,low,high,group");
  for (const ReportReason& entry : reasons) {
    const std::vector<std::string> cells = share_cells(entry);
    write_row(out, {csv_cell(entry.reason), cells[0], cells[1], cells[2], cells[3], cells[4], entry.group});
  }
}

void write_reason_groups(std::string& out, const std::vector<ReportReasonGroup>& groups) {
  write_header(out, "reason_group,customers,value_lost,share,low,high,involuntary");
  for (const ReportReasonGroup& group : groups) {
    const std::vector<std::string> cells = share_cells(group);
    write_row(out, {group.group, cells[0], cells[1], cells[2], cells[3], cells[4], group.involuntary ? "yes" : "no"});
  }
}

}  // namespace

std::string write_lost_csv(const ReportLists& lists) {
  std::string out = "lost_customer,value";
  for (const CodeColumn& other : lists.others) out += ',' + csv_cell(other.name);
  out += "\r\n";
  const std::vector<std::uint32_t>& customers = lists.comparison.lost_customers;
  for (std::size_t i = 0; i < customers.size(); ++i) {
    out += csv_cell(lists.ids->text(customers[i])) + ',';
    if (i < lists.values.size()) out += number(lists.values[i]);
    for (const CodeColumn& other : lists.others) out += ',' + csv_cell(other.text(customers[i]));
    out += "\r\n";
  }
  return out;
}

std::string write_buyers_csv(const ReportBuyers& buyers) {
  std::string out = "customer,orders,value,first_order,last_order,inactive\r\n";
  for (const Buyer& buyer : buyers.ranked) {
    write_row(out, {csv_cell(buyers.ids->text(buyer.customer)), std::to_string(buyer.orders),
                    buyers.has_value ? number(static_cast<double>(buyer.value) / kMoneyScale) : std::string(),
                    write_date({.days = buyer.first}), write_date({.days = buyer.last}),
                    is_inactive(buyer, buyers.inactive_days, buyers.as_of) ? "yes" : "no"});
  }
  return out;
}

void write_csv_parts(std::string& out, const Report& report) {
  write_flows(out, report);
  write_mrr(out, report);
  write_currencies(out, report.currencies);
  write_differences(out, report.differences);
  write_orders(out, report);
  if (report.cohorts) write_cohorts(out, *report.cohorts);
  if (report.survival) write_survival(out, *report.survival);
  if (report.projection) write_projection(out, report.projection->projection);
  if (report.lists) out += "\r\n" + write_lost_csv(*report.lists);
  if (!report.reasons.empty()) write_reasons(out, report.reasons);
  if (!report.reason_groups.empty()) write_reason_groups(out, report.reason_groups);
}

}  // namespace kirnu

#include "report/report_json_parts.h"

namespace kirnu::report_json {
namespace {

/// Of subscriptions all events; a table of counts knows what its rows say.
void add_counts(Json& row, const SeriesPeriod& entry) {
  if (entry.known != CountsKnown::All) {
    const bool ends = entry.known == CountsKnown::Ends || entry.known == CountsKnown::End;
    if (!ends) return;
    row["opening"] = entry.known == CountsKnown::Ends ? real(entry.totals.start) : Json();
    for (const char* key : {"new", "reactivated", "churned"}) row[key] = nullptr;
    row["closing"] = real(entry.totals.end);
    return;
  }
  row["opening"] = real(entry.totals.start);
  row["new"] = entry.flow ? Json(entry.flow->new_) : real(entry.totals.new_kept);
  row["reactivated"] = entry.flow ? Json(entry.flow->reactivated) : real(entry.totals.returned);
  row["churned"] = entry.flow ? Json(entry.flow->churned) : real(entry.totals.lost);
  row["closing"] = real(entry.totals.end);
  row["new_kept"] = real(entry.totals.new_kept);
}

void add_rates(Json& row, const SeriesPeriod& entry) {
  if (has_churn(entry)) row["metrics"]["customer_churn_rate"] = metric_json(entry.churn);
  for (const Metric& metric : entry.revenue) row["metrics"][std::string(metric.id)] = metric_json(metric);
  if (entry.events) row["metrics"]["churn_events_rate"] = metric_json(*entry.events);
  if (entry.normal_month_churn) row["metrics"]["monthly_churn_rate"] = {{"value", real(*entry.normal_month_churn)}};
  if (!entry.limits) return;
  row["limits"] = {
      {"low", real(entry.limits->low)}, {"high", real(entry.limits->high)}, {"outside", entry.limits->outside}};
}

Json mrr_json(const MrrMovement& movement) {
  const auto money = [](MrrSum sum) { return real(said_units(sum)); };
  return {{"opening", money(movement.opening)},     {"new", money(movement.new_)},
          {"expansion", money(movement.expansion)}, {"contraction", money(movement.contraction)},
          {"churned", money(movement.churned)},     {"reactivated", money(movement.reactivation)},
          {"closing", money(movement.closing)}};
}

void add_orders(Json& row, const SeriesOrders& orders) {
  row["customers"] = orders.customers;
  row["first_time"] = orders.first_time;
  row["orders"] = orders.orders;
  if (orders.value) row["value"] = real(*orders.value);
}

}  // namespace

/// The value is one number where there is one currency; several are never added.
Json totals_json(const FileTotals& totals) {
  Json json{{"customers", totals.customers}};
  if (totals.orders) json["orders"] = *totals.orders;
  if (totals.units) json["units"] = real(*totals.units);
  if (totals.money.size() == 1) json["value"] = real(totals.money.front().value);
  if (totals.money.size() < 2) return json;
  json["value"] = nullptr;
  json["values"] = Json::object();
  for (const FileTotals::Money& money : totals.money) json["values"][money.currency] = real(money.value);
  return json;
}

Json series_json(const std::vector<SeriesPeriod>& series, const std::vector<ReportCurrency>& currencies) {
  Json json = Json::array();
  for (const SeriesPeriod& entry : series) {
    Json row;
    if (entry.span) {
      row["start"] = entry.span->start;
      row["end"] = entry.span->end;
    }
    if (!entry.label.empty()) row["label"] = entry.label;
    if (!entry.complete) row["complete"] = false;
    if (entry.orders) {
      add_orders(row, *entry.orders);
      json.push_back(std::move(row));
      continue;
    }
    add_counts(row, entry);
    row["metrics"] = Json::object();
    if (entry.complete) add_rates(row, entry);
    for (std::size_t i = 0; i < entry.mrr.size(); ++i) row["mrr"][currencies[i].currency] = mrr_json(entry.mrr[i]);
    json.push_back(std::move(row));
  }
  return json;
}

Json trend_json(const Trend& trend) {
  return {{"test", "cochran_armitage"},
          {"periods", trend.periods},
          {"slope", real(trend.slope)},
          {"z", real(trend.z)},
          {"p", real(trend.p)}};
}

Json comparison_json(const Comparison& comparison, std::string_view with) {
  return {{"with", with},
          {"difference", real(comparison.difference)},
          {"low", real(comparison.interval.low)},
          {"high", real(comparison.interval.high)},
          {"p", real(comparison.p)},
          {"test", comparison.test}};
}

}  // namespace kirnu::report_json

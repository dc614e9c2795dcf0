#include <algorithm>
#include <span>

#include "text/number_format.h"
#include "view/axis.h"
#include "view/curve.h"
#include "view/parts.h"
#include "view/period_name.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostShown = 120;  ///< periods; the report has all

/// Amounts of several currencies, each by itself.
std::string money_text(const ViewContext& context, const FileTotals& totals) {
  std::string out;
  for (const FileTotals::Money& money : totals.money) {
    if (!out.empty()) out += " + ";
    out += shown_money(money.value, money.currency, context.state.language);
  }
  return out;
}

std::string totals_sentence(const ViewContext& context, const FileTotals& totals) {
  const auto count = [&](double value) { return format_count(value, context.state.language); };
  const WordValues values{{"customers", count(static_cast<double>(totals.customers))},
                          {"orders", count(static_cast<double>(totals.orders.value_or(0)))},
                          {"value", money_text(context, totals)}};
  return context.words.say_count(totals.money.empty() ? "orders.summary" : "orders.summary.value",
                                 static_cast<double>(totals.customers), values);
}

TableNode series_table(const ViewContext& context, std::span<const SeriesPeriod> series) {
  const Language language = context.state.language;
  const bool values = std::any_of(series.begin(), series.end(),
                                  [](const SeriesPeriod& entry) { return entry.orders && entry.orders->value; });
  TableNode table{.caption = context.words.say("orders.table")};
  table.columns = {{.label = context.words.say("column.period")}};
  for (const char* key : {"column.buyers", "column.first_time", "column.orders"})
    table.columns.push_back({.label = context.words.say(key), .numeric = true});
  if (values) table.columns.push_back({.label = with_only_currency(context, "column.value"), .numeric = true});
  const auto count = [&](std::int64_t value) { return cell(format_count(static_cast<double>(value), language)); };
  MoneyDecimals decimals;
  for (const SeriesPeriod& entry : series) decimals.add(entry.orders ? entry.orders->value : std::nullopt);
  for (const SeriesPeriod& entry : series) {
    if (!entry.orders) continue;
    std::vector<Cell> row{cell(period_name(context, entry)), count(entry.orders->customers),
                          count(entry.orders->first_time), count(entry.orders->orders)};
    if (values) row.push_back(cell(shown_number(entry.orders->value, decimals.count(), language)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// Names the bars beside the highest of them, where there are some.
void name_bars(const std::string& name, Chart& chart) {
  Point highest;
  for (const Shape& bar : chart.shapes) {
    const Point& corner = bar.points[1];
    if (corner.y > highest.y) highest = corner;
  }
  if (highest.y > 0)
    chart.labels.push_back(
        {.place = LabelPlace::Callout, .ink = Ink::Reference, .at = highest, .text = name, .small = true});
}

/// How many bought in each period, and over bars how many of them for the first time.
Chart series_chart(const ViewContext& context, std::span<const SeriesPeriod> series) {
  const Language language = context.state.language;
  const std::string buyers = context.words.say("column.buyers"), first_time = context.words.say("column.first_time");
  Chart chart;
  Shape line{.kind = ShapeKind::Line, .ink = Ink::Data, .points = {}};
  double most = 0;
  for (const SeriesPeriod& entry : series) {
    if (!entry.orders) continue;
    const auto at = static_cast<double>(chart.x.ticks.size());
    const auto customers = static_cast<double>(entry.orders->customers);
    const auto first = static_cast<double>(entry.orders->first_time);
    most = std::max(most, customers);
    const std::string name = period_name(context, entry);
    chart.x.ticks.push_back(period_tick(context, entry, at));
    chart.shapes.push_back(
        {.kind = ShapeKind::Bar, .ink = Ink::Reference, .points = {{at - kHalfBar, 0}, {at + kHalfBar, first}}});
    line.points.push_back({at, customers});
    const auto part = [&](const std::string& what, double count) { return what + " " + format_count(count, language); };
    chart.stops.push_back(
        {.at = line.points.back(),
         .text = name + ": " + part(buyers, customers) + " · " + part(first_time, first) + " · " +
                 part(context.words.say("column.orders"), static_cast<double>(entry.orders->orders))});
  }
  chart.x.low = -0.5;
  chart.x.high = static_cast<double>(chart.x.ticks.size()) - 0.5;
  chart.y = level_axis(most, language);
  chart.x.names_last = true;
  chart.labels.push_back(name_of_line(chart, line.points.back().y, Ink::Data, buyers));
  name_bars(first_time, chart);
  chart.shapes.push_back(std::move(line));
  return chart;
}

}  // namespace

std::vector<Node> build_orders(const ViewContext& context) {
  const Report& report = context.report;
  if (!report.file_totals || !report.file_totals->orders) return {};
  const std::string title = context.words.say("orders.title"), summary = totals_sentence(context, *report.file_totals);
  std::vector<Node> children;
  std::span<const SeriesPeriod> series = report.series;
  if (series.size() > kMostShown) series = series.last(kMostShown);
  if (!series.empty()) {
    TableNode table = series_table(context, series);
    if (table.rows.size() > 1) {
      ChartNode chart{.title = title, .summary = summary, .titled = true};
      chart.chart = series_chart(context, series);
      chart.table = std::move(table);
      children.push_back({.id = "chart_orders", .body = std::move(chart), .children = {}});
    } else {
      children.push_back({.id = "table_orders", .body = std::move(table), .children = {}});
    }
    if (!series.back().complete)
      children.push_back(text("orders_incomplete", TextStyle::Note, context.words.say("time.incomplete"), Tone::Muted));
  }
  return {section("orders", {.role = SectionRole::WideCard, .title = title, .text = summary}, std::move(children))};
}

}  // namespace kirnu

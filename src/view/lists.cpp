#include <algorithm>
#include <string>

#include "text/number_format.h"
#include "view/axis.h"
#include "view/curve.h"
#include "view/file_text.h"
#include "view/parts.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostLost = 100;  ///< by name; the CSV of the report has all
constexpr std::size_t kMostBars = 50;
constexpr std::size_t kMostStops = 60;
constexpr double kMost = 0.8;  ///< of the value, after Pareto

std::string count_text(const ViewContext& context, std::int64_t count) {
  return format_count(static_cast<double>(count), context.state.language);
}

std::string summary(const ViewContext& context, const ListComparison& lists) {
  const auto count = [&](std::int64_t value) { return count_text(context, value); };
  WordValues values{{"lost", count(lists.lost)},
                    {"kept", count(lists.kept)},
                    {"earlier", count(lists.earlier)},
                    {"later", count(lists.later)}};
  if (lists.new_ && lists.returned) {
    values.emplace_back("new", count(*lists.new_));
    values.emplace_back("returned", count(*lists.returned));
    return context.words.say("lists.summary.told", values);
  }
  values.emplace_back("new_or_returned", count(lists.new_or_returned));
  return context.words.say("lists.summary", values);
}

TableNode lost_table(const ViewContext& context, const ReportLists& lists) {
  const bool values = !lists.values.empty();
  TableNode table{.caption = context.words.say("lists.table")};
  table.columns = {{.label = context.words.say("column.customer")}};
  for (const CodeColumn& other : lists.others) table.columns.push_back({.label = shown_text(other.name)});
  if (values) table.columns.push_back({.label = with_only_currency(context, "column.value"), .numeric = true});
  const std::vector<std::uint32_t>& lost = lists.comparison.lost_customers;
  MoneyDecimals decimals;
  for (std::size_t i = 0; i < lists.values.size() && i < kMostLost; ++i) decimals.add(lists.values[i]);
  for (std::size_t i = 0; i < lost.size() && i < kMostLost; ++i) {
    std::vector<Cell> row{cell(shown_text(lists.ids->text(lost[i])))};
    for (const CodeColumn& other : lists.others) row.push_back(cell(shown_text(other.text(lost[i]))));
    if (values) row.push_back(cell(shown_number(lists.values[i], decimals.count(), context.state.language)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string customers_text(const ViewContext& context, double count) {
  return context.words.say_count("lists.customers", count, {{"number", format_count(count, context.state.language)}});
}

/// After Pareto: what each lost customer was worth, the most valuable first, and what they make up together. Nothing
/// where fewer than three were worth something.
std::optional<ChartNode> lost_value_chart(const ViewContext& context, const std::vector<double>& values) {
  double all = 0;
  std::size_t worth = 0;
  for (; worth < values.size() && values[worth] > 0; ++worth) all += values[worth];
  if (worth < 3) return std::nullopt;
  const Language language = context.state.language;
  ChartNode node{.title = context.words.say("lists.pareto")};
  node.table.columns = {{.label = context.words.say("column.customers"), .numeric = true},
                        {.label = context.words.say("column.share"), .numeric = true}};
  Chart& chart = node.chart;
  chart.x = count_axis(static_cast<double>(worth), language);
  name_last_tick(chart.x, context.words, "lists.customers");
  chart.y = share_axis(0, 1, language);
  Shape line{.kind = ShapeKind::Line, .ink = Ink::Data, .points = {{0, 0}}};
  Point most;
  double sum = 0;
  const std::size_t stride = stride_of(worth, kMostStops);
  for (std::size_t i = 0; i < worth; ++i) {
    const auto before = static_cast<double>(i);
    sum += values[i];
    const Point at{before + 1, sum / all};
    const bool enough = most.x == 0 && at.y >= kMost;
    if (enough) most = at;
    if (worth <= kMostBars)
      chart.shapes.push_back({.kind = ShapeKind::Bar,
                              .ink = Ink::Reference,
                              .points = {{before + 0.15, 0}, {at.x - 0.15, values[i] / all}}});
    if (!enough && i % stride != 0 && i + 1 != worth) continue;
    line.points.push_back(at);
    const std::string share = shown_percent(at.y, 1, language);
    chart.stops.push_back({.at = at, .text = customers_text(context, at.x) + ": " + share});
    node.table.rows.push_back({cell(format_count(at.x, language)), cell(share)});
  }
  chart.shapes.push_back(std::move(line));
  chart.shapes.push_back({.kind = ShapeKind::BigDot, .ink = Ink::Own, .points = {most}});
  const std::string share = shown_percent(most.y, 0, language);
  chart.labels.push_back({.place = LabelPlace::Callout,
                          .ink = Ink::Own,
                          .at = most,
                          .text = customers_text(context, most.x) + ": " + share,
                          .strong = true});
  node.summary = context.words.say_count("lists.pareto.summary", most.x,
                                         {{"few", format_count(most.x, language)},
                                          {"all", format_count(static_cast<double>(values.size()), language)},
                                          {"share", share}});
  return node;
}

}  // namespace

std::vector<Node> build_lists(const ViewContext& context) {
  if (!context.report.lists) return {};
  const ReportLists& lists = *context.report.lists;
  std::vector<Node> children;
  if (lists.before && lists.after) {
    children.push_back(text(
        "list_windows", TextStyle::Note,
        context.words.say("lists.windows", {{"before", days_text(context, lists.before->start, lists.before->end)},
                                            {"after", days_text(context, lists.after->start, lists.after->end)}})));
  }
  if (lists.threshold) {
    const WordValues values{{"worth", count_text(context, static_cast<std::int64_t>(lists.values.size()))},
                            {"lost", count_text(context, lists.comparison.lost)},
                            {"threshold", metric_text(context, *lists.threshold, MetricUnit::Money)},
                            {"value", metric_text(context, lists.worth_value, MetricUnit::Money)}};
    children.push_back(text("worth_winning_back", TextStyle::Body, context.words.say("lists.worth", values)));
  }
  if (std::optional<ChartNode> chart; !lists.threshold && (chart = lost_value_chart(context, lists.values)))
    children.push_back({.id = "chart_lost_value", .body = *std::move(chart), .children = {}});
  if (!lists.comparison.lost_customers.empty())
    children.push_back({.id = "table_lost", .body = lost_table(context, lists), .children = {}});
  if (lists.comparison.lost_customers.size() > kMostLost) {
    children.push_back(
        text("lost_capped", TextStyle::Note,
             context.words.say(
                 "lists.capped",
                 {{"shown", count_text(context, kMostLost)},
                  {"all", count_text(context, static_cast<std::int64_t>(lists.comparison.lost_customers.size()))}}),
             Tone::Muted));
  }
  if (lists.comparison.lost > 0) {
    ButtonNode download{.label = context.words.say("lists.download")};
    download.download = "lost_customers.csv";
    children.push_back({.id = "lost_customers", .body = std::move(download), .children = {}});
  }
  return {section("lists",
                  {.role = SectionRole::WideCard,
                   .title = context.words.say("lists.title"),
                   .text = summary(context, lists.comparison)},
                  std::move(children))};
}

std::vector<Node> build_halved(const ViewContext& context) {
  if (!context.report.halved) return {};
  const PurchaseRate& rate = context.report.halved->rate;
  const std::string key = context.report.halved->measure == PurchaseMeasure::Value ? "halved.value" : "halved.orders";
  std::vector<Node> figures;
  if (find_metric(context.report, "halved_churn_rate") != nullptr)
    figures.push_back(metric_node(context, "halved_churn_rate"));
  SectionNode body{.role = SectionRole::Card, .title = context.words.say("halved.title")};
  body.text = context.words.say(key, {{"lost", count_text(context, rate.lost)},
                                      {"base", count_text(context, rate.base)},
                                      {"stopped", count_text(context, rate.stopped)},
                                      {"exactly_half", count_text(context, rate.exactly_half)}});
  return {section("halved", std::move(body),
                  {section("halved_figures", {.role = SectionRole::Figures}, std::move(figures))})};
}

}  // namespace kirnu

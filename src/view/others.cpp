#include <algorithm>
#include <array>
#include <utility>

#include "base/sort.h"

#include "text/number_format.h"
#include "view/axis.h"
#include "view/parts.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

/// The figures that the chart always shows; the chosen one comes to them, and the table has all.
constexpr auto kHeadline = std::to_array<std::string_view>(
    {"ten-percent-test", "kbcm-2016", "vodafone-de-2024", "recurly-b2b", "recurly-b2c"});

bool is_share_of_customers(const Benchmark& figure) {
  return figure.measure == "customer_churn_rate" || figure.measure == "customer_retention_rate";
}

std::vector<const BenchmarkResult*> chosen_results(const ViewContext& context) {
  std::vector<const BenchmarkResult*> chosen;
  for (const BenchmarkResult& result : context.report.benchmarks) {
    const bool headline = std::find(kHeadline.begin(), kHeadline.end(), result.figure->id) != kHeadline.end();
    if (result.judgement.converted_churn && (headline || result.figure->id == context.state.benchmark))
      chosen.push_back(&result);
  }
  sort_items(chosen, [](const BenchmarkResult* a, const BenchmarkResult* b) {
    return std::pair(*a->judgement.converted_churn, a) < std::pair(*b->judgement.converted_churn, b);
  });
  return chosen;
}

Node figure_select(const ViewContext& context) {
  SelectNode select{.label = context.words.say("benchmark.label"), .help = {}, .value = context.state.benchmark};
  for (const Benchmark& figure : context.figures) {
    if (is_share_of_customers(figure))
      select.options.push_back({.value = figure.id, .label = figure_name(context, figure)});
  }
  return {.id = "benchmark", .body = std::move(select), .children = {}};
}

void add_own(const ViewContext& context, const Metric& churn, Chart& chart) {
  const Language language = context.state.language;
  const std::string rate = share_in_words(*churn.value, language);
  chart.rows.push_back(context.words.say("others.own"));
  chart.strong_rows.push_back(true);
  double right = *churn.value;
  if (churn.interval) {
    chart.shapes.push_back({.kind = ShapeKind::Interval,
                            .ink = Ink::OwnBand,
                            .points = {{churn.interval->low, 0}, {churn.interval->high, 0}}});
    right = churn.interval->high;
  }
  chart.shapes.push_back({.kind = ShapeKind::BigDot, .ink = Ink::Own, .points = {{*churn.value, 0}}});
  chart.labels.push_back(
      {.place = LabelPlace::RightOf, .ink = Ink::Ink, .at = {right, 0}, .text = rate, .strong = true, .small = false});
  const std::string interval =
      churn.interval ? format_interval(churn.interval->low, churn.interval->high, 1, language) : "–";
  chart.stops.push_back({.at = {*churn.value, 0},
                         .text = context.words.say("others.stop.own", {{"rate", rate}, {"interval", interval}})});
}

Chart build_chart(const ViewContext& context, const Metric& churn, const std::vector<const BenchmarkResult*>& results) {
  Chart chart;
  double highest = churn.interval ? churn.interval->high : *churn.value;
  for (const BenchmarkResult* result : results) highest = std::max(highest, *result->judgement.converted_churn);
  chart.x = share_axis(0, highest, context.state.language);
  add_own(context, churn, chart);
  for (const BenchmarkResult* result : results) {
    const Point at{*result->judgement.converted_churn, static_cast<double>(chart.rows.size())};
    const std::string rate = share_in_words(at.x, context.state.language);
    const std::string name = figure_name(context, *result->figure);
    chart.rows.push_back(name);
    chart.strong_rows.push_back(result->figure->id == context.state.benchmark);
    chart.shapes.push_back({.kind = ShapeKind::Diamond, .ink = Ink::Reference, .points = {at}});
    chart.labels.push_back(
        {.place = LabelPlace::RightOf, .ink = Ink::Ink, .at = at, .text = rate, .strong = false, .small = false});
    chart.stops.push_back({.at = at, .text = context.words.say("others.stop", {{"name", name}, {"rate", rate}})});
  }
  chart.y = {.low = -0.5, .high = static_cast<double>(chart.rows.size()) - 0.5, .ticks = {}};
  return chart;
}

Cell verdict_cell(const ViewContext& context, Verdict verdict) {
  switch (verdict) {
    case Verdict::Better: return cell("▲ " + context.words.say("verdict.better"), Tone::Good);
    case Verdict::Worse: return cell("▼ " + context.words.say("verdict.worse"), Tone::Bad);
    case Verdict::Unclear: return cell("≈ " + context.words.say("verdict.unclear"), Tone::Unsure);
    case Verdict::None: return cell("–", Tone::Muted);
  }
  return cell("–", Tone::Muted);
}

TableNode chart_table(const ViewContext& context, const Metric& churn,
                      const std::vector<const BenchmarkResult*>& results) {
  const Language language = context.state.language;
  TableNode table{.caption = context.words.say("others.table"), .columns = {}, .rows = {}};
  table.columns = {{.label = context.words.say("column.figure"), .numeric = false},
                   {.label = context.words.say("column.converted"), .numeric = true},
                   {.label = context.words.say("column.verdict"), .numeric = false}};
  table.rows.push_back(
      {cell(context.words.say("others.own")), cell(format_percent(*churn.value, 2, language)), cell("")});
  for (const BenchmarkResult* result : results) {
    table.rows.push_back({cell(figure_name(context, *result->figure)),
                          cell(format_percent(*result->judgement.converted_churn, 2, language)),
                          verdict_cell(context, result->judgement.verdict)});
  }
  return table;
}

/// "3,8 % verloren im Monat"
std::string published_text(const ViewContext& context, const Benchmark& figure) {
  const bool whole = figure.percent * 10 == static_cast<double>(static_cast<long>(figure.percent * 10));
  const std::string percent = format_percent(figure.percent / 100, whole ? 1 : 2, context.state.language);
  std::string key = "published." + figure.measure;
  if (figure.measure == "customer_churn_rate") key = "published.churn";
  if (figure.measure == "customer_retention_rate") key = "published.kept";
  return context.words.say(key, {{"figure", percent}, {"per_period", per_period(context, figure.period)}});
}

std::string source_text(const ViewContext& context, const Benchmark& figure) {
  std::string source = figure_words(context, figure.source.empty() ? figure.publisher : figure.source);
  if (!figure.data_year.empty()) source += ", " + figure_words(context, figure.data_year);
  if (!figure.sample.empty()) source += ", " + figure_words(context, figure.sample);
  const std::string key = "confidence." + figure.confidence;
  if (context.words.has(key)) source += " (" + context.words.say(key) + ")";
  return source;
}

Node all_figures(const ViewContext& context) {
  TableNode table{.caption = context.words.say("others.all"), .columns = {}, .rows = {}};
  for (const char* key : {"column.figure", "column.published", "column.converted", "column.verdict", "column.source"}) {
    table.columns.push_back({.label = context.words.say(key), .numeric = std::string_view(key) == "column.converted"});
  }
  for (const BenchmarkResult& result : context.report.benchmarks) {
    const std::optional<double>& converted = result.judgement.converted_churn;
    table.rows.push_back({cell(figure_name(context, *result.figure)), cell(published_text(context, *result.figure)),
                          cell(converted ? format_percent(*converted, 1, context.state.language) : "–"),
                          verdict_cell(context, result.judgement.verdict),
                          cell(source_text(context, *result.figure), Tone::Muted)});
  }
  SectionNode body{.role = SectionRole::Fold, .title = context.words.say("others.all")};
  body.open = context.state.open.count("all_figures") > 0;
  return section("all_figures", std::move(body), {{.id = "table_figures", .body = std::move(table), .children = {}}});
}

}  // namespace

std::vector<Node> build_others(const ViewContext& context) {
  const std::string title = context.words.say("others.title");
  const ReportMetric* entry = find_metric(context.report, "customer_churn_rate");
  if (entry == nullptr || !entry->metric.value) return {};
  std::vector<Node> children;
  if (!context.report.period) {
    children.push_back(text("others_empty", TextStyle::Note, context.words.say("others.empty"), Tone::Muted));
    children.push_back(figure_select(context));
    return {section("others", {.role = SectionRole::Card, .title = title}, std::move(children))};
  }
  const std::vector<const BenchmarkResult*> results = chosen_results(context);
  ChartNode chart{.title = title};
  chart.summary = say_for_period(context, "others.summary", *context.report.period);
  chart.chart = build_chart(context, entry->metric, results);
  chart.table = chart_table(context, entry->metric, results);
  children.push_back({.id = "chart_others", .body = std::move(chart), .children = {}});
  children.push_back(figure_select(context));
  return {section("others", {.role = SectionRole::Card}, std::move(children))};
}

std::vector<Node> build_all_figures(const ViewContext& context) {
  if (context.report.benchmarks.empty()) return {};
  return {section("others_all", {.role = SectionRole::WideCard}, {all_figures(context)})};
}

}  // namespace kirnu

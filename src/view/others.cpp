#include <algorithm>
#include <array>
#include <utility>

#include "base/sort.h"

#include "view/axis.h"
#include "view/parts.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

/// The figures that the chart always shows; the chosen one comes to them, and the table has all.
constexpr auto kHeadline =
    std::to_array<std::string_view>({kRuleOfThumb, "kbcm-2016", "vodafone-de-2024", "recurly-b2b", "recurly-b2c"});

bool is_share_of_customers(const Benchmark& figure) {
  return figure.measure == "customer_churn_rate" || figure.measure == "customer_retention_rate";
}

/// Whether a figure is of the audience and industry that were chosen; one about everybody is of each audience.
bool is_of_choice(const State& state, const Benchmark& figure) {
  const bool audience = state.audience == "all" || figure.audience == state.audience || figure.audience == "all";
  return audience && (state.industry == "all" || figure.industry == state.industry);
}

/// The usual figures, or all of an industry; the chosen one is always among them.
std::vector<const BenchmarkResult*> chosen_results(const ViewContext& context) {
  std::vector<const BenchmarkResult*> chosen;
  for (const BenchmarkResult& result : context.report.benchmarks) {
    const Benchmark& figure = *result.figure;
    const bool headline = std::find(kHeadline.begin(), kHeadline.end(), figure.id) != kHeadline.end();
    const bool shown = is_of_choice(context.state, figure) && (headline || context.state.industry != "all");
    const bool leads = figure.id == figure_to_compare(context) || figure.id == kRuleOfThumb;
    if (result.judgement.converted_churn && (shown || leads)) chosen.push_back(&result);
  }
  sort_items(chosen, [](const BenchmarkResult* a, const BenchmarkResult* b) {
    return std::pair(*a->judgement.converted_churn, a) < std::pair(*b->judgement.converted_churn, b);
  });
  return chosen;
}

Node figure_select(const ViewContext& context) {
  SelectNode select{
      .label = context.words.say("benchmark.label"), .help = {}, .value = std::string(figure_to_compare(context))};
  for (const Benchmark& figure : context.figures) {
    const bool offered = is_of_choice(context.state, figure) || figure.id == figure_to_compare(context);
    if (is_share_of_customers(figure) && offered)
      select.options.push_back({.value = figure.id, .label = figure_name(context, figure)});
  }
  return {.id = "benchmark", .body = std::move(select), .children = {}};
}

Node audience_select(const ViewContext& context) {
  SelectNode select{.label = context.words.say("audience.label"), .help = {}, .value = context.state.audience};
  for (const std::string audience : {"all", "b2b", "b2c"})
    select.options.push_back({.value = audience, .label = context.words.say("audience." + audience)});
  return {.id = "audience", .body = std::move(select), .children = {}};
}

/// The industries that some figure is about, of the audience that was chosen.
Node industry_select(const ViewContext& context) {
  SelectNode select{.label = context.words.say("industry.label"), .help = {}, .value = context.state.industry};
  select.options.push_back({.value = "all", .label = context.words.say("industry.all")});
  State every;
  every.audience = context.state.audience;
  for (const Benchmark& figure : context.figures) {
    const bool offered = is_of_choice(every, figure) || figure.industry == context.state.industry;
    const auto known = std::find_if(select.options.begin(), select.options.end(),
                                    [&](const Option& option) { return option.value == figure.industry; });
    if (figure.industry.empty() || !offered || known != select.options.end()) continue;
    const std::string key = "industry." + figure.industry;
    select.options.push_back(
        {.value = figure.industry, .label = context.words.has(key) ? context.words.say(key) : figure.industry});
  }
  return {.id = "industry", .body = std::move(select), .children = {}};
}

Node choices(const ViewContext& context) {
  return section("others_choices", {.role = SectionRole::Row},
                 {audience_select(context), industry_select(context), figure_select(context)});
}

void add_own(const ViewContext& context, const Metric& churn, Chart& chart) {
  const Language language = context.state.language;
  const std::string rate = share_in_words(*churn.value, language);
  chart.rows.push_back(context.words.say("others.own"));
  chart.strong_rows.push_back(true);
  if (churn.interval)
    chart.shapes.push_back({.kind = ShapeKind::Interval,
                            .ink = Ink::OwnBand,
                            .points = {{churn.interval->low, 0}, {churn.interval->high, 0}}});
  chart.shapes.push_back({.kind = ShapeKind::BigDot, .ink = Ink::Own, .points = {{*churn.value, 0}}});
  chart.labels.push_back({.place = LabelPlace::Above,
                          .ink = Ink::Ink,
                          .at = {*churn.value, 0},
                          .text = rate,
                          .strong = true,
                          .small = false});
  const std::string interval =
      churn.interval ? shown_interval(churn.interval->low, churn.interval->high, 1, language) : "–";
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
    chart.strong_rows.push_back(result->figure->id == figure_to_compare(context));
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
      {cell(context.words.say("others.own")), cell(shown_percent(*churn.value, 2, language)), cell("")});
  for (const BenchmarkResult* result : results) {
    table.rows.push_back({cell(figure_name(context, *result->figure)),
                          cell(shown_percent(*result->judgement.converted_churn, 2, language)),
                          verdict_cell(context, result->judgement.verdict)});
  }
  return table;
}

/// "3,8 % verloren im Monat"
std::string published_text(const ViewContext& context, const Benchmark& figure) {
  const bool whole = figure.percent * 10 == static_cast<double>(static_cast<long>(figure.percent * 10));
  const std::string percent = shown_percent(figure.percent / 100, whole ? 1 : 2, context.state.language);
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
    if (!is_of_choice(context.state, *result.figure)) continue;
    const std::optional<double>& converted = result.judgement.converted_churn;
    table.rows.push_back({cell(figure_name(context, *result.figure)), cell(published_text(context, *result.figure)),
                          cell(converted ? shown_percent(*converted, 1, context.state.language) : "–"),
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
  if (context.report.period) {
    const std::vector<const BenchmarkResult*> results = chosen_results(context);
    ChartNode chart{.title = title};
    chart.summary = say_for_period(context, "others.summary", *context.report.period);
    chart.chart = build_chart(context, entry->metric, results);
    chart.table = chart_table(context, entry->metric, results);
    children.push_back({.id = "chart_others", .body = std::move(chart), .children = {}});
  } else {
    children.push_back(text("others_empty", TextStyle::Note, context.words.say("others.empty"), Tone::Muted));
  }
  children.push_back(choices(context));
  if (!context.report.benchmarks.empty()) children.push_back(all_figures(context));
  const std::string own_title = context.report.period ? std::string() : title;
  return {section("others", {.role = SectionRole::WideCard, .title = own_title}, std::move(children))};
}

}  // namespace kirnu

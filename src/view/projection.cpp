#include <algorithm>

#include "text/number_format.h"
#include "view/axis.h"
#include "view/curve.h"
#include "view/parts.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

std::string count_text(const ViewContext& context, std::size_t count) {
  return format_count(static_cast<double>(count), context.state.language);
}

std::string model_name(const ViewContext& context, const Projection& projection) {
  return context.words.say("model." + std::string(lifetime_model_name(projection.fit.model)));
}

void add_stop(const ViewContext& context, const char* key, const Point& at, Chart& chart) {
  chart.stops.push_back({.at = at,
                         .text = context.words.say(key, {{"t", format_count(at.x, context.state.language)},
                                                         {"share", share_in_words(at.y, context.state.language)}})});
}

/// In which unit the data count.
std::string unit_of(const ViewContext& context) {
  const std::string& unit = context.report.projection->unit;
  return unit.empty() ? "none" : unit;
}

/// What was measured as dots, the law as a line through and beyond them, with its band.
Chart build_chart(const ViewContext& context, const Projection& projection) {
  Chart chart;
  const std::size_t last = std::max(projection.horizon, projection.observed.size() - 1);
  chart.x = length_axis(static_cast<double>(last), unit_of(context), context.state.language);
  name_last_tick(chart.x, context.words, "lifetime.periods." + unit_of(context));
  chart.y = share_axis(0, 1, context.state.language);
  std::vector<BandPoint> band;
  for (const Interval& between : projection.band) band.push_back({static_cast<double>(band.size()), between});
  add_band(chart, band);
  Shape line{.kind = ShapeKind::Line, .ink = Ink::Own, .points = {}};
  Shape dots{.kind = ShapeKind::Dot, .ink = Ink::Data, .points = {}};
  for (std::size_t t = 0; t <= last; ++t) {
    const auto x = static_cast<double>(t);
    const bool measured = t < projection.observed.size() && projection.observed[t];
    if (measured) dots.points.push_back({x, *projection.observed[t]});
    if (t <= projection.horizon) line.points.push_back({x, projection.survival[t]});
    if (measured) add_stop(context, "projection.stop.observed", dots.points.back(), chart);
    else if (t <= projection.horizon) add_stop(context, "projection.stop", line.points.back(), chart);
  }
  chart.labels.push_back(name_of_line(chart, line.points.back().y, Ink::Own,
                                      share_in_words(line.points.back().y, context.state.language)));
  chart.shapes.push_back(std::move(line));
  chart.shapes.push_back(std::move(dots));
  return chart;
}

TableNode points_table(const ViewContext& context, const Projection& projection) {
  constexpr std::size_t kMostRows = 120;
  const Language language = context.state.language;
  TableNode table{.caption = context.words.say("projection.table")};
  table.columns = {{.label = context.words.say("column.period")}};
  for (const char* key : {"column.measured", "column.by_model"})
    table.columns.push_back({.label = context.words.say(key), .numeric = true});
  if (!projection.band.empty())
    table.columns.push_back({.label = context.words.say("column.interval"), .numeric = true});
  const std::size_t rows = std::max(projection.horizon + 1, projection.observed.size());
  for (std::size_t t = 0; t < rows; t += stride_of(rows, kMostRows)) {
    const bool measured = t < projection.observed.size() && projection.observed[t], fitted = t <= projection.horizon;
    std::vector<Cell> row{cell(count_text(context, t)),
                          cell(measured ? shown_percent(*projection.observed[t], 2, language) : "–"),
                          cell(fitted ? shown_percent(projection.survival[t], 2, language) : "–")};
    if (!projection.band.empty()) {
      const Interval interval = fitted ? projection.band[t] : Interval{};
      row.push_back(cell(fitted ? shown_interval(interval.low, interval.high, 1, language) : "–"));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string fit_text(const ViewContext& context, const Projection& projection) {
  std::string parameters;
  for (const NamedParameter& one : named_parameters(projection.fit.model, projection.fit.parameters)) {
    if (!parameters.empty()) parameters += ", ";
    const std::string name = one.name == "p" ? "p" : context.words.say("letter." + std::string(one.name));
    parameters += name + " = " + shown_number(one.value, 3, context.state.language);
  }
  return context.words.say("projection.fit",
                           {{"model", model_name(context, projection)},
                            {"periods", count_text(context, projection.fit_periods)},
                            {"parameters", parameters},
                            {"value", shown_number(projection.fit.log_likelihood, 1, context.state.language)}});
}

/// A length in periods, in the unit that the data have.
Node length_node(const ViewContext& context, std::string_view id) {
  Node node = metric_node(context, id);
  MetricNode& metric = *std::get_if<MetricNode>(&node.body);
  if (!metric.value) return node;
  metric.text = context.words.say("lifetime.periods." + unit_of(context), {{"number", metric.text}});
  metric.word = true;
  return node;
}

Node model_select(const ViewContext& context, LifetimeModel chosen) {
  SelectNode select{
      .label = context.words.say("choice.model"), .help = {}, .value = std::string(lifetime_model_name(chosen))};
  for (const LifetimeModel model : {LifetimeModel::Sbg, LifetimeModel::Bdw, LifetimeModel::Geometric}) {
    const std::string name(lifetime_model_name(model));
    select.options.push_back({.value = name, .label = context.words.say("choice.model." + name)});
  }
  return {.id = "model", .body = std::move(select), .children = {}};
}

}  // namespace

std::string projection_summary(const ViewContext& context) {
  const Projection& projection = context.report.projection->projection;
  return context.words.say("projection.summary",
                           {{"time", context.words.say("lifetime.periods." + unit_of(context),
                                                       {{"number", count_text(context, projection.horizon)}})},
                            {"share", share_in_words(projection.survival.back(), context.state.language)},
                            {"model", model_name(context, projection)},
                            {"observed", count_text(context, projection.observed.size() - 1)}});
}

std::vector<Node> build_projection(const ViewContext& context) {
  if (!context.report.projection) return {};
  const Projection& projection = context.report.projection->projection;
  const LifetimeFit& fit = projection.fit;
  ChartNode chart{.title = context.words.say("projection.title")};
  chart.summary = projection_summary(context);
  chart.chart = build_chart(context, projection);
  chart.table = points_table(context, projection);
  std::vector<Node> children;
  children.push_back({.id = "chart_projection", .body = std::move(chart), .children = {}});
  std::vector<Node> figures{metric_node(context, lifetime_model_name(fit.model)),
                            length_node(context, "projected_rmst"), length_node(context, "derl")};
  children.push_back(section("projection_figures", {.role = SectionRole::Figures}, std::move(figures)));
  const bool banded = !projection.band.empty();
  children.push_back(text("projection_band", TextStyle::Note,
                          context.words.say(banded ? "projection.band" : "projection.no_band"), Tone::Muted));
  if (fit.model != LifetimeModel::Geometric && fit.parameters.alpha * fit.parameters.c <= 1)
    children.push_back(text("projection_endless", TextStyle::Note,
                            context.words.say("projection.endless",
                                              {{"condition", fit.model == LifetimeModel::Bdw ? "α·c ≤ 1" : "α ≤ 1"}})));
  SectionNode choices{.role = SectionRole::Fold, .title = context.words.say("projection.choices")};
  choices.open = context.state.open.count("projection_choices") > 0;
  std::vector<Node> fields{model_select(context, fit.model), field_node(context, "fit_periods", true),
                           field_node(context, "horizon", true)};
  if (context.report.projection->percent) fields.push_back(field_node(context, "cohort_size", true));
  fields.push_back(text("projection_fit", TextStyle::Note, fit_text(context, projection), Tone::Muted));
  children.push_back(section("projection_choices", std::move(choices), std::move(fields)));
  return {section("projection", {.role = SectionRole::WideCard}, std::move(children))};
}

}  // namespace kirnu

#include <algorithm>
#include <cmath>

#include "base/sort.h"

#include "text/number_format.h"
#include "view/axis.h"
#include "view/curve.h"
#include "view/file_text.h"
#include "view/lifetime_unit.h"
#include "view/parts.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostRows = 100;
constexpr std::size_t kMostStops = 60;
constexpr double kMostTicks = 150;  ///< of those last seen, on a curve

/// A time on the axis: "31 days", "3.2 months"; "Month 3" where the data count whole months.
std::string point_text(const ViewContext& context, double time) {
  const std::string& unit = context.report.survival->unit;
  if (unit.empty() || unit == "day") return lifetime_text(context, time);
  return context.words.say("period." + unit) + " " + format_count(time, context.state.language);
}

std::string curve_name(const ViewContext& context, const ReportCurve& entry) {
  return entry.segment ? shown_text(*entry.segment) : context.words.say("survival.everybody");
}

/// Everybody, or the groups where there are some.
std::vector<const ReportCurve*> drawn_curves(const ReportSurvival& survival) {
  std::vector<const ReportCurve*> curves;
  const bool groups = survival.curves.size() > 1;
  for (const ReportCurve& entry : survival.curves) {
    if (entry.curve.n > 0 && entry.segment.has_value() == groups) curves.push_back(&entry);
  }
  return curves;
}

Ink ink_of(std::size_t index) { return index == 0 ? Ink::Data : index == 1 ? Ink::Own : Ink::Reference; }

/// The interval around a curve, in steps.
std::vector<BandPoint> band_of(const SurvivalCurve& curve) {
  std::vector<BandPoint> band;
  Interval before{.low = 1, .high = 1};
  for (const SurvivalPoint& point : curve.points) {
    if (!point.interval) break;
    band.push_back({point.time, before});
    before = *point.interval;
    band.push_back({point.time, before});
  }
  return band;
}

/// Where somebody was last seen, still there.
void add_censored(const SurvivalCurve& curve, Ink ink, Chart& chart) {
  Shape ticks{.kind = ShapeKind::Ticks, .ink = ink, .points = {}};
  std::size_t passed = 0;
  for (const TimedCount& seen : curve.censored) {
    while (passed < curve.points.size() && curve.points[passed].time <= seen.time) ++passed;
    const Point at{seen.time, passed == 0 ? 1 : curve.points[passed - 1].survival};
    if (ticks.points.empty() || at.x - ticks.points.back().x >= chart.x.high / kMostTicks) ticks.points.push_back(at);
  }
  if (!ticks.points.empty()) chart.shapes.push_back(std::move(ticks));
}

void add_curve(const ViewContext& context, const ReportCurve& entry, std::size_t index, bool named, Chart& chart) {
  constexpr std::size_t kDashes = 3;
  const auto dash = static_cast<double>(index % kDashes);
  Shape line{.kind = ShapeKind::Step, .ink = ink_of(index), .points = {{0, 1}}, .dash = dash};
  double last = 1;
  const std::size_t stride = stride_of(entry.curve.points.size(), kMostStops);
  for (std::size_t i = 0; i < entry.curve.points.size(); ++i) {
    const SurvivalPoint& point = entry.curve.points[i];
    line.points.push_back({point.time, point.survival});
    last = point.survival;
    if (i % stride != 0) continue;
    chart.stops.push_back({.at = {point.time, point.survival},
                           .text = context.words.say(
                               "survival.stop", {{"name", curve_name(context, entry)},
                                                 {"time", point_text(context, point.time)},
                                                 {"share", share_in_words(point.survival, context.state.language)}})});
  }
  line.points.push_back({entry.curve.last_time, last});
  chart.shapes.push_back(std::move(line));
  add_censored(entry.curve, ink_of(index), chart);
  const std::string share = share_in_words(last, context.state.language);
  chart.labels.push_back(
      name_of_line(chart, last, ink_of(index), named ? curve_name(context, entry) + " " + share : share));
}

/// Where half of them were gone.
void mark_median(const ViewContext& context, const SurvivalCurve& curve, Chart& chart) {
  if (!curve.median.value) return;
  const Point half{*curve.median.value, 0.5};
  chart.shapes.push_back({.kind = ShapeKind::BigDot, .ink = Ink::Own, .points = {half}});
  chart.labels.push_back(
      {.place = LabelPlace::Callout,
       .ink = Ink::Own,
       .at = half,
       .text = context.words.say("survival.half", {{"time", lifetime_in_words(context, *curve.median.value)}}),
       .strong = true});
}

/// Ticks stand at round numbers of the unit that is told, in the data's own unit as everything on the chart.
Axis time_axis(const ViewContext& context, double longest) {
  const LifetimeUnit unit = lifetime_unit(context.report);
  Axis axis = length_axis(longest / unit.length, unit.name, context.state.language);
  if (!unit.name.empty()) name_last_tick(axis, context.words, "lifetime.periods." + unit.name);
  axis.high *= unit.length;
  for (Tick& tick : axis.ticks) tick.at *= unit.length;
  return axis;
}

Chart build_chart(const ViewContext& context, const std::vector<const ReportCurve*>& curves) {
  Chart chart;
  double longest = 0;
  for (const ReportCurve* entry : curves) longest = std::max(longest, entry->curve.last_time);
  chart.x = time_axis(context, longest);
  chart.y = share_axis(0, 1, context.state.language);
  if (curves.size() == 1) add_band(chart, band_of(curves.front()->curve));
  for (std::size_t i = 0; i < curves.size(); ++i) add_curve(context, *curves[i], i, curves.size() > 1, chart);
  if (curves.size() == 1) mark_median(context, curves.front()->curve, chart);
  sort_items(chart.stops, [](const Stop& a, const Stop& b) { return a.at.x < b.at.x; });
  return chart;
}

/// How many were still observed at each tick of the axis, which says how far a curve is to be trusted.
TableNode at_risk_table(const ViewContext& context, const std::vector<const ReportCurve*>& curves, const Axis& time) {
  TableNode table{.caption = context.words.say("survival.at_risk")};
  table.columns.push_back({.label = context.words.say("column.time")});
  for (const Tick& tick : time.ticks) table.columns.push_back({.label = tick.label, .numeric = true});
  for (const ReportCurve* entry : curves) {
    std::vector<Cell> row{cell(curve_name(context, *entry))};
    for (const Tick& tick : time.ticks) {
      const auto count = static_cast<double>(at_risk_at(entry->curve, tick.at));
      row.push_back(cell(format_count(count, context.state.language)));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

TableNode points_table(const ViewContext& context, const std::vector<const ReportCurve*>& curves) {
  const Language language = context.state.language;
  TableNode table{.caption = context.words.say("survival.table")};
  if (curves.size() > 1) table.columns.push_back({.label = context.words.say("column.group")});
  table.columns.push_back({.label = context.words.say("column.time"), .numeric = curves.size() > 1});
  for (const char* key : {"column.at_risk", "column.left", "column.still_there", "column.interval"})
    table.columns.push_back({.label = context.words.say(key), .numeric = true});
  std::size_t points = 0;
  for (const ReportCurve* entry : curves) points += entry->curve.points.size();
  const std::size_t stride = stride_of(points, kMostRows);
  const auto count = [&](std::int64_t value) { return cell(format_count(static_cast<double>(value), language)); };
  for (const ReportCurve* entry : curves) {
    for (std::size_t i = 0; i < entry->curve.points.size(); i += stride) {
      const SurvivalPoint& point = entry->curve.points[i];
      std::vector<Cell> row;
      if (curves.size() > 1) row.push_back(cell(curve_name(context, *entry)));
      row.push_back(cell(point_text(context, point.time)));
      row.push_back(count(point.at_risk));
      row.push_back(count(point.events));
      row.push_back(cell(shown_percent(point.survival, 1, language)));
      row.push_back(
          cell(point.interval ? shown_interval(point.interval->low, point.interval->high, 1, language) : "–"));
      table.rows.push_back(std::move(row));
    }
  }
  if (table.rows.empty()) return {};  // nobody left: the chart's sentence says all
  return table;
}

TableNode groups_table(const ViewContext& context, const std::vector<const ReportCurve*>& curves) {
  const Language language = context.state.language;
  TableNode table{.caption = context.words.say("survival.groups")};
  table.columns = {{.label = context.words.say("column.group")}};
  for (const char* key : {"column.customers", "column.left", "column.median", "column.rmst"})
    table.columns.push_back({.label = context.words.say(key), .numeric = true});
  for (const ReportCurve* entry : curves) {
    const std::optional<double>& median = entry->curve.median.value;
    table.rows.push_back({cell(curve_name(context, *entry)),
                          cell(format_count(static_cast<double>(entry->curve.n), language)),
                          cell(format_count(static_cast<double>(entry->curve.left), language)),
                          cell(median ? lifetime_text(context, *median) : context.words.say("survival.not_reached")),
                          cell(lifetime_text(context, entry->rmst.value))});
  }
  return table;
}

std::string count_text(const ViewContext& context, std::int64_t count) {
  return format_count(static_cast<double>(count), context.state.language);
}

std::string summary(const ViewContext& context, const ReportSurvival& survival) {
  const SurvivalCurve& curve = survival.curves.front().curve;
  const WordValues values{{"customers", count_text(context, curve.n)},
                          {"left", count_text(context, curve.left)},
                          {"time", lifetime_in_words(context, curve.median.value.value_or(curve.last_time))}};
  return context.words.say(curve.median.value ? "survival.summary" : "survival.summary.open", values);
}

/// A lifetime with its unit, where the data have one; how it was computed says what the unit makes of it.
Node lifetime_node(const ViewContext& context, std::string_view id) {
  Node node = metric_node(context, id);
  MetricNode& metric = *std::get_if<MetricNode>(&node.body);
  if (!metric.value) return node;
  const Language language = context.state.language;
  const LifetimeUnit unit = lifetime_unit(context.report);
  const bool converted = unit.length > 1;
  if (converted && metric.how)
    metric.how->inserted = context.words.say(
        "survival.converted",
        {{"inserted", metric.how->inserted},
         {"days", shown_number(unit.length, std::trunc(unit.length) == unit.length ? 0 : 4, language)},
         {"time", lifetime_text(context, *metric.value)}});
  metric.text = lifetime_text(context, *metric.value);
  metric.word = !unit.name.empty();
  const std::optional<Interval>& interval = find_metric(context.report, id)->metric.interval;
  metric.note.clear();
  if (interval)
    metric.note = context.words.say("interval.note",
                                    {{"interval", shown_range(interval->low / unit.length, interval->high / unit.length,
                                                              converted ? 1 : 0, language)}});
  return node;
}

}  // namespace

std::vector<Node> build_survival(const ViewContext& context) {
  if (!context.report.survival || context.report.survival->curves.empty()) return {};
  const ReportSurvival& survival = *context.report.survival;
  const std::vector<const ReportCurve*> curves = drawn_curves(survival);
  if (curves.empty()) return {};
  std::vector<Node> children;
  ChartNode chart{.title = context.words.say("survival.title"), .summary = summary(context, survival)};
  chart.chart = build_chart(context, curves);
  chart.table = points_table(context, curves);
  Node at_risk{.id = "table_at_risk", .body = at_risk_table(context, curves, chart.chart.x), .children = {}};
  children.push_back({.id = "chart_survival", .body = std::move(chart), .children = {}});
  children.push_back(std::move(at_risk));
  children.push_back(text("survival_marks", TextStyle::Note,
                          context.words.say(curves.size() > 1 ? "survival.marks.groups" : "survival.marks"),
                          Tone::Muted));
  const SurvivalCurve& everybody = survival.curves.front().curve;
  if (everybody.late > 0)
    children.push_back(text("survival_late", TextStyle::Note,
                            context.words.say("survival.late", {{"late", count_text(context, everybody.late)},
                                                                {"customers", count_text(context, everybody.n)}})));
  std::vector<Node> figures;
  for (const char* id : {"median_lifetime", "rmst"}) {
    if (find_metric(context.report, id) != nullptr) figures.push_back(lifetime_node(context, id));
  }
  if (!figures.empty())
    children.push_back(section("survival_figures", {.role = SectionRole::Figures}, std::move(figures)));
  if (curves.size() > 1)
    children.push_back({.id = "table_groups", .body = groups_table(context, curves), .children = {}});
  if (survival.log_rank) {
    constexpr double kSurprising = 0.05;
    const std::string key = survival.log_rank->p < kSurprising ? "survival.differ" : "survival.chance";
    children.push_back(text("log_rank", TextStyle::Note,
                            context.words.say(key, {{"p", shown_p(survival.log_rank->p, context.state.language)}})));
  }
  return {section("survival", {.role = SectionRole::WideCard}, std::move(children))};
}

}  // namespace kirnu

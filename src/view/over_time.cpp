#include <algorithm>
#include <span>

#include "text/number_format.h"
#include "view/axis.h"
#include "view/parts.h"
#include "view/period_name.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostCallouts = 2;  ///< on the chart; all of them stand in the table

constexpr std::size_t kMostShown = 120;  ///< periods on the chart and in its table; the report has all

/// The latest periods: what fits on a chart.
std::span<const SeriesPeriod> shown(const ViewContext& context) {
  const std::span<const SeriesPeriod> series = context.report.series;
  return series.size() > kMostShown ? series.last(kMostShown) : series;
}

/// A period's number in the whole history, from 1.
std::string number_in_history(const ViewContext& context, std::size_t index) {
  return std::to_string(context.report.series.size() - shown(context).size() + index + 1);
}

bool is_outside(const SeriesPeriod& entry) { return entry.limits && entry.limits->outside; }

/// "Jan", or "January" for sentences (`prefix` is "month." or "month.long."), with the year where the history spans
/// several; else the label as written, else the row's number.
std::string label_of(const ViewContext& context, std::size_t index, std::string_view prefix) {
  const std::span<const SeriesPeriod> series = shown(context);
  const SeriesPeriod& entry = series[index];
  const std::optional<int> month = month_of(entry);
  if (!month) return entry.label.empty() ? number_in_history(context, index) : entry.label;
  const auto year = [](const SeriesPeriod& row) { return row.span ? row.span->start.substr(0, 4) : std::string(); };
  const std::string name = context.words.say(std::string(prefix) + std::to_string(*month));
  return year(series.front()) == year(series.back()) ? name : name + " " + year(entry);
}

std::string short_label(const ViewContext& context, std::size_t index) { return label_of(context, index, "month."); }
std::string long_label(const ViewContext& context, std::size_t index) {
  return label_of(context, index, "month.long.");
}

std::string usual(const ViewContext& context, const ControlLimits& limits, bool low) {
  return share_in_words(low ? limits.low : limits.high, context.state.language);
}

std::string summary(const ViewContext& context) {
  const std::span<const SeriesPeriod> series = shown(context);
  const Language language = context.state.language;
  if (!context.report.series_mean) {
    const bool rates = series.back().known == CountsKnown::Rate;
    return context.words.say(rates ? "time.summary.rates" : "time.summary.short",
                             {{"count", format_count(static_cast<double>(series.size()), language)}});
  }
  const auto count = std::count_if(series.begin(), series.end(), is_outside);
  if (count == 0) {
    const auto limited = std::find_if(series.rbegin(), series.rend(),
                                      [](const SeriesPeriod& entry) { return entry.limits.has_value(); });
    return context.words.say("time.summary.calm", {{"low", usual(context, *limited->limits, true)},
                                                   {"high", usual(context, *limited->limits, false)}});
  }
  const auto last = std::find_if(series.rbegin(), series.rend(), is_outside);
  const std::size_t index = series.size() - 1 - static_cast<std::size_t>(last - series.rbegin());
  return context.words.say(count == 1 ? "time.summary.one" : "time.summary.many",
                           {{"count", format_count(static_cast<double>(count), language)},
                            {"label", long_label(context, index)},
                            {"rate", share_in_words(*last->churn.value, language)},
                            {"low", usual(context, *last->limits, true)},
                            {"high", usual(context, *last->limits, false)}});
}

/// Customers, or percent where the series has no customers.
std::string amount(const ViewContext& context, double value) {
  const std::optional<double>& whole = context.report.series_whole;
  return whole ? format_percent(value / *whole, 1, context.state.language)
               : format_count(value, context.state.language);
}

void add_limits(const ViewContext& context, Chart& chart) {
  if (!context.report.series_mean) return;
  const std::span<const SeriesPeriod> series = shown(context);
  const double mean = *context.report.series_mean;
  Shape band{.kind = ShapeKind::Area, .ink = Ink::Band, .points = {}};
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (series[i].limits) band.points.push_back({static_cast<double>(i), series[i].limits->high});
  }
  for (std::size_t i = series.size(); i-- > 0;) {
    if (series[i].limits) band.points.push_back({static_cast<double>(i), series[i].limits->low});
  }
  chart.shapes.push_back(std::move(band));
  chart.shapes.push_back(
      {.kind = ShapeKind::Dashed, .ink = Ink::Data, .points = {{chart.x.low, mean}, {chart.x.high, mean}}});
  const auto limited =
      std::find_if(series.rbegin(), series.rend(), [](const SeriesPeriod& entry) { return entry.limits.has_value(); });
  const auto label = [&](std::string_view key, double y) {
    chart.labels.push_back({.place = LabelPlace::EndOfLine,
                            .ink = Ink::Reference,
                            .at = {chart.x.high, y},
                            .text = context.words.say(key),
                            .strong = false,
                            .small = true});
  };
  label("time.upper", limited->limits->high);
  label("time.mean", mean);
  label("time.lower", limited->limits->low);
}

void add_line(const ViewContext& context, Chart& chart) {
  const std::span<const SeriesPeriod> series = shown(context);
  const Language language = context.state.language;
  Shape line{.kind = ShapeKind::Line, .ink = Ink::Data, .points = {}};
  Shape dots{.kind = ShapeKind::Dot, .ink = Ink::Data, .points = {}};
  Shape signals{.kind = ShapeKind::BigDot, .ink = Ink::Own, .points = {}};
  for (std::size_t i = 0; i < series.size(); ++i) {
    const std::optional<double>& rate = series[i].churn.value;
    if (!rate) continue;
    const Point at{static_cast<double>(i), *rate};
    line.points.push_back(at);
    (is_outside(series[i]) ? signals : dots).points.push_back(at);
    if (series[i].known == CountsKnown::Rate) {
      chart.stops.push_back({.at = at, .text = long_label(context, i) + ": " + format_percent(*rate, 2, language)});
      continue;
    }
    chart.stops.push_back(
        {.at = at,
         .text = context.words.say("time.stop", {{"label", long_label(context, i)},
                                                 {"rate", format_percent(*rate, 2, language)},
                                                 {"part", amount(context, series[i].totals.lost)},
                                                 {"whole", amount(context, series[i].totals.start)}})});
  }
  std::size_t callouts = 0;
  for (std::size_t i = series.size(); i-- > 0 && callouts < kMostCallouts;) {
    if (!is_outside(series[i])) continue;
    ++callouts;
    chart.labels.push_back(
        {.place = LabelPlace::Callout,
         .ink = Ink::Ink,
         .at = {static_cast<double>(i), *series[i].churn.value},
         .text = context.words.say("time.outside", {{"label", long_label(context, i)},
                                                    {"rate", share_in_words(*series[i].churn.value, language)}}),
         .strong = true,
         .small = false});
  }
  chart.shapes.push_back(std::move(line));
  chart.shapes.push_back(std::move(dots));
  if (!signals.points.empty()) chart.shapes.push_back(std::move(signals));
}

Chart build_chart(const ViewContext& context) {
  const std::span<const SeriesPeriod> series = shown(context);
  Chart chart;
  double highest = 0;
  for (const SeriesPeriod& entry : series) {
    highest = std::max({highest, entry.churn.value.value_or(0), entry.limits ? entry.limits->high : 0});
  }
  chart.x = {.low = 0, .high = static_cast<double>(series.size() - 1), .ticks = {}};
  for (std::size_t i = 0; i < series.size(); ++i) {
    chart.x.ticks.push_back({.at = static_cast<double>(i), .label = short_label(context, i)});
  }
  chart.y = share_axis(0, highest, context.state.language);
  add_limits(context, chart);
  add_line(context, chart);
  return chart;
}

/// All new customers and all departures where events are known, else what the table of counts says.
std::optional<double> added(const SeriesPeriod& entry) {
  return entry.flow ? std::optional(static_cast<double>(entry.flow->new_)) : entry.totals.new_kept;
}
std::optional<double> gone(const SeriesPeriod& entry) {
  return entry.flow ? static_cast<double>(entry.flow->churned) : entry.totals.lost;
}

TableNode build_table(const ViewContext& context) {
  const Report& report = context.report;
  const Language language = context.state.language;
  const bool limits = report.series_mean.has_value();
  const bool normal = std::any_of(shown(context).begin(), shown(context).end(),
                                  [](const SeriesPeriod& e) { return e.normal_month_churn.has_value(); });
  const bool returned = std::any_of(shown(context).begin(), shown(context).end(),
                                    [](const SeriesPeriod& e) { return e.flow && e.flow->reactivated > 0; });
  TableNode table{.caption = context.words.say("time.table"), .columns = {}, .rows = {}};
  const auto column = [&](std::string_view key, bool numeric) {
    table.columns.push_back({.label = context.words.say(key), .numeric = numeric});
  };
  const CountsKnown known = shown(context).back().known;
  const bool counted = known != CountsKnown::Rate, rated = known == CountsKnown::All || !counted;
  column("column.period", false);
  if (counted) column("column.opening", true);
  if (counted && rated) column("column.new", true);
  if (returned) column("column.reactivated", true);
  if (counted && rated) column("column.churned", true);
  if (counted) column("column.closing", true);
  if (rated) column("column.rate", true);
  if (normal) column("column.normal_month", true);
  if (limits) column("column.limits", true);
  if (limits) column("column.finding", false);
  const auto count = [&](const std::optional<double>& value) { return cell(value ? amount(context, *value) : "–"); };
  const auto share = [&](const std::optional<double>& value) {
    return cell(value ? format_percent(*value, 2, language) : "–");
  };
  const std::span<const SeriesPeriod> series = shown(context);
  for (std::size_t i = 0; i < series.size(); ++i) {
    const SeriesPeriod& entry = series[i];
    const std::string name = period_name(context, entry);
    std::vector<Cell> row{cell(name.empty() ? number_in_history(context, i) : name)};
    const bool opened = entry.known != CountsKnown::End;
    if (counted) row.push_back(count(opened ? std::optional(entry.totals.start) : std::nullopt));
    if (counted && rated) row.push_back(count(added(entry)));
    if (returned)
      row.push_back(count(entry.flow ? std::optional(static_cast<double>(entry.flow->reactivated)) : std::nullopt));
    if (counted && rated) row.push_back(count(gone(entry)));
    if (counted) row.push_back(count(entry.totals.end));
    if (rated) row.push_back(share(entry.churn.value));
    if (normal) row.push_back(share(entry.normal_month_churn));
    if (limits)
      row.push_back(cell(entry.limits ? format_interval(entry.limits->low, entry.limits->high, 1, language) : "–"));
    if (limits)
      row.push_back(is_outside(entry) ? cell(context.words.say("finding.outside"), Tone::Bad)
                                      : cell(context.words.say("finding.inside"), Tone::Muted));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::vector<Node> build_over_time(const ViewContext& context) {
  const Report& report = context.report;
  const std::string title = context.words.say("time.title");
  std::vector<Node> children;
  if (!report.series.empty() && (report.series.front().orders || report.series.back().known == CountsKnown::Nothing))
    return {};
  if (report.series.size() < 2) {
    if (report.metrics.empty() || report.kind != "counts") return {};
    children.push_back(text("time_empty", TextStyle::Note, context.words.say("time.empty"), Tone::Muted));
    return {section("time", {.role = SectionRole::WideCard, .title = title}, std::move(children))};
  }
  if (has_churn(report.series.back())) {
    ChartNode chart{
        .title = title, .summary = summary(context), .chart = build_chart(context), .table = build_table(context)};
    children.push_back({.id = "chart_over_time", .body = std::move(chart), .children = {}});
  } else {
    children.push_back({.id = "table_over_time", .body = build_table(context), .children = {}});
  }
  if (!report.series.back().complete)
    children.push_back(text("time_incomplete", TextStyle::Note, context.words.say("time.incomplete"), Tone::Muted));
  for (Node& note : build_history_notes(context)) children.push_back(std::move(note));
  if (report.series.size() > kMostShown) {
    const auto count = [&](std::size_t n) { return format_count(static_cast<double>(n), context.state.language); };
    children.push_back(
        text("time_capped", TextStyle::Note,
             context.words.say("time.capped", {{"shown", count(kMostShown)}, {"all", count(report.series.size())}}),
             Tone::Muted));
  }
  if (!report.span.empty()) {
    std::vector<Node> span;
    for (const ReportMetric& entry : report.span) span.push_back(metric_node(context, entry.metric.id));
    children.push_back(section("span", {.role = SectionRole::Figures}, std::move(span)));
  }
  const std::string own_title = has_churn(report.series.back()) ? std::string() : title;
  return {section("time", {.role = SectionRole::WideCard, .title = own_title}, std::move(children))};
}

}  // namespace kirnu

#include <algorithm>

#include "text/number_format.h"
#include "view/axis.h"
#include "view/curve.h"
#include "view/over_time.h"
#include "view/period_name.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostCallouts = 2;  ///< on the chart; all of them stand in the table

/// "Jan", or "January" for sentences (`prefix` is "month." or "month.long."), with the year where the history spans
/// several; else the label as written, else the row's number.
std::string label_of(const ViewContext& context, std::size_t index, std::string_view prefix) {
  const std::span<const SeriesPeriod> series = shown_periods(context);
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

void add_limits(const ViewContext& context, Chart& chart) {
  if (!context.report.series_mean) return;
  const std::span<const SeriesPeriod> series = shown_periods(context);
  const double mean = *context.report.series_mean;
  std::vector<BandPoint> band;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const std::optional<ControlLimits>& limits = series[i].limits;
    if (limits) band.push_back({static_cast<double>(i), {.low = limits->low, .high = limits->high}});
  }
  add_band(chart, band);
  chart.shapes.push_back(
      {.kind = ShapeKind::Dashed, .ink = Ink::Data, .points = {{chart.x.low, mean}, {chart.x.high, mean}}});
  const auto limited =
      std::find_if(series.rbegin(), series.rend(), [](const SeriesPeriod& entry) { return entry.limits.has_value(); });
  const auto label = [&](std::string_view key, double y) {
    chart.labels.push_back(name_of_line(chart, y, Ink::Reference, context.words.say(key)));
  };
  label("time.upper", limited->limits->high);
  label("time.mean", mean);
  if (limited->limits->low > 0) label("time.lower", limited->limits->low);
}

void add_line(const ViewContext& context, Chart& chart) {
  const std::span<const SeriesPeriod> series = shown_periods(context);
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
      chart.stops.push_back({.at = at, .text = long_label(context, i) + ": " + shown_percent(*rate, 2, language)});
      continue;
    }
    chart.stops.push_back(
        {.at = at,
         .text = context.words.say("time.stop", {{"label", long_label(context, i)},
                                                 {"rate", shown_percent(*rate, 2, language)},
                                                 {"part", customers_or_share(context, series[i].totals.lost)},
                                                 {"whole", customers_or_share(context, series[i].totals.start)}})});
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

}  // namespace

std::string over_time_summary(const ViewContext& context) {
  const std::span<const SeriesPeriod> series = shown_periods(context);
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
  const std::string low = usual(context, *last->limits, true), high = usual(context, *last->limits, false);
  std::string rate = share_in_words(*last->churn.value, language);
  if (rate == low || rate == high) rate = shown_percent(*last->churn.value, 2, language);
  return context.words.say(count == 1 ? "time.summary.one" : "time.summary.many",
                           {{"count", format_count(static_cast<double>(count), language)},
                            {"label", long_label(context, index)},
                            {"rate", rate},
                            {"low", low},
                            {"high", high}});
}

Chart over_time_chart(const ViewContext& context) {
  const std::span<const SeriesPeriod> series = shown_periods(context);
  Chart chart;
  double highest = 0;
  for (const SeriesPeriod& entry : series) {
    highest = std::max({highest, entry.churn.value.value_or(0), entry.limits ? entry.limits->high : 0});
  }
  chart.x = {.low = 0, .high = static_cast<double>(series.size() - 1), .ticks = {}, .names_last = true};
  const bool years = short_label(context, 0) != period_tick(context, series[0], 0).label;  // several: named below
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (!series[i].churn.value) continue;  // nothing is drawn there
    const auto at = static_cast<double>(i);
    if (chart.x.ticks.empty()) chart.x.low = std::min(at, chart.x.high - 1);
    chart.x.ticks.push_back(years && month_of(series[i]) ? period_tick(context, series[i], at)
                                                         : Tick{.at = at, .label = short_label(context, i)});
  }
  chart.y = share_axis(0, highest, context.state.language);
  add_limits(context, chart);
  add_line(context, chart);
  return chart;
}

}  // namespace kirnu

#include "view/node/chart_marks.h"

#include <algorithm>
#include <cmath>

#include "view/node/chart_scale.h"

namespace kirnu {
namespace chart_layout {
namespace {

constexpr double kNarrowest = 120;
constexpr double kRowHeight = 36;
constexpr double kTickGap = 8;

double widest_label(const std::vector<Tick>& ticks, const TextMeasure& measure) {
  double widest = 0;
  for (const Tick& tick : ticks) widest = std::max(widest, measure(tick.label, kTickSize, false));
  return widest;
}

/// Room right of the plot for labels at the line's end: in one line, else broken, else none (they stand inside).
double end_gutter(const Chart& chart, double width, const TextMeasure& measure) {
  double whole = 0, word = 0;
  for (const ChartLabel& label : chart.labels) {
    if (label.place != LabelPlace::EndOfLine) continue;
    const double size = text_size(label);
    whole = std::max(whole, measure(label.text, size, label.strong));
    word = std::max(word, widest_word(measure, label.text, size, label.strong));
  }
  if (whole == 0) return 6;
  if (whole <= width * 0.28) return whole + 10;
  return word <= width * 0.3 ? std::max(word, width * 0.22) + 10 : 6;
}

Scale plain_scale(const Chart& chart, double width, const TextMeasure& measure) {
  const double ticks = widest_label(chart.y.ticks, measure);
  const double left = ticks > 0 ? ticks + 8 : 6;
  const double plot_height = std::clamp(width * 0.45, 150.0, 188.0);
  return {.plot = {left, 14, width - end_gutter(chart, width, measure), 14 + plot_height}, .x = chart.x, .y = chart.y};
}

/// The plot's right edge such that every label right of a point stays inside; never less than 40 % of the room.
double rows_right(const Chart& chart, double left, double width, const TextMeasure& measure) {
  const double range = chart.x.high - chart.x.low;
  double room = width - left - 8;
  for (const ChartLabel& label : chart.labels) {
    const double share = range > 0 ? std::clamp((label.at.x - chart.x.low) / range, 0.0, 1.0) : 0;
    const double text = measure(label.text, text_size(label), label.strong) + 13;
    if (share > 0.01) room = std::min(room, (width - left - text) / share);
  }
  return left + std::max(room, (width - left) * 0.4);
}

Scale rows_scale(const Chart& chart, double width, const TextMeasure& measure) {
  double widest = 0;
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const bool strong = i < chart.strong_rows.size() && chart.strong_rows[i];
    widest = std::max(widest, measure(chart.rows[i], kLabelSize, strong));
  }
  const bool column = width >= 320 && widest + 16 <= width * 0.48;
  Scale scale{.plot = {}, .x = chart.x, .y = chart.y, .row_height = column ? kRowHeight : 24};
  scale.plot.left = column ? widest + 18 : 8;
  scale.plot.right = rows_right(chart, scale.plot.left, width, measure);
  scale.plot.top = column ? 8 : 0;
  return scale;
}

/// Row labels in a column at the left, or above their rows; sets the rows' middles and the plot's lower edge.
void add_rows(Sheet& sheet, double width) {
  const bool column = sheet.scale.row_height == kRowHeight;
  double y = sheet.scale.plot.top + (column ? 2 : 0);
  for (std::size_t i = 0; i < sheet.chart.rows.size(); ++i) {
    const bool strong = i < sheet.chart.strong_rows.size() && sheet.chart.strong_rows[i];
    const auto add_label = [&](std::string text, double middle) {
      add_text(sheet, std::move(text), {0, middle + kLabelSize * kHalfCapital}, kLabelSize, Paint::Ink, Anchor::Start,
               strong);
    };
    if (column) {
      add_label(sheet.chart.rows[i], y + kRowHeight / 2);
    } else {
      y += 4;
      for (std::string& line : label_lines(sheet, sheet.chart.rows[i], width, kLabelSize, strong)) {
        add_label(std::move(line), y + kLabelSize * kLineHeight / 2);
        y += kLabelSize * kLineHeight;
      }
    }
    sheet.scale.rows.push_back(y + sheet.scale.row_height / 2);
    y += sheet.scale.row_height;
  }
  sheet.scale.plot.bottom = y + (column ? 2 : 4);
}

void add_grid_line(Sheet& sheet, Point from, Point to) {
  sheet.out.marks.push_back({.kind = MarkKind::Line, .paint = Paint::Grid, .size = 1, .points = {from, to}});
}

/// Every how many ticks a label fits: the smallest step at which no two spans come closer than the gap.
std::size_t tick_step(const std::vector<Point>& spans, double gap) {
  for (std::size_t step = 1; step < spans.size(); ++step) {
    bool clear = true;
    for (std::size_t i = step; i < spans.size(); i += step) clear = clear && spans[i].x - spans[i - step].y >= gap;
    if (clear) return step;
  }
  return std::max<std::size_t>(spans.size(), 1);
}

/// A line down a chart with rows; where row labels stand between the rows it is broken around them.
void add_row_grid(Sheet& sheet, double x) {
  const Scale& scale = sheet.scale;
  if (scale.row_height == kRowHeight) return add_grid_line(sheet, {x, scale.plot.top}, {x, scale.plot.bottom});
  for (const double row : scale.rows) {
    add_grid_line(sheet, {x, row - scale.row_height / 2}, {x, row + scale.row_height / 2});
  }
}

void add_x_axis(Sheet& sheet, double width) {
  const std::vector<Tick>& ticks = sheet.chart.x.ticks;
  std::vector<Point> spans;  // left and right edge of each label, kept inside the chart
  for (const Tick& tick : ticks) {
    const double text = sheet.measure(tick.label, kTickSize, false);
    const double left = std::clamp(sheet.scale.at_x(tick.at) - text / 2, 0.0, std::max(width - text, 0.0));
    spans.push_back({left, left + text});
  }
  const std::size_t step = tick_step(spans, kTickGap);
  const double baseline = sheet.scale.plot.bottom + 18;
  for (std::size_t i = 0; i < ticks.size(); i += step) {
    const double x = sheet.scale.at_x(ticks[i].at);
    add_row_grid(sheet, x);
    add_text(sheet, ticks[i].label, {(spans[i].x + spans[i].y) / 2, baseline}, kTickSize, Paint::Soft, Anchor::Middle,
             false);
  }
}

void add_y_axis(Sheet& sheet) {
  const Scale& scale = sheet.scale;
  std::vector<Point> spans;  // upwards, so that they rise like the ticks
  for (const Tick& tick : sheet.chart.y.ticks) {
    const double y = -scale.at_y(tick.at);
    spans.push_back({y - kTickSize / 2, y + kTickSize / 2});
  }
  const std::size_t step = tick_step(spans, 4);
  for (std::size_t i = 0; i < spans.size(); i += step) {
    const Tick& tick = sheet.chart.y.ticks[i];
    const double y = scale.at_y(tick.at);
    add_grid_line(sheet, {scale.plot.left, y}, {scale.plot.right, y});
    add_text(sheet, tick.label, {scale.plot.left - 8, y + kTickSize * kHalfCapital}, kTickSize, Paint::Soft,
             Anchor::End, false);
  }
}

double share_of(double value, const Axis& axis) {
  const double share = (value - axis.low) / (axis.high - axis.low);
  return std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0;
}

}  // namespace

double Scale::at_x(double value) const { return plot.left + share_of(value, x) * (plot.right - plot.left); }

double Scale::at_y(double value) const {
  if (rows.empty()) return plot.bottom - share_of(value, y) * (plot.bottom - plot.top);
  if (!std::isfinite(value)) return rows.front();
  const double row = std::clamp(std::round(value), 0.0, static_cast<double>(rows.size() - 1));
  return rows[static_cast<std::size_t>(row)] + std::clamp(value - row, -0.5, 0.5) * row_height;
}

}  // namespace chart_layout

ChartMarks chart_marks(const Chart& chart, double width, const TextMeasure& measure) {
  using namespace chart_layout;
  width = std::isfinite(width) ? std::max(width, kNarrowest) : kNarrowest;
  const bool rows = !chart.rows.empty();
  Sheet sheet{.chart = chart,
              .measure = measure,
              .scale = rows ? rows_scale(chart, width, measure) : plain_scale(chart, width, measure),
              .out = {.width = width, .height = 0, .marks = {}, .stops = {}},
              .taken = {}};
  if (rows) add_rows(sheet, width);
  if (!rows) add_y_axis(sheet);
  add_x_axis(sheet, width);
  for (const Shape& shape : chart.shapes) add_shape(sheet, shape);
  add_labels(sheet);
  sheet.out.height = std::ceil(sheet.scale.plot.bottom) + (chart.x.ticks.empty() ? 8 : 26);
  for (const Stop& stop : chart.stops) sheet.out.stops.push_back(sheet.scale.at(stop.at));
  return std::move(sheet.out);
}

}  // namespace kirnu

#include "view/node/chart_marks.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/sort.h"

#include "view/node/chart_scale.h"
#include "view/node/text_lines.h"

namespace kirnu {
namespace chart_layout {
namespace {

constexpr double kNarrowest = 120;
constexpr double kRowHeight = 36;      // of rows with their label at the left
constexpr double kTwoLineHeight = 42;  // where some of these labels have two lines
constexpr double kLowRowHeight = 24;   // of rows with their label above them
constexpr double kTickGap = 8;
constexpr double kSecondLine = 14;

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

bool is_strong(const Chart& chart, std::size_t row) { return row < chart.strong_rows.size() && chart.strong_rows[row]; }

/// How wide a column of row labels is where each has at most `lines` of at most `room`; absent where one needs more.
std::optional<double> label_column(const Chart& chart, double room, std::size_t lines, const TextMeasure& measure) {
  double widest = 0;
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const auto width_of = [&](std::string_view part) { return measure(part, kLabelSize, is_strong(chart, i)); };
    const std::vector<TextLine> wrapped = wrap_text(chart.rows[i], room, width_of);
    if (wrapped.size() > lines) return std::nullopt;
    for (const TextLine& line : wrapped) {
      const bool broken = line.end < chart.rows[i].size() && chart.rows[i][line.end] != ' ';
      if (broken) return std::nullopt;
      widest = std::max(widest, width_of(line_text(chart.rows[i], line)));
    }
  }
  return widest;
}

Scale rows_scale(const Chart& chart, double width, const TextMeasure& measure) {
  constexpr double kMostInOneLine = 0.48, kMostInTwo = 0.4;  // of the width
  std::optional<double> column;
  double row_height = kRowHeight;
  if (width >= 320) column = label_column(chart, width * kMostInOneLine - 16, 1, measure);
  if (width >= 320 && !column) {
    column = label_column(chart, width * kMostInTwo - 16, 2, measure);
    row_height = kTwoLineHeight;
  }
  if (!column) row_height = kLowRowHeight;
  Scale scale{.plot = {}, .x = chart.x, .y = chart.y, .row_height = row_height};
  // Bars begin where their names do; a dot and the tick of 0 reach over the edge.
  const bool bars = std::all_of(chart.shapes.begin(), chart.shapes.end(),
                                [](const Shape& shape) { return shape.kind == ShapeKind::Bar; });
  scale.plot.left = column ? *column + 18 : bars && chart.x.ticks.empty() ? 0 : 8;
  scale.plot.right = rows_right(chart, scale.plot.left, width, measure);
  scale.plot.top = column ? 8 : 0;
  return scale;
}

/// Row labels in a column at the left, or above their rows; sets the rows' middles and the plot's lower edge.
void add_rows(Sheet& sheet, double width) {
  const bool column = sheet.scale.row_height > kLowRowHeight;
  double y = sheet.scale.plot.top + (column ? 2 : 0);
  for (std::size_t i = 0; i < sheet.chart.rows.size(); ++i) {
    const bool strong = is_strong(sheet.chart, i);
    const auto add_label = [&](std::string text, double middle) {
      add_text(sheet, std::move(text), {0, middle + kLabelSize * kHalfCapital}, kLabelSize, Paint::Ink, Anchor::Start,
               strong);
    };
    if (column) {
      const std::vector<std::string> lines =
          label_lines(sheet, sheet.chart.rows[i], sheet.scale.plot.left - 18 + 0.5, kLabelSize, strong);
      double middle =
          y + sheet.scale.row_height / 2 - static_cast<double>(lines.size() - 1) * kLabelSize * kLineHeight / 2;
      for (const std::string& line : lines) {
        add_label(line, middle);
        middle += kLabelSize * kLineHeight;
      }
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
  if (scale.row_height > kLowRowHeight) return add_grid_line(sheet, {x, scale.plot.top}, {x, scale.plot.bottom});
  for (const double row : scale.rows) {
    add_grid_line(sheet, {x, row - scale.row_height / 2}, {x, row + scale.row_height / 2});
  }
}

/// The year under the first of its months that has a label.
void add_second_lines(Sheet& sheet, const std::vector<Point>& spans, std::size_t first, std::size_t step) {
  const std::vector<Tick>& ticks = sheet.chart.x.ticks;
  std::string_view before;
  double free = 0;
  for (std::size_t i = first; i < ticks.size(); i += step) {
    const std::string& below = ticks[i].below;
    const double text = sheet.measure(below, kTickSize, false);
    const double left = std::max((spans[i].x + spans[i].y - text) / 2, 0.0);
    if (below.empty() || below == before || left < free) continue;
    add_text(sheet, below, {left, sheet.scale.plot.bottom + 18 + kSecondLine}, kTickSize, Paint::Soft, Anchor::Start,
             false);
    before = below;
    free = left + text + kTickGap;
  }
}

bool has_second_line(const Axis& axis) {
  return std::any_of(axis.ticks.begin(), axis.ticks.end(), [](const Tick& tick) { return !tick.below.empty(); });
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
  const std::size_t first = sheet.chart.x.names_last && !ticks.empty() ? (ticks.size() - 1) % step : 0;
  for (std::size_t i = first; i < ticks.size(); i += step) {
    const double x = sheet.scale.at_x(ticks[i].at);
    add_row_grid(sheet, x);
    add_text(sheet, ticks[i].label, {(spans[i].x + spans[i].y) / 2, baseline}, kTickSize, Paint::Soft, Anchor::Middle,
             false);
  }
  add_second_lines(sheet, spans, first, step);
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

/// What is left of a grid line beside the texts that stand on it.
void add_clear_pieces(const Sheet& sheet, const Mark& line, std::vector<Mark>& marks) {
  constexpr double kAir = 3;
  Point from = line.points.front(), to = line.points.back();
  const bool upright = from.x == to.x;
  std::vector<Point> covered;
  for (const Box& box : sheet.taken) {
    if (upright && box.left - kAir < from.x && from.x < box.right + kAir) covered.push_back({box.top, box.bottom});
    if (!upright && box.top < from.y && from.y < box.bottom) covered.push_back({box.left - kAir, box.right + kAir});
  }
  sort_items(covered, [](const Point& a, const Point& b) { return a.x < b.x; });
  double free = upright ? from.y : from.x;
  const double end = upright ? to.y : to.x;
  const auto add = [&](double until) {
    if (until <= free) return;
    Mark piece = line;
    (upright ? piece.points.front().y : piece.points.front().x) = free;
    (upright ? piece.points.back().y : piece.points.back().x) = until;
    marks.push_back(std::move(piece));
  };
  for (const Point& span : covered) {
    add(std::min(span.x, end));
    free = std::max(free, span.y);
  }
  add(end);
}

/// No grid line runs through a text.
void clear_grid(Sheet& sheet) {
  std::vector<Mark> marks;
  for (const Mark& mark : sheet.out.marks) {
    if (mark.paint == Paint::Grid) add_clear_pieces(sheet, mark, marks);
    else marks.push_back(mark);
  }
  sheet.out.marks = std::move(marks);
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
  clear_grid(sheet);
  sheet.out.height = std::ceil(sheet.scale.plot.bottom) + (chart.x.ticks.empty() ? 8 : 26) +
                     (has_second_line(chart.x) ? kSecondLine : 0);
  for (const Stop& stop : chart.stops) sheet.out.stops.push_back(sheet.scale.at(stop.at));
  return std::move(sheet.out);
}

}  // namespace kirnu

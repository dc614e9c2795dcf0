#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/sort.h"

#include "view/node/chart_scale.h"
#include "view/node/text_lines.h"

namespace kirnu::chart_layout {
namespace {

Paint paint_of(const ChartLabel& label) {
  if (label.small) return Paint::Soft;
  switch (label.ink) {
    case Ink::Ink: return Paint::Ink;
    case Ink::Data:
    case Ink::Band: return Paint::Data;
    case Ink::Own:
    case Ink::OwnBand: return Paint::Signal;
    case Ink::Reference: return Paint::Soft;
  }
  return Paint::Ink;
}

double line_height(const ChartLabel& label) { return text_size(label) * kLineHeight; }

/// The lines of a label, the first one's top at `top`.
void add_block(Sheet& sheet, const ChartLabel& label, const std::vector<std::string>& lines, double x, double top,
               Anchor anchor) {
  const double size = text_size(label);
  for (const std::string& line : lines) {
    const double middle = top + line_height(label) / 2;
    add_text(sheet, line, {x, middle + size * kHalfCapital}, size, paint_of(label), anchor, label.strong);
    top += line_height(label);
  }
}

/// A label at the line's end on its way to a place of its own.
struct EndLabel {
  const ChartLabel* label;
  std::vector<std::string> lines;
  double top;
  double height;
};

/// Pushes labels apart, downwards first and back up where they would leave the plot.
void keep_apart(std::vector<EndLabel>& labels, const Box& plot) {
  sort_items(labels, [](const EndLabel& a, const EndLabel& b) {
    return std::pair(a.top + a.height / 2, a.label) < std::pair(b.top + b.height / 2, b.label);
  });
  double free = plot.top - 10;
  for (EndLabel& label : labels) {
    label.top = std::max(label.top, free);
    free = label.top + label.height + 1;
  }
  double limit = plot.bottom + 10;
  for (std::size_t i = labels.size(); i-- > 0;) {
    labels[i].top = std::min(labels[i].top, limit - labels[i].height);
    limit = labels[i].top - 1;
  }
}

void add_end_labels(Sheet& sheet) {
  const Box& plot = sheet.scale.plot;
  const double gutter = sheet.out.width - plot.right - 8;
  std::vector<EndLabel> labels;
  for (const ChartLabel& label : sheet.chart.labels) {
    if (label.place != LabelPlace::EndOfLine) continue;
    const bool inside = widest_word(sheet.measure, label.text, text_size(label), label.strong) > gutter + 0.5;
    const double room = inside ? (plot.right - plot.left) * 0.7 : gutter + 0.5;
    std::vector<std::string> lines = label_lines(sheet, label.text, room, text_size(label), label.strong);
    const double height = line_height(label) * static_cast<double>(lines.size());
    const double middle = sheet.scale.at_y(label.at.y) - (inside ? height / 2 + 4 : 0);
    labels.push_back({&label, std::move(lines), middle - height / 2, height});
  }
  keep_apart(labels, plot);
  const bool all_inside = gutter < 0;
  for (const EndLabel& end : labels) {
    const double x = all_inside ? plot.right : plot.right + 8;
    add_block(sheet, *end.label, end.lines, x, end.top, all_inside ? Anchor::End : Anchor::Start);
  }
}

/// The right end of whatever lies around a point on its row: labels stand clear of an interval.
Point clear_span(const Sheet& sheet, const ChartLabel& label) {
  Point span{label.at.x, label.at.x};
  for (const Shape& shape : sheet.chart.shapes) {
    if (shape.kind != ShapeKind::Interval || shape.points.size() < 2) continue;
    const Point& low = shape.points.front();
    const Point& high = shape.points.back();
    if (low.y != label.at.y || label.at.x < low.x || label.at.x > high.x) continue;
    span = {std::min(span.x, low.x), std::max(span.y, high.x)};
  }
  return {sheet.scale.at_x(span.x), sheet.scale.at_x(span.y)};
}

void add_beside(Sheet& sheet, const ChartLabel& label) {
  const Point span = clear_span(sheet, label);
  const double text = sheet.measure(label.text, text_size(label), label.strong);
  const double top = sheet.scale.at_y(label.at.y) - line_height(label) / 2;
  const bool right = span.y + 12 + text <= sheet.out.width || span.x - 12 - text < 0;
  const double room = std::max(right ? sheet.out.width - span.y - 12 : span.x - 12, 40.0);
  const std::vector<std::string> lines = label_lines(sheet, label.text, room, text_size(label), label.strong);
  add_block(sheet, label, lines, right ? span.y + 12 : span.x - 12, top, right ? Anchor::Start : Anchor::End);
}

/// Over its point, clear of a big dot.
void add_above(Sheet& sheet, const ChartLabel& label) {
  constexpr double kClear = 9;
  const Point at = sheet.scale.at(label.at);
  const double text = sheet.measure(label.text, text_size(label), label.strong);
  const double left = std::clamp(at.x - text / 2, 0.0, std::max(sheet.out.width - text, 0.0));
  const double top = at.y - kClear - line_height(label);
  const Box box{left, top, left + text, top + line_height(label)};
  const bool taken =
      std::any_of(sheet.taken.begin(), sheet.taken.end(), [&](const Box& other) { return overlap(box, other); });
  if (taken || top < -1) return add_beside(sheet, label);
  add_block(sheet, label, {label.text}, left, top, Anchor::Start);
}

/// One way to place a callout: its lines and their box.
struct Candidate {
  std::vector<std::string> lines;
  Box box;
  Anchor anchor = Anchor::Start;
};

Candidate callout_at(const Sheet& sheet, const ChartLabel& label, bool right, bool above) {
  const Point at = sheet.scale.at(label.at);
  const double room = right ? sheet.out.width - at.x - 10 : at.x - 10;
  Candidate candidate;
  candidate.anchor = right ? Anchor::Start : Anchor::End;
  candidate.lines = label_lines(sheet, label.text, std::max(room, 60.0), text_size(label), label.strong);
  double widest = 0;
  for (const std::string& line : candidate.lines) {
    widest = std::max(widest, sheet.measure(line, text_size(label), label.strong));
  }
  const double height = line_height(label) * static_cast<double>(candidate.lines.size());
  const double top = std::max(above ? at.y - height : at.y + 4, 0.0);
  candidate.box = {right ? at.x + 10 : at.x - 10 - widest, top, right ? at.x + 10 + widest : at.x - 10, top + height};
  return candidate;
}

/// What speaks against a place: leaving the chart or covering a text rules it out, else lines and covered points.
double cost_of(const Sheet& sheet, const Candidate& candidate) {
  const Box& box = candidate.box;
  if (box.left < -0.5 || box.right > sheet.out.width + 0.5 || box.bottom > sheet.scale.plot.bottom) {
    return std::numeric_limits<double>::infinity();
  }
  for (const Box& other : sheet.taken) {
    if (overlap(box, other)) return std::numeric_limits<double>::infinity();
  }
  double cost = 10.0 * static_cast<double>(candidate.lines.size() - 1);
  for (const Shape& shape : sheet.chart.shapes) {
    if (shape.kind != ShapeKind::Line && shape.kind != ShapeKind::Step && shape.kind != ShapeKind::BigDot) continue;
    for (const Point& point : shape.points) {
      const Point at = sheet.scale.at(point);
      if (at.x > box.left - 4 && at.x < box.right + 4 && at.y > box.top && at.y < box.bottom + 4) cost += 20;
    }
  }
  return cost;
}

/// Beside its point on the side with room. Where every place is taken the label is left out: the point's stop and
/// the chart's table say the same.
void add_callout(Sheet& sheet, const ChartLabel& label) {
  Candidate best;
  double lowest = std::numeric_limits<double>::infinity();
  for (const bool above : {true, false}) {
    for (const bool right : {true, false}) {
      Candidate candidate = callout_at(sheet, label, right, above);
      const double cost = cost_of(sheet, candidate);
      if (cost >= lowest) continue;
      lowest = cost;
      best = std::move(candidate);
    }
  }
  if (std::isinf(lowest)) return;
  const double x = best.anchor == Anchor::Start ? best.box.left : best.box.right;
  add_block(sheet, label, best.lines, x, best.box.top, best.anchor);
}

}  // namespace

double text_size(const ChartLabel& label) { return label.small ? kTickSize : kLabelSize; }

bool overlap(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

void add_text(Sheet& sheet, std::string text, Point baseline, double size, Paint paint, Anchor anchor, bool strong) {
  const double width = sheet.measure(text, size, strong);
  const double before = anchor == Anchor::Start ? 0 : anchor == Anchor::Middle ? width / 2 : width;
  const double left = baseline.x - before;
  sheet.taken.push_back({left, baseline.y - size * 0.8, left + width, baseline.y + size * 0.25});
  sheet.out.marks.push_back({.kind = MarkKind::Text,
                             .paint = paint,
                             .size = size,
                             .points = {baseline},
                             .text = std::move(text),
                             .anchor = anchor,
                             .strong = strong});
}

std::vector<std::string> label_lines(const Sheet& sheet, std::string_view text, double width, double size,
                                     bool strong) {
  std::vector<std::string> lines;
  const auto width_of = [&](std::string_view part) { return sheet.measure(part, size, strong); };
  for (const TextLine& line : wrap_text(text, width, width_of)) lines.push_back(line_text(text, line));
  return lines;
}

double widest_word(const TextMeasure& measure, std::string_view text, double size, bool strong) {
  double widest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    widest = std::max(widest, measure(text.substr(0, end), size, strong));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return widest;
}

void add_labels(Sheet& sheet) {
  add_end_labels(sheet);
  for (const ChartLabel& label : sheet.chart.labels) {
    if (label.place == LabelPlace::RightOf) add_beside(sheet, label);
    if (label.place == LabelPlace::Above) add_above(sheet, label);
  }
  for (const ChartLabel& label : sheet.chart.labels) {
    if (label.place == LabelPlace::Callout) add_callout(sheet, label);
  }
}

}  // namespace kirnu::chart_layout

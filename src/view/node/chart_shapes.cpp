#include <cmath>
#include <utility>

#include "view/node/chart_scale.h"

namespace kirnu::chart_layout {
namespace {

struct Look {
  Paint paint;
  double opacity;
};

Look look_of(Ink ink) {
  switch (ink) {
    case Ink::Ink: return {Paint::Ink, 1};
    case Ink::Data: return {Paint::Data, 1};
    case Ink::Own: return {Paint::Signal, 1};
    case Ink::Reference: return {Paint::Soft, 1};
    case Ink::Band: return {Paint::Data, 0.09};
    case Ink::OwnBand: return {Paint::Signal, 0.14};
  }
  return {Paint::Ink, 1};
}

/// Each value holds until the next x.
std::vector<Point> stepped(const std::vector<Point>& points) {
  std::vector<Point> steps;
  for (const Point& point : points) {
    if (!steps.empty()) steps.push_back({point.x, steps.back().y});
    steps.push_back(point);
  }
  return steps;
}

void add_each(Sheet& sheet, const std::vector<Point>& points, MarkKind kind, Look look, double size) {
  for (const Point& point : points) {
    sheet.out.marks.push_back(
        {.kind = kind, .paint = look.paint, .opacity = look.opacity, .size = size, .points = {point}});
  }
}

}  // namespace

void add_shape(Sheet& sheet, const Shape& shape) {
  std::vector<Point> points;
  for (const Point& point : shape.points) {
    if (std::isfinite(point.x) && std::isfinite(point.y)) points.push_back(sheet.scale.at(point));
  }
  if (points.empty()) return;
  const Look look = look_of(shape.ink);
  const auto add = [&](MarkKind kind, double opacity, double size, std::vector<Point> at, bool dashed = false) {
    sheet.out.marks.push_back({.kind = kind,
                               .paint = look.paint,
                               .opacity = opacity,
                               .size = size,
                               .points = std::move(at),
                               .dashed = dashed});
  };
  const bool pair = points.size() >= 2;
  switch (shape.kind) {
    case ShapeKind::Area:
      if (points.size() >= 3) add(MarkKind::Polygon, look.opacity, 0, std::move(points));
      return;
    case ShapeKind::Line: return add(MarkKind::Line, look.opacity, 2.2, std::move(points));
    case ShapeKind::Step:
      add(MarkKind::Line, look.opacity, 2.2, stepped(points), shape.dash > 0);
      sheet.out.marks.back().dash = shape.dash == 1 ? 9 : 2;
      sheet.out.marks.back().gap = shape.dash == 1 ? 5 : 4;
      return;
    case ShapeKind::Dashed: return add(MarkKind::Line, look.opacity * 0.6, 1, std::move(points), true);
    case ShapeKind::Interval:
      if (pair) add(MarkKind::Line, 0.45, 5, {points.front(), points.back()});
      return;
    case ShapeKind::Bar:
      if (pair)
        add(MarkKind::Rect, shape.ink == Ink::Reference ? 0.35 : look.opacity, 0, {points.front(), points.back()});
      return;
    case ShapeKind::Dot: return add_each(sheet, points, MarkKind::Circle, look, 3);
    case ShapeKind::BigDot: return add_each(sheet, points, MarkKind::Circle, look, sheet.scale.rows.empty() ? 5 : 6);
    case ShapeKind::Ticks:
      for (const Point& at : points) add(MarkKind::Line, look.opacity, 1.2, {{at.x, at.y - 4}, {at.x, at.y + 4}});
      return;
    case ShapeKind::Diamond: return add_each(sheet, points, MarkKind::Diamond, look, 7);
  }
}

}  // namespace kirnu::chart_layout

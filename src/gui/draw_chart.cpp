#include <algorithm>
#include <cmath>

#include "gui/draw.h"
#include "view/node/chart_marks.h"

namespace kirnu {
namespace {

Colour paint_colour(Paint paint) {
  switch (paint) {
    case Paint::Ink: return Colour::Ink;
    case Paint::Soft: return Colour::Soft;
    case Paint::Grid: return Colour::Line;
    case Paint::Data: return Colour::Data;
    case Paint::Signal: return Colour::Signal;
  }
  return Colour::Ink;
}

std::vector<Point> moved(const std::vector<Point>& points, Point by) {
  std::vector<Point> moved;
  for (const Point& point : points) moved.push_back({point.x + by.x, point.y + by.y});
  return moved;
}

void draw_line(Canvas& canvas, const Mark& mark, const std::vector<Point>& points, Colour colour) {
  const Point& from = points.front();
  const Point& to = points.back();
  const bool pair = points.size() == 2;
  if (mark.dashed) return canvas.dashes(points, colour, mark.size, mark.opacity, mark.dash, mark.gap);
  if (pair && from.y == to.y && mark.size <= 1) return canvas.horizontal(from.x, from.y, to.x - from.x, colour);
  if (pair && from.x == to.x && mark.size <= 1) return canvas.vertical(from.x, from.y, to.y - from.y, colour);
  if (pair && from.y == to.y && mark.size > 3) {  // a thick bar with round ends
    const double left = std::min(from.x, to.x) - mark.size / 2, width = std::fabs(to.x - from.x) + mark.size;
    return canvas.fill({left, from.y - mark.size / 2, width, mark.size}, colour, mark.size / 2, mark.opacity);
  }
  canvas.lines(points, colour, mark.size, mark.opacity);
}

void draw_mark_text(Canvas& canvas, const Mark& mark, const Point& at, Colour colour) {
  const TextLook look{.size = mark.size, .line = mark.size * 1.3, .strong = mark.strong, .colour = colour};
  const double width = canvas.width_of(mark.text, look);
  const double before = mark.anchor == Anchor::Start ? 0 : mark.anchor == Anchor::Middle ? width / 2 : width;
  canvas.text(mark.text, at.x - before, at.y - 0.364 * mark.size - look.line / 2, look);
}

void draw_mark(Canvas& canvas, const Mark& mark, Point corner) {
  const std::vector<Point> points = moved(mark.points, corner);
  const Colour colour = paint_colour(mark.paint);
  const Point& first = points.front();
  switch (mark.kind) {
    case MarkKind::Line: return draw_line(canvas, mark, points, colour);
    case MarkKind::Polygon: return canvas.polygon(points, colour, mark.opacity);
    case MarkKind::Rect: {
      const Point& other = points.back();
      const Rect rect{std::min(first.x, other.x), std::min(first.y, other.y), std::fabs(first.x - other.x),
                      std::fabs(first.y - other.y)};
      return canvas.fill(rect, colour, 0, mark.opacity);
    }
    case MarkKind::Circle: return canvas.circle(first, mark.size, colour, mark.opacity);
    case MarkKind::Diamond: {
      const double wide = mark.size * 6 / 7;
      return canvas.polygon({{first.x, first.y - mark.size},
                             {first.x + wide, first.y},
                             {first.x, first.y + mark.size},
                             {first.x - wide, first.y}},
                            colour, mark.opacity);
    }
    case MarkKind::Text: return draw_mark_text(canvas, mark, first, colour);
  }
}

/// The stop nearest to the pointer: by row on a chart with rows, else by x.
std::size_t nearest_stop(const Chart& chart, const ChartMarks& marks, Point pointer) {
  std::size_t nearest = 0;
  double least = 0;
  for (std::size_t i = 0; i < marks.stops.size(); ++i) {
    const Point& stop = marks.stops[i];
    const double away = chart.rows.empty() ? std::fabs(stop.x - pointer.x) : std::fabs(stop.y - pointer.y);
    if (i > 0 && away >= least) continue;
    nearest = i;
    least = away;
  }
  return nearest;
}

}  // namespace

void draw_stop(Screen& screen, std::string_view words, Point at, const Rect& inside) {
  constexpr double kPadding = 8;
  const TextLook look = kLabel.in(Colour::Paper);
  const double room = std::min(inside.width - 2 * kPadding, 260.0);
  double widest = 0;
  const std::vector<TextLine> lines = paragraph_lines(screen, words, room, look);
  for (const TextLine& line : lines) {
    widest = std::max(widest, screen.canvas.width_of(line_text(words, line), look));
  }
  const double width = widest + 2 * kPadding + 4;
  const double height = static_cast<double>(lines.size()) * look.line + kPadding;
  const double x = std::clamp(at.x - width / 2, inside.x, std::max(inside.right() - width, inside.x));
  const bool above = at.y - 14 - height >= inside.y;
  const Rect box{x, above ? at.y - 14 - height : at.y + 14, width, height};
  screen.canvas.fill(box, Colour::Ink, 6);
  draw_paragraph(screen, words, {box.x + kPadding + 2, box.y + kPadding / 2, widest + 1}, look);
}

double draw_chart(Screen& screen, const Node& node, const ChartNode& chart, const Area& area) {
  double y = area.y;
  const bool named = screen.card_title.empty() || (!chart.titled && screen.card_title != chart.title);
  if (named) y += draw_paragraph(screen, chart.title, area, kTitle);
  if (!chart.titled) y += draw_paragraph(screen, chart.summary, {area.x, y, area.width}, kLabel);
  screen.card_title = {};  // whatever follows in the card needs its own title
  if (y > area.y) y += 10;
  const auto measure = [&](std::string_view text, double size, bool strong) {
    return screen.canvas.width_of(text, {.size = size, .line = size, .strong = strong});
  };
  const ChartMarks marks = chart_marks(chart.chart, area.width, measure);
  const Rect plot{area.x, y, marks.width, marks.height};
  place(screen, node.id, plot);
  if (!screen.canvas.silent()) {
    for (const Mark& mark : marks.marks) draw_mark(screen.canvas, mark, {plot.x, plot.y});
    Point pointer;
    const bool hovered = find_pointer(screen, plot, pointer);
    const bool stepped = screen.focused(node.id);
    if (stepped) draw_focus_ring(screen, {plot.x - 4, plot.y, plot.width + 8, plot.height}, 4);
    if ((hovered || stepped) && !marks.stops.empty()) {
      const Point in_chart{pointer.x - plot.x, pointer.y - plot.y};
      const std::size_t at =
          hovered ? nearest_stop(chart.chart, marks, in_chart) : std::min(screen.focus.start, marks.stops.size() - 1);
      const Point point{plot.x + marks.stops[at].x, plot.y + marks.stops[at].y};
      screen.canvas.circle(point, 4, Colour::Card);
      screen.canvas.ring(point, 5, Colour::Ink, 2);
      draw_stop(screen, chart.chart.stops[at].text, point, plot);
    }
  }
  const double below = draw_stack(screen, node.children, {area.x, plot.bottom() + 4, area.width}, 0);
  return plot.bottom() + (below > 0 ? below + 4 : 0) - area.y;
}

}  // namespace kirnu

#include "gui/canvas.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "view/node/text_width.h"

namespace kirnu {
namespace {

std::vector<ImVec2> without_repeats(std::vector<ImVec2> path) {
  const auto same = [](const ImVec2& a, const ImVec2& b) { return a.x == b.x && a.y == b.y; };
  path.erase(std::unique(path.begin(), path.end(), same), path.end());
  return path;
}

/// Whether a polygon lies between an upper line, left to right, and a lower one, right to left, over the same places.
bool is_band(const std::vector<ImVec2>& path) {
  const std::size_t size = path.size();
  for (std::size_t i = 0; i < size / 2; ++i) {
    if (path[i].x != path[size - 1 - i].x || (i > 0 && path[i].x < path[i - 1].x)) return false;
  }
  return size % 2 == 0;
}

/// Piece by piece: where the lines meet, a polygon as a whole has no inside that could be told.
void fill_band(ImDrawList& list, const std::vector<ImVec2>& path, ImU32 colour) {
  const ImDrawListFlags flags = list.Flags;
  list.Flags &= ~ImDrawListFlags_AntiAliasedFill;  // soft edges would show where pieces meet
  for (std::size_t i = 1; i < path.size() / 2; ++i) {
    const std::size_t below = path.size() - 1 - i;
    if (path[i].x > path[i - 1].x) list.AddQuadFilled(path[i - 1], path[i], path[below], path[below + 1], colour);
  }
  list.Flags = flags;
}

float narrowed(double value) { return static_cast<float>(value); }

}  // namespace

double Canvas::width_of(std::string_view text, const TextLook& look) const {
  ImFont* font = fonts_.of(look.strong);
  if (!font || text.empty()) return inter_width(text, look.size, look.strong);
  return font->CalcTextSizeA(narrowed(look.size), FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

bool Canvas::hidden(double top, double bottom) const {
  return silent_ || bottom < view_.top - 8 || top > view_.top + view_.height + 8;
}

double Canvas::snap(double pixels) const { return std::round(pixels * view_.density) / view_.density; }

ImVec2 Canvas::at(double x, double y) const { return {narrowed(x), narrowed(y - view_.top)}; }

ImU32 Canvas::paint(Colour colour, double opacity) const {
  const auto alpha = static_cast<ImU32>(std::lround(std::clamp(opacity, 0.0, 1.0) * 255));
  return (theme_.of(colour) & ~IM_COL32_A_MASK) | alpha << IM_COL32_A_SHIFT;
}

std::vector<ImVec2> Canvas::placed(const std::vector<Point>& points) const {
  std::vector<ImVec2> placed;
  placed.reserve(points.size());
  for (const Point& point : points) placed.push_back(at(point.x, point.y));
  return placed;
}

void Canvas::text(std::string_view text, double x, double top, const TextLook& look) {
  if (silent_ || text.empty()) return;
  if (record_) record_->push_back({std::string(text), {x, top, width_of(text, look), look.line}});
  ImFont* font = fonts_.of(look.strong);
  if (!font || hidden(top, top + look.line)) return;
  // The baseline lies half a capital (0.364 em in Inter) below the line's middle, on a whole device pixel.
  const double baseline = snap(top - view_.top + look.line / 2 + 0.364 * look.size);
  const double left = snap(x), upper = baseline - font->GetFontBaked(narrowed(look.size))->Ascent;
  const ImVec2 whole{narrowed(std::floor(left)), narrowed(std::floor(upper))};
  const int first = list_->VtxBuffer.Size;
  list_->AddText(font, narrowed(look.size), whole, paint(look.colour, 1), text.data(), text.data() + text.size());
  // ImGui cuts positions to whole CSS pixels; on finer screens the rest is added here.
  const ImVec2 rest{narrowed(left) - whole.x, narrowed(upper) - whole.y};
  for (int i = first; i < list_->VtxBuffer.Size; ++i) {
    list_->VtxBuffer[i].pos.x += rest.x;
    list_->VtxBuffer[i].pos.y += rest.y;
  }
}

void Canvas::fill(const Rect& rect, Colour colour, double radius, double opacity) {
  if (hidden(rect.y, rect.bottom())) return;
  list_->AddRectFilled(at(snap(rect.x), snap(rect.y)), at(snap(rect.right()), snap(rect.bottom())),
                       paint(colour, opacity), narrowed(radius));
}

void Canvas::outline(const Rect& rect, Colour colour, double radius, double thickness) {
  if (hidden(rect.y, rect.bottom())) return;
  // ImGui's strokes run half a pixel inside; a thicker one is moved so that its outer edge is the rectangle's.
  const double inside = thickness / 2 - 0.5;
  list_->AddRect(at(snap(rect.x) + inside, snap(rect.y) + inside),
                 at(snap(rect.right()) - inside, snap(rect.bottom()) - inside), paint(colour, 1), narrowed(radius), 0,
                 narrowed(thickness));
}

void Canvas::dashed_outline(const Rect& rect, Colour colour, double radius) {
  if (hidden(rect.y, rect.bottom())) return;
  list_->PathRect(at(rect.x + 0.5, rect.y + 0.5), at(rect.right() - 0.5, rect.bottom() - 0.5), narrowed(radius));
  std::vector<Point> points;
  for (const ImVec2& point : list_->_Path) points.push_back({point.x, point.y + view_.top});
  list_->PathClear();
  if (!points.empty()) points.push_back(points.front());
  dashes(points, colour, 1.5);
}

void Canvas::horizontal(double x, double y, double length, Colour colour) {
  if (hidden(y, y + 1)) return;
  const double thick = std::max(std::round(view_.density), 1.0) / view_.density;
  list_->AddRectFilled(at(snap(x), snap(y)), at(snap(x + length), snap(y) + thick), paint(colour, 1));
}

void Canvas::vertical(double x, double y, double length, Colour colour) {
  if (hidden(y, y + length)) return;
  const double thick = std::max(std::round(view_.density), 1.0) / view_.density;
  list_->AddRectFilled(at(snap(x), snap(y)), at(snap(x) + thick, snap(y + length)), paint(colour, 1));
}

void Canvas::lines(const std::vector<Point>& points, Colour colour, double thickness, double opacity) {
  if (silent_ || points.size() < 2) return;
  const std::vector<ImVec2> path = without_repeats(placed(points));  // they would end in spikes
  if (path.size() < 2) return;
  list_->AddPolyline(path.data(), static_cast<int>(path.size()), paint(colour, opacity), 0, narrowed(thickness));
}

void Canvas::dashes(const std::vector<Point>& points, Colour colour, double thickness, double opacity, double dash,
                    double gap) {
  const double period = dash + gap;
  if (silent_) return;
  double phase = 0;  // how far into dash and gap the path has come
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point from = points[i - 1], to = points[i];
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const auto along = [&](double way) {
      return Point{from.x + (to.x - from.x) * way / length, from.y + (to.y - from.y) * way / length};
    };
    for (double way = 0; way < length;) {
      const bool drawn = phase < dash;
      const double step = std::min((drawn ? dash : period) - phase, length - way);
      if (drawn) lines({along(way), along(way + step)}, colour, thickness, opacity);
      way += std::max(step, 0.01);
      phase = std::fmod(phase + std::max(step, 0.01), period);
    }
  }
}

void Canvas::polygon(const std::vector<Point>& points, Colour colour, double opacity) {
  if (silent_ || points.size() < 3) return;
  const std::vector<ImVec2> path = placed(points);
  if (is_band(path)) return fill_band(*list_, path, paint(colour, opacity));
  list_->AddConcavePolyFilled(path.data(), static_cast<int>(path.size()), paint(colour, opacity));
}

void Canvas::circle(Point middle, double radius, Colour colour, double opacity) {
  if (hidden(middle.y - radius, middle.y + radius)) return;
  list_->AddCircleFilled(at(middle.x, middle.y), narrowed(radius), paint(colour, opacity));
}

void Canvas::ring(Point middle, double radius, Colour colour, double thickness) {
  if (hidden(middle.y - radius, middle.y + radius)) return;
  list_->AddCircle(at(middle.x, middle.y), narrowed(radius), paint(colour, 1), 0, narrowed(thickness));
}

void Canvas::hatch(const Rect& rect, Colour colour) {
  if (hidden(rect.y, rect.bottom())) return;
  push_clip(rect);
  for (double x = rect.x - rect.height; x < rect.right(); x += 6) {
    lines({{x, rect.bottom()}, {x + rect.height, rect.y}}, colour, 1);
  }
  pop_clip();
}

void Canvas::chevron(Point middle, double size, bool right, Colour colour) {
  const double half = size / 2, quarter = size / 4;
  const std::vector<Point> down{
      {middle.x - half, middle.y - quarter}, {middle.x, middle.y + quarter}, {middle.x + half, middle.y - quarter}};
  const std::vector<Point> across{
      {middle.x - quarter, middle.y - half}, {middle.x + quarter, middle.y}, {middle.x - quarter, middle.y + half}};
  lines(right ? across : down, colour, 1.5);
}

void Canvas::push_clip(const Rect& rect) {
  if (!silent_) list_->PushClipRect(at(rect.x, rect.y), at(rect.right(), rect.bottom()), true);
}

void Canvas::pop_clip() {
  if (!silent_) list_->PopClipRect();
}

}  // namespace kirnu

#include "gui/screen.h"

#include <algorithm>

namespace kirnu {
namespace {

ImVec2 placed(const Screen& screen, double x, double y) {
  return {static_cast<float>(x), static_cast<float>(y - screen.canvas.view().top)};
}

}  // namespace

double measured(Screen& screen, const std::function<double()>& draw) {
  const bool was = screen.canvas.silent();
  screen.canvas.set_silent(true);
  const double height = draw();
  screen.canvas.set_silent(was);
  return height;
}

double measured_once(Screen& screen, const Node& node, double width, const std::function<double()>& draw) {
  for (const MeasuredHeight& known : screen.heights) {
    if (known.node == &node && known.width == width) return known.height;
  }
  const double height = measured(screen, draw);
  screen.heights.push_back({.node = &node, .width = width, .height = height});
  return height;
}

void place(Screen& screen, std::string_view id, const Rect& rect) {
  if (!screen.canvas.silent()) screen.places.emplace_back(id, rect);
}

Press press(Screen& screen, std::string_view id, const Rect& rect) {
  if (screen.canvas.silent() || rect.width < 1 || rect.height < 1) return {};
  ImGui::SetCursorScreenPos(placed(screen, rect.x, rect.y));
  ImGui::PushID(id.data(), id.data() + id.size());
  const bool clicked =
      ImGui::InvisibleButton("press", {static_cast<float>(rect.width), static_cast<float>(rect.height)});
  ImGui::PopID();
  return {.hovered = ImGui::IsItemHovered(), .held = ImGui::IsItemActive(), .clicked = clicked};
}

bool find_pointer(const Screen& screen, const Rect& rect, Point& pointer) {
  const ImVec2 low = placed(screen, rect.x, rect.y), high = placed(screen, rect.right(), rect.bottom());
  if (screen.canvas.silent() || !ImGui::IsMouseHoveringRect(low, high)) return false;
  const ImVec2 at = ImGui::GetIO().MousePos;
  pointer = {at.x, at.y + screen.canvas.view().top};
  return true;
}

void draw_focus_ring(Screen& screen, const Rect& rect, double radius) {
  const Rect around{rect.x - 3, rect.y - 3, rect.width + 6, rect.height + 6};
  screen.canvas.outline(around, Colour::Data, radius + 3, 2);
}

std::vector<TextLine> paragraph_lines(const Screen& screen, std::string_view text, double width, const TextLook& look) {
  const auto width_of = [&](std::string_view part) { return screen.canvas.width_of(part, look); };
  return wrap_text(text, width + 0.5, width_of);
}

double draw_paragraph(Screen& screen, std::string_view text, const Area& area, const TextLook& look) {
  if (text.empty()) return 0;
  double y = area.y;
  for (const TextLine& line : paragraph_lines(screen, text, area.width, look)) {
    screen.canvas.text(line_text(text, line), area.x, y, look);
    y += look.line;
  }
  return y - area.y;
}

double widest_word(const Screen& screen, std::string_view text, const TextLook& look) {
  double widest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n-"), text.size());
    const std::size_t drawn = end + (end < text.size() && text[end] == '-' ? 1 : 0);
    widest = std::max(widest, screen.canvas.width_of(text.substr(0, drawn), look));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return widest;
}

}  // namespace kirnu

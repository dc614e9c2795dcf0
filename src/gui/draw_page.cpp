#include <algorithm>
#include <cmath>

#include "gui/draw.h"

namespace kirnu {
namespace {

constexpr double kWidest = 1280;
constexpr double kFormWidth = 336;
constexpr double kColumnGap = 32;

double side_padding(const Screen& screen) {
  if (screen.width < kPhone) return 16;
  return screen.width < kTwoColumns ? 24 : 32;
}

const SectionNode* find_section(const Node& node, SectionRole role) {
  const auto* section = std::get_if<SectionNode>(&node.body);
  return section && section->role == role ? section : nullptr;
}

/// Header controls at the right end of the name's row, the rest in rows below it.
double draw_pills(Screen& screen, const std::vector<Node>& nodes, const Area& area, double name_width) {
  constexpr double kGap = 8;
  const double height = screen.phone() ? 44 : 32;
  double y = area.y, room = area.width - name_width - 16;
  for (std::size_t begin = 0; begin < nodes.size();) {
    double taken = 0;
    std::size_t end = begin;
    for (; end < nodes.size(); ++end) {
      const double width = std::min(pill_width(screen, nodes[end]), area.width) + (end > begin ? kGap : 0);
      if (end > begin && taken + width > room + 0.5) break;
      if (end == begin && width > room + 0.5 && room < area.width) break;  // not even one beside the name
      taken += width;
    }
    double x = area.x + area.width - taken;
    for (; begin < end; ++begin) {
      const double width = std::min(pill_width(screen, nodes[begin]), area.width);
      draw_pill(screen, nodes[begin], {x, y, width, height}, begin == 0);
      x += width + kGap;
    }
    if (begin < nodes.size()) y += height + kGap;
    room = area.width;
  }
  return y + height - area.y;
}

/// The product's name, what it is about where there is room, and the page's own controls.
double draw_header(Screen& screen, const PageNode& page, const Node& header, const Area& area) {
  const double row = screen.phone() ? 44 : 32, above = screen.phone() ? 12 : 16;
  const double top = area.y + above;
  const double name = screen.canvas.width_of(page.title, kBrand);
  screen.canvas.text(page.title, area.x, top + (row - kBrand.line) / 2, kBrand);
  double taken = name, pills = 0;
  for (const Node& child : header.children) pills += pill_width(screen, child) + 8;
  const double subtitle = screen.canvas.width_of(page.subtitle, kLabel) + 22;
  if (!page.subtitle.empty() && name + 16 + subtitle + 24 + pills <= area.width) {
    const Rect rect{area.x + name + 16, top, subtitle, row};
    screen.canvas.outline(rect, Colour::Line, kFieldRadius);
    screen.canvas.text(page.subtitle, rect.x + 11, rect.y + (row - kLabel.line) / 2, kLabel);
    taken = rect.right() - area.x;
  }
  const double height = draw_pills(screen, header.children, {area.x, top, area.width}, taken) + 2 * above;
  screen.canvas.horizontal(0, area.y + height, screen.width, Colour::Line);
  place(screen, header.id, {area.x, area.y, area.width, height});
  return height + 1;
}

double draw_footer(Screen& screen, const Node& footer, const Area& area) {
  return draw_node(screen, footer, {area.x, area.y + 8, area.width}) + 8 + 32;
}

/// Form beside answer, or above it; whatever else the page holds stands above the answer.
double draw_body(Screen& screen, const Node& page, const Area& area) {
  const bool beside = screen.width >= kTwoColumns;
  double form_end = area.y, y = area.y;
  Area answer = area;
  for (const Node& child : page.children) {
    if (!find_section(child, SectionRole::Form)) continue;
    form_end = area.y + draw_node(screen, child, {area.x, area.y, beside ? kFormWidth : area.width});
    if (beside) answer = {area.x + kFormWidth + kColumnGap, area.y, area.width - kFormWidth - kColumnGap};
    if (!beside) y = form_end + 28;
  }
  for (const Node& child : page.children) {
    const bool elsewhere = find_section(child, SectionRole::Form) || find_section(child, SectionRole::Header) ||
                           find_section(child, SectionRole::Footer);
    if (elsewhere) continue;
    const double height = draw_node(screen, child, {answer.x, y, answer.width});
    if (height > 0) y += height + 24;
  }
  return std::max(form_end, y - 24) - area.y;
}

}  // namespace

double draw_page(Screen& screen, const Node& node) {
  const auto* page = std::get_if<PageNode>(&node.body);
  if (!page) return 0;
  const double padding = side_padding(screen), column = std::min(screen.width, kWidest);
  Area area{std::floor((screen.width - column) / 2) + padding, 0, column - 2 * padding};
  for (const Node& child : node.children) {
    if (find_section(child, SectionRole::Header)) area.y += draw_header(screen, *page, child, area);
  }
  area.y += screen.phone() ? 20 : 28;
  area.y += draw_body(screen, node, area) + 28;
  for (const Node& child : node.children) {
    if (find_section(child, SectionRole::Footer)) area.y += draw_footer(screen, child, area);
  }
  place(screen, node.id, {0, 0, screen.width, area.y});
  return area.y;
}

}  // namespace kirnu

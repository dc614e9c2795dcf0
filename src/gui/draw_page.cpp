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

double pill_gap(const Screen& screen) { return screen.phone() ? 4 : 8; }

/// Header controls: from `x` on in the name's row, or from the left in rows below it.
double draw_pills(Screen& screen, const std::vector<Node>& nodes, const Area& area, double x) {
  const double height = screen.phone() ? 44 : 32, gap = pill_gap(screen);
  double y = area.y;
  for (const Node& node : nodes) {
    const double width = std::min(pill_width(screen, node), area.width);
    if (x > area.x && x + width > area.x + area.width + 0.5) {
      x = area.x;
      y += height + gap;
    }
    draw_pill(screen, node, {x, y, width, height}, &node == &nodes.front());
    x += width + gap;
  }
  return y + height - area.y;
}

/// The product's name, what it is about where there is room, and the page's own controls.
double draw_header(Screen& screen, const PageNode& page, const Node& header, const Area& area) {
  const double above = screen.phone() ? 12 : 16;
  const double top = area.y + above;
  const double name = screen.canvas.width_of(page.title, kBrand);
  double pills = 0;
  for (const Node& child : header.children) pills += pill_width(screen, child) + pill_gap(screen);
  pills -= pill_gap(screen);
  const bool beside = name + 16 + pills <= area.width;  // else the name has a row of its own
  const double row = !beside ? kBrand.line + 6 : screen.phone() ? 44 : 32;
  screen.canvas.text(page.title, area.x, top + (beside ? (row - kBrand.line) / 2 : 0), kBrand);
  const double subtitle = screen.canvas.width_of(page.subtitle, kLabel) + 22;
  if (!page.subtitle.empty() && name + 16 + subtitle + 32 + pills <= area.width) {
    const Rect rect{area.x + name + 16, top, subtitle, row};
    screen.canvas.outline(rect, Colour::Line, kFieldRadius);
    screen.canvas.text(page.subtitle, rect.x + 11, rect.y + (row - kLabel.line) / 2, kLabel);
  }
  const Area tools{area.x, beside ? top : top + row, area.width};
  const double height = draw_pills(screen, header.children, tools, beside ? area.x + area.width - pills : area.x) +
                        tools.y - top + 2 * above;
  screen.canvas.horizontal(0, area.y + height, screen.width, Colour::Line);
  place(screen, header.id, {area.x, area.y, area.width, height});
  return height + 1;
}

double draw_footer(Screen& screen, const Node& footer, const Area& area) {
  return draw_node(screen, footer, {area.x, area.y + 8, area.width}) + 8 + 32;
}

/// Form beside answer; where there is no room beside, everything in the order of the page.
double draw_body(Screen& screen, const Node& page, const Area& area) {
  const bool beside = screen.width >= kTwoColumns;
  double form_end = area.y, y = area.y, gap = 0;
  Area answer = area;
  for (const Node& child : page.children) {
    if (!beside || !find_section(child, SectionRole::Form)) continue;
    form_end = area.y + draw_node(screen, child, {area.x, area.y, kFormWidth});
    answer = {area.x + kFormWidth + kColumnGap, area.y, area.width - kFormWidth - kColumnGap};
  }
  for (const Node& child : page.children) {
    const bool form = find_section(child, SectionRole::Form) != nullptr;
    if ((form && beside) || find_section(child, SectionRole::Header) || find_section(child, SectionRole::Footer))
      continue;
    const double height = draw_node(screen, child, {answer.x, y, answer.width});
    if (height <= 0) continue;
    gap = form ? 28 : 24;
    y += height + gap;
  }
  return std::max(form_end, y - gap) - area.y;
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

#include <algorithm>
#include <cmath>

#include "gui/draw.h"

namespace kirnu {
namespace {

constexpr double kCardGap = 24;

/// Fields that may stand two in a row.
bool is_short_field(const Node& node) {
  if (const auto* select = std::get_if<SelectNode>(&node.body)) return !select->segmented;
  const auto* field = std::get_if<FieldNode>(&node.body);
  return field && field->input != FieldInput::Lines && field->input != FieldInput::File &&
         field->input != FieldInput::Slider;
}

double draw_titled(Screen& screen, const SectionNode& section, const Area& area, const TextLook& title, double gap) {
  double y = area.y + draw_paragraph(screen, section.title, area, title);
  y += draw_paragraph(screen, section.text, {area.x, y, area.width}, kLabel);
  return y == area.y ? 0 : y - area.y + gap;
}

/// A disclosure: its rectangle is its header's.
double draw_fold(Screen& screen, const Node& node, const SectionNode& section, const Area& area) {
  const Rect header{area.x, area.y, area.width, screen.press_height()};
  draw_fold_header(screen, node.id, section.title, section.open, header, kLabel.in(Colour::Ink));
  if (!section.open) return header.height;
  double y = header.bottom() + 8;
  const double text = draw_paragraph(screen, section.text, {area.x, y, area.width}, kLabel);
  y += text > 0 ? text + 12 : 0;
  return y + draw_stack(screen, node.children, {area.x, y, area.width}, 14) - area.y;
}

/// On a phone a card's title folds it, and what it found stays in sight; answers where these end.
double draw_card_fold(Screen& screen, const Node& node, const SectionNode& section, const Area& inside) {
  const double lines = static_cast<double>(paragraph_lines(screen, section.title, inside.width - 17, kTitle).size());
  const Rect header{inside.x, inside.y - 8, inside.width, std::max(screen.press_height(), lines * kTitle.line + 16)};
  draw_fold_header(screen, "card." + node.id, section.title, section.open, header, kTitle);
  return header.bottom() + draw_paragraph(screen, section.text, {inside.x, header.bottom(), inside.width}, kLabel);
}

/// Padding, a title, and what the card holds. `height` is the card's own when its row makes it higher, else 0.
double draw_card(Screen& screen, const Node& node, const SectionNode& section, const Area& area, double height) {
  const double side = screen.phone() ? 16 : 20, above = screen.phone() ? 16 : 18;
  const Area inside{area.x + side, area.y + above, area.width - 2 * side};
  const bool folds = screen.phone() && !section.title.empty();
  const auto draw_inside = [&] {
    if (folds && !section.open) return draw_card_fold(screen, node, section, inside) + above - 8;
    const std::string_view outer = screen.card_title;
    screen.card_title = section.title;
    screen.in_card = true;
    double y = folds ? draw_card_fold(screen, node, section, inside) + 12
                     : inside.y + draw_titled(screen, section, inside, kTitle, 12);
    y += draw_stack(screen, node.children, {inside.x, y, inside.width}, 14);
    screen.card_title = outer;
    screen.in_card = false;
    return y + above;
  };
  const auto height_inside = [&] { return draw_inside() - area.y; };
  const Rect box{area.x, area.y, area.width,
                 height > 0 ? height : measured_once(screen, node, area.width, height_inside)};
  if (screen.canvas.silent()) return box.height;
  screen.canvas.fill(box, Colour::Card, kCardRadius);
  screen.canvas.outline(box, Colour::Line, kCardRadius);
  draw_inside();
  place(screen, node.id, box);
  return box.height;
}

bool is_wide(const Node& node) {
  const auto* section = std::get_if<SectionNode>(&node.body);
  return !section || section->role == SectionRole::WideCard;
}

double draw_in_grid(Screen& screen, const Node& node, const Area& area, double height) {
  const auto* section = std::get_if<SectionNode>(&node.body);
  return section && (section->role == SectionRole::Card || is_wide(node))
             ? draw_card(screen, node, *section, area, height)
             : draw_node(screen, node, area);
}

/// Two cards in a row of equal height where there is room; a wide one, and one left over, takes the whole row.
double draw_cards(Screen& screen, const Node& node, const Area& area) {
  const bool two = area.width >= 620;
  const double half = (area.width - kCardGap) / 2, gap = screen.phone() ? 16 : kCardGap;
  double y = area.y;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) y += gap;
    const Node& left = node.children[i];
    const bool pair = two && !is_wide(left) && i + 1 < node.children.size() && !is_wide(node.children[i + 1]);
    if (!pair) {
      y += draw_in_grid(screen, left, {area.x, y, area.width}, 0);
      continue;
    }
    const Node& right = node.children[++i];
    const Area first{area.x, y, half}, second{area.x + half + kCardGap, y, half};
    const double height = std::max(measured(screen, [&] { return draw_in_grid(screen, left, first, 0); }),
                                   measured(screen, [&] { return draw_in_grid(screen, right, second, 0); }));
    draw_in_grid(screen, left, first, height);
    draw_in_grid(screen, right, second, height);
    y += height;
  }
  return y - area.y;
}

constexpr double kRowGap = 12;

/// Selects side by side, each wide enough for what is chosen in it: alike where that is enough for all of them, else
/// what is left is shared. As many in a row as fit.
double draw_select_row(Screen& screen, const std::vector<Node>& nodes, const Area& area) {
  double y = area.y;
  for (std::size_t begin = 0; begin < nodes.size();) {
    double taken = 0, widest = 0;
    std::size_t end = begin;
    for (; end < nodes.size(); ++end) {
      const double need = std::min(menu_width(screen, std::get<SelectNode>(nodes[end].body)), area.width);
      if (end > begin && taken + kRowGap + need > area.width + 0.5) break;
      taken += need + (end > begin ? kRowGap : 0);
      widest = std::max(widest, need);
    }
    const auto count = static_cast<double>(end - begin);
    const double share = (area.width + kRowGap) / count - kRowGap;
    double x = area.x, row = 0;
    for (; begin < end; ++begin) {
      const double need = std::min(menu_width(screen, std::get<SelectNode>(nodes[begin].body)), area.width);
      const double width = widest <= share ? share : need + (area.width - taken) / count;
      row = std::max(row, draw_node(screen, nodes[begin], {x, y, width}));
      x += width + kRowGap;
    }
    y += row + (begin < nodes.size() ? kRowGap : 0);
  }
  return y - area.y;
}

bool is_menu(const Node& node) {
  const auto* select = std::get_if<SelectNode>(&node.body);
  return select && !select->segmented;
}

/// Side by side: buttons as wide as their words, others sharing the width, in as many rows as needed.
double draw_row(Screen& screen, const Node& node, const Area& area) {
  constexpr double kNarrowest = 180, kBareGap = 16;
  if (std::all_of(node.children.begin(), node.children.end(), is_menu))
    return draw_select_row(screen, node.children, area);
  const double count = static_cast<double>(std::max<std::size_t>(node.children.size(), 1));
  const double fitting = std::max(std::floor((area.width + kRowGap) / (kNarrowest + kRowGap)), 1.0);
  const double share = (area.width + kRowGap) / std::min(count, fitting) - kRowGap;
  double x = area.x, y = area.y, row = 0;
  for (const Node& child : node.children) {
    const auto* button = std::get_if<ButtonNode>(&child.body);
    const bool bare = button && is_bare(button->style);  // its height is mostly air
    const double width = button ? std::min(button_width(screen, *button), area.width) : share;
    if (x > area.x && x + width > area.x + area.width + 0.5) {
      x = area.x;
      y += row + (bare ? 0 : kRowGap);
      row = 0;
    }
    row = std::max(row, draw_node(screen, child, {x, y, width}));
    x += width + (bare ? kBareGap : kRowGap);
  }
  return y + row - area.y;
}

/// One sentence after another belongs together, and so does one fold after another.
bool belong_together(const Node& node, const Node& next) {
  const auto is_text = [](const Node& each) { return std::holds_alternative<TextNode>(each.body); };
  const auto is_fold = [](const Node& each) {
    const auto* section = std::get_if<SectionNode>(&each.body);
    return section && section->role == SectionRole::Fold;
  };
  return (is_text(node) && is_text(next)) || (is_fold(node) && is_fold(next));
}

/// One below the other; short fields are two in a row where there is a gap between them.
double draw_pairs(Screen& screen, const std::vector<Node>& nodes, const Area& area, double gap, double between) {
  const bool two = between > 0;
  const double half = (area.width - between) / 2;
  double y = area.y, last_gap = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const bool pair = two && is_short_field(nodes[i]) && i + 1 < nodes.size() && is_short_field(nodes[i + 1]);
    const double width = two && is_short_field(nodes[i]) ? half : area.width;
    double height = draw_node(screen, nodes[i], {area.x, y, width});
    if (pair) height = std::max(height, draw_node(screen, nodes[++i], {area.x + half + between, y, half}));
    const bool near = i + 1 < nodes.size() && belong_together(nodes[i], nodes[i + 1]);
    if (height <= 0) continue;
    last_gap = near ? std::min(gap, 8.0) : gap;
    y += height + last_gap;
  }
  return std::max(y - last_gap - area.y, 0.0);
}

}  // namespace

void draw_fold_header(Screen& screen, std::string_view id, std::string_view title, bool open, const Rect& rect,
                      const TextLook& look) {
  const Press pressed = press(screen, id, rect);
  const TextLook inked = pressed.hovered ? look.in(Colour::Ink) : look;
  screen.canvas.chevron({rect.x + 5, rect.y + rect.height / 2}, 8, !open, inked.colour);
  const auto draw_words = [&](double y) {
    return draw_paragraph(screen, title, {rect.x + 17, y, rect.width - 17}, inked);
  };
  const double words = measured(screen, [&] { return draw_words(0); }), top = rect.y + (rect.height - words) / 2;
  draw_words(top);
  // Around the words, not all that a finger finds.
  if (screen.focused(id)) draw_focus_ring(screen, {rect.x - 2, top, rect.width + 4, words}, 4);
  if (pressed.clicked) {
    screen.actions.push_back({.type = GuiAction::Type::Fold, .id = std::string(id), .open = !open});
  }
  place(screen, id, rect);
}

double draw_stack(Screen& screen, const std::vector<Node>& nodes, const Area& area, double gap) {
  return draw_pairs(screen, nodes, area, gap, area.width >= 520 ? 16 : 0);
}

double draw_section(Screen& screen, const Node& node, const SectionNode& section, const Area& area) {
  double height = 0;
  switch (section.role) {
    case SectionRole::Fold: return draw_fold(screen, node, section, area);
    case SectionRole::Tools:
      if (screen.phone()) return draw_fold(screen, node, section, area);
      height = draw_titled(screen, section, area, kTitle, 12);
      height += draw_row(screen, node, {area.x, area.y + height, area.width});
      break;
    case SectionRole::Card:
    case SectionRole::WideCard: return draw_card(screen, node, section, area, 0);
    case SectionRole::Figures:
    case SectionRole::Cards:
    case SectionRole::Row: {
      const bool row = section.role == SectionRole::Row;
      height = draw_titled(screen, section, area, row ? kLabel : kTitle, row ? 6 : 12);
      const Area below{area.x, area.y + height, area.width};
      if (section.role == SectionRole::Figures) height += draw_figures(screen, node, below);
      if (section.role == SectionRole::Cards) height += draw_cards(screen, node, below);
      if (section.role == SectionRole::Row) height += draw_row(screen, node, below);
      break;
    }
    case SectionRole::Form:
    case SectionRole::Header:
    case SectionRole::Footer:
    case SectionRole::Messages:
    case SectionRole::Answer: {
      const bool quiet = section.role == SectionRole::Form || section.role == SectionRole::Answer;
      const double gap = section.role == SectionRole::Answer ? 24 : section.role == SectionRole::Messages ? 8 : 14;
      height = draw_titled(screen, section, area, quiet ? kLabel.bold() : kTitle, 12);
      const Area below{area.x, area.y + height, area.width};
      const bool pairs = section.role == SectionRole::Form && screen.phone();  // so that the answer is not far down
      height +=
          pairs ? draw_pairs(screen, node.children, below, gap, 12) : draw_stack(screen, node.children, below, gap);
      break;
    }
  }
  place(screen, node.id, {area.x, area.y, area.width, height});
  return height;
}

}  // namespace kirnu

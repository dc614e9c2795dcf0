#include <algorithm>

#include "gui/draw.h"

namespace kirnu {
namespace {

constexpr double kMenuHeight = 45;
constexpr double kMenuPadding = 45;  ///< around a menu's words, with the chevron
constexpr double kNarrowestMenu = 180;

std::string_view chosen_label(const SelectNode& select) {
  for (const Option& option : select.options) {
    if (option.value == select.value) return option.label;
  }
  return select.value;
}

/// The text, or as much of it as fits with an ellipsis.
std::string fitted(const Screen& screen, std::string_view text, double width, const TextLook& look) {
  if (screen.canvas.width_of(text, look) <= width + 0.5) return std::string(text);
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    at = next_character(text, at);
    if (screen.canvas.width_of(std::string(text.substr(0, at)) + "…", look) > width) break;
    end = at;
  }
  return std::string(text.substr(0, end)) + "…";
}

/// How many segments stand side by side: all where they fit, else rows of equal length.
std::size_t segment_columns(const Screen& screen, const SelectNode& select, double width) {
  double widest = 0;
  for (const Option& option : select.options) {
    widest = std::max(widest, screen.canvas.width_of(option.label, kLabel) + 12);
  }
  std::size_t rows = 1;
  const std::size_t count = select.options.size();
  while (rows < count && widest * static_cast<double>((count + rows - 1) / rows) > width) ++rows;
  return (count + rows - 1) / rows;
}

/// The widths of all segments in one row, each by its own words: for labels of which only the longest are too wide
/// for equal shares. Empty when even these do not fit.
std::vector<double> widths_by_words(const Screen& screen, const SelectNode& select, double width) {
  std::vector<double> widths;
  double taken = 0;
  for (const Option& option : select.options) {
    widths.push_back(screen.canvas.width_of(option.label, kLabel) + 12);
    taken += widths.back();
  }
  if (taken > width || widths.empty()) return {};
  for (double& each : widths) each += (width - taken) / static_cast<double>(widths.size());
  return widths;
}

void draw_segment(Screen& screen, const Node& node, const SelectNode& select, const Option& option, const Rect& rect) {
  const std::string id = node.id + "." + option.value;
  const Press pressed = press(screen, id, rect);
  const bool on = option.value == select.value;
  if (on) {
    screen.canvas.fill(rect, Colour::Ink, kFieldRadius - 1);
    const bool first = &option == &select.options.front(), last = &option == &select.options.back();
    const double inset = kFieldRadius;  // only the ends of the row are round
    screen.canvas.fill(
        {rect.x + (first ? inset : 0), rect.y, rect.width - (first ? inset : 0) - (last ? inset : 0), rect.height},
        Colour::Ink);
  }
  if (!on && pressed.hovered) screen.canvas.fill(rect, Colour::Ink, 0, pressed.held ? 0.1 : 0.05);
  const TextLook look = kLabel.in(on ? Colour::Paper : pressed.hovered ? Colour::Ink : Colour::Soft);
  const std::vector<TextLine> lines = paragraph_lines(screen, option.label, rect.width - 4, look);
  double y = rect.y + (rect.height - static_cast<double>(lines.size()) * look.line) / 2;
  for (const TextLine& line : lines) {
    const std::string words = line_text(option.label, line);
    screen.canvas.text(words, rect.x + (rect.width - screen.canvas.width_of(words, look)) / 2, y, look);
    y += look.line;
  }
  if (pressed.clicked && !on) {
    screen.actions.push_back({.type = GuiAction::Type::Set, .id = node.id, .value = option.value});
  }
  place(screen, id, rect);
}

/// High enough for the label with the most lines.
double segment_height(const Screen& screen, const SelectNode& select, double width) {
  double height = screen.press_height();
  for (const Option& option : select.options) {
    const std::size_t lines = paragraph_lines(screen, option.label, width - 6, kLabel).size();
    height = std::max(height, static_cast<double>(lines) * kLabel.line + 14);
  }
  return height;
}

/// Without the rare choices, but for one that is chosen.
SelectNode in_row(SelectNode select) {
  const auto is_left_out = [&](const Option& option) { return option.rare && option.value != select.value; };
  select.options.erase(std::remove_if(select.options.begin(), select.options.end(), is_left_out), select.options.end());
  return select;
}

double draw_segments(Screen& screen, const Node& node, const SelectNode& select, const Area& area) {
  const std::size_t count = std::max<std::size_t>(select.options.size(), 1);
  std::size_t columns = std::max<std::size_t>(segment_columns(screen, select, area.width), 1);
  std::vector<double> widths(columns, area.width / static_cast<double>(columns));
  if (columns < count) {
    const std::vector<double> by_words = widths_by_words(screen, select, area.width);
    if (!by_words.empty()) {
      widths = by_words;
      columns = count;
    }
  }
  const std::size_t rows = (count + columns - 1) / columns;
  const double height = columns == count ? screen.press_height()
                                         : segment_height(screen, select, area.width / static_cast<double>(columns));
  const Rect box{area.x, area.y, area.width, static_cast<double>(rows) * height};
  screen.canvas.fill(box, Colour::Field, kFieldRadius);
  double x = area.x;
  for (std::size_t i = 0; i < select.options.size(); ++i) {
    if (i % columns == 0) x = area.x;
    const double width = widths[i % columns];
    const double y = area.y + static_cast<double>(i / columns) * height;
    draw_segment(screen, node, select, select.options[i], {x + 1, y + 1, width - 2, height - 2});
    x += width;
  }
  screen.canvas.outline(box, select.error.empty() ? Colour::Line : Colour::Bad, kFieldRadius);
  if (screen.focused(node.id)) draw_focus_ring(screen, box, kFieldRadius);
  place(screen, node.id, box);
  return box.height;
}

double draw_menu(Screen& screen, const Node& node, const SelectNode& select, const Area& area) {
  const std::string_view chosen = chosen_label(select);
  const std::vector<TextLine> lines = paragraph_lines(screen, chosen, area.width - kMenuPadding, kBody);
  const double words = static_cast<double>(lines.size()) * kBody.line;
  const Rect box{area.x, area.y, area.width, std::max(kMenuHeight, words + 20)};
  const Press pressed = press(screen, node.id, box);
  screen.canvas.fill(box, Colour::Field, kFieldRadius);
  const Colour border = !select.error.empty() ? Colour::Bad : pressed.hovered ? Colour::Soft : Colour::Line;
  screen.canvas.outline(box, border, kFieldRadius);
  draw_paragraph(screen, chosen, {box.x + 13, box.y + (box.height - words) / 2, box.width - kMenuPadding}, kBody);
  screen.canvas.chevron({box.right() - 18, box.y + box.height / 2}, 9, false, Colour::Soft);
  if (screen.focused(node.id)) draw_focus_ring(screen, box, kFieldRadius);
  place(screen, node.id, box);
  return box.height;
}

}  // namespace

double draw_select(Screen& screen, const Node& node, const SelectNode& select, const Area& area) {
  const double label = draw_paragraph(screen, select.label, area, kLabel);
  const Area box{area.x, area.y + (label > 0 ? label + 4 : 0), area.width};
  const double height =
      select.segmented ? draw_segments(screen, node, in_row(select), box) : draw_menu(screen, node, select, box);
  const double end = box.y + height;
  return end - area.y + draw_remarks(screen, select.error, {}, select.help, {area.x, end + 4, area.width});
}

double menu_width(const Screen& screen, const SelectNode& select) {
  return std::max(kNarrowestMenu, screen.canvas.width_of(chosen_label(select), kBody) + kMenuPadding + 1);
}

namespace {

/// Beside a pill's words; a phone's row holds all of them.
double pill_padding(const Screen& screen) { return screen.phone() ? 6 : 11; }

/// The same where an arrow is there.
double pill_arrow(const Screen& screen) { return screen.phone() ? 20 : 27; }

}  // namespace

double pill_width(const Screen& screen, const Node& node) {
  if (const auto* select = std::get_if<SelectNode>(&node.body)) {
    return screen.canvas.width_of(chosen_label(*select), kLabel) + pill_padding(screen) + pill_arrow(screen);
  }
  if (const auto* button = std::get_if<ButtonNode>(&node.body)) {
    return std::max(screen.canvas.width_of(button->label, kLabel) + 2 * pill_padding(screen), 44.0);
  }
  return 0;
}

void draw_pill(Screen& screen, const Node& node, const Rect& rect, bool strong) {
  const auto* select = std::get_if<SelectNode>(&node.body);
  const auto* button = std::get_if<ButtonNode>(&node.body);
  if (!select && !button) return;
  const Press pressed = press(screen, node.id, rect);
  const bool inked = strong || pressed.hovered;
  if (inked) screen.canvas.fill(rect, Colour::Card, kFieldRadius);
  if (pressed.held) screen.canvas.fill(rect, Colour::Ink, kFieldRadius, 0.08);
  screen.canvas.outline(rect, pressed.hovered ? Colour::Soft : Colour::Line, kFieldRadius);
  const TextLook look = kLabel.in(inked ? Colour::Ink : Colour::Soft);
  const double padding = pill_padding(screen),
               room = rect.width - padding - (select ? pill_arrow(screen) : padding) + 1;
  const std::string words =
      fitted(screen, select ? chosen_label(*select) : std::string_view(button->label), room, look);
  const double indent = select ? padding : (rect.width - screen.canvas.width_of(words, look)) / 2;
  screen.canvas.text(words, rect.x + indent, rect.y + (rect.height - look.line) / 2, look);
  if (select)
    screen.canvas.chevron({rect.right() - pill_arrow(screen) / 2, rect.y + rect.height / 2}, 7, false, Colour::Soft);
  if (button && pressed.clicked) screen.actions.push_back({.type = GuiAction::Type::Press, .id = node.id});
  if (screen.focused(node.id)) draw_focus_ring(screen, rect, kFieldRadius);
  place(screen, node.id, rect);
}

}  // namespace kirnu

#include <algorithm>

#include "gui/draw.h"

namespace kirnu {
namespace {

constexpr TextLook kPressed{.size = 13, .line = 20};

constexpr double kTarget = 44;  // as wide as a finger

double side_padding(ButtonStyle style) { return is_bare(style) ? 0 : 15; }

Colour words_colour(ButtonStyle style) {
  switch (style) {
    case ButtonStyle::Plain: return Colour::Ink;
    case ButtonStyle::Primary: return Colour::Paper;
    case ButtonStyle::Quiet: return Colour::Data;
    case ButtonStyle::Faint: return Colour::Soft;
  }
  return Colour::Ink;
}

void draw_face(Screen& screen, ButtonStyle style, const Rect& rect, const Press& pressed) {
  if (is_bare(style)) return;
  const bool primary = style == ButtonStyle::Primary;
  screen.canvas.fill(rect, primary ? Colour::Ink : Colour::Card, kFieldRadius);
  if (pressed.hovered) {
    screen.canvas.fill(rect, primary ? Colour::Paper : Colour::Ink, kFieldRadius, pressed.held ? 0.16 : 0.06);
  }
  if (!primary) screen.canvas.outline(rect, pressed.hovered ? Colour::Soft : Colour::Line, kFieldRadius);
}

}  // namespace

bool is_bare(ButtonStyle style) { return style == ButtonStyle::Quiet || style == ButtonStyle::Faint; }

double button_width(const Screen& screen, const ButtonNode& button) {
  const double width = screen.canvas.width_of(button.label, kPressed) + 2 * side_padding(button.style);
  return is_bare(button.style) ? width : std::max(width, kTarget);
}

double draw_button(Screen& screen, const Node& node, const ButtonNode& button, const Area& area) {
  const double padding = side_padding(button.style);
  const double width = std::min(button_width(screen, button), area.width);
  const double room = width - 2 * padding;
  const TextLook look = kPressed.in(words_colour(button.style));
  const std::vector<TextLine> lines = paragraph_lines(screen, button.label, room, look);
  const double text = static_cast<double>(lines.size()) * look.line;
  const double beside = std::max(kTarget - width, 0.0) / 2;  // of a short word the gaps around it count as well
  const Rect rect{area.x - beside, area.y, width + 2 * beside, std::max(screen.press_height(), text + 16)};
  const Press pressed = press(screen, node.id, rect);
  draw_face(screen, button.style, rect, pressed);
  double y = rect.y + (rect.height - text) / 2;
  for (const TextLine& line : lines) {
    const std::string words = line_text(button.label, line);
    const double wide = screen.canvas.width_of(words, look);
    const double x = is_bare(button.style) ? area.x : area.x + (width - wide) / 2;
    const bool underlined =
        button.style == ButtonStyle::Quiet || (button.style == ButtonStyle::Faint && pressed.hovered);
    screen.canvas.text(words, x, y, look);
    if (underlined) screen.canvas.horizontal(x, y + look.line - 3, wide, look.colour);
    y += look.line;
  }
  const double air = is_bare(button.style) ? 3 : 0;  // around words without a face
  if (screen.focused(node.id))
    draw_focus_ring(screen, {rect.x - air, rect.y + air, rect.width + 2 * air, rect.height - 2 * air}, kFieldRadius);
  if (pressed.clicked) screen.actions.push_back({.type = GuiAction::Type::Press, .id = node.id});
  place(screen, node.id, rect);
  const double help = draw_paragraph(screen, button.help, {area.x, rect.bottom() + 4, area.width}, kLabel);
  return rect.height + (help > 0 ? help + 4 : 0);
}

double draw_toggle(Screen& screen, const Node& node, const ToggleNode& toggle, const Area& area) {
  constexpr double kTrack = 36, kIndent = 48;
  const Area words{area.x + kIndent, area.y, area.width - kIndent};
  const double text = measured(screen, [&] { return draw_paragraph(screen, toggle.label, words, kBody); });
  const Rect rect{area.x, area.y, area.width, std::max(screen.press_height(), text)};
  const Press pressed = press(screen, node.id, rect);
  const Rect track{area.x, rect.y + rect.height / 2 - 10, kTrack, 20};
  screen.canvas.fill(track, toggle.on ? Colour::Data : pressed.hovered ? Colour::Ink : Colour::Soft, 10);
  screen.canvas.circle({toggle.on ? track.right() - 10 : track.x + 10, track.y + 10}, 7, Colour::Card);
  if (screen.focused(node.id)) draw_focus_ring(screen, track, 10);
  draw_paragraph(screen, toggle.label, {words.x, rect.y + (rect.height - text) / 2, words.width}, kBody);
  if (pressed.clicked) {
    screen.actions.push_back({.type = GuiAction::Type::Set, .id = node.id, .value = toggle.on ? "false" : "true"});
  }
  place(screen, node.id, rect);
  return rect.height + draw_paragraph(screen, toggle.help, {words.x, rect.bottom(), words.width}, kLabel);
}

}  // namespace kirnu

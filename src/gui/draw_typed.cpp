#include <algorithm>
#include <cmath>

#include "gui/draw.h"

namespace kirnu {
namespace {

constexpr TextLook kPasted{.size = 13, .line = 20};
constexpr double kInset = 13;  // an input's border and padding

/// One line of the typed text, in bytes.
struct TypedLine {
  std::size_t begin;
  std::size_t end;
};

std::vector<TypedLine> typed_lines(std::string_view text, bool many) {
  std::vector<TypedLine> lines;
  std::size_t begin = 0;
  while (many) {
    const std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) break;
    lines.push_back({begin, end});
    begin = end + 1;
  }
  lines.push_back({begin, text.size()});
  return lines;
}

/// The text field's tab-size in spaces: wide enough that months and counts of a pasted table stand in columns.
constexpr double kTab = 18;

/// Text with tabs as a browser sets them: to the next stop that is at least half a space away.
struct Setter {
  const Screen& screen;
  const TextLook& look;

  double after_tab(double x) const {
    const double stop = kTab * screen.canvas.width_of(" ", look);
    return stop > 0 ? (std::floor(x / stop + 0.5 / kTab) + 1) * stop : x;
  }

  /// Width of `text`; draws it too when `draw` is given the corner.
  double set(std::string_view text, const Point* draw) const {
    double x = 0;
    while (true) {
      const std::size_t tab = std::min(text.find('\t'), text.size());
      const std::string_view piece = text.substr(0, tab);
      if (draw) screen.canvas.text(piece, draw->x + x, draw->y, look);
      x += screen.canvas.width_of(piece, look);
      if (tab == text.size()) return x;
      x = after_tab(x);
      text.remove_prefix(tab + 1);
    }
  }
};

/// Moves the view of the text so that the caret is inside, as little as needed.
double scrolled(double scroll, double caret, double room, double margin) {
  if (caret - scroll > room - margin) scroll = caret - room + margin;
  return std::max(std::min(scroll, caret), 0.0);
}

void draw_lines(Screen& screen, std::string_view text, const std::vector<TypedLine>& lines, const Point& corner,
                const Rect& box, const TextLook& look) {
  const Setter setter{screen, look};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Point at{corner.x, corner.y + static_cast<double>(i) * look.line};
    if (at.y + look.line < box.y || at.y > box.bottom()) continue;
    setter.set(text.substr(lines[i].begin, lines[i].end - lines[i].begin), &at);
  }
}

/// Selection under the text and the caret; answers where the text starts.
Point draw_selection(Screen& screen, const std::vector<TypedLine>& lines, Point corner, const Rect& inner,
                     const TextLook& look) {
  Focus& focus = screen.focus;
  const Setter setter{screen, look};
  const std::size_t start = std::min(focus.start, focus.text.size()), end = std::min(focus.end, focus.text.size());
  const auto x_of = [&](const TypedLine& line, std::size_t byte) {
    return setter.set(std::string_view(focus.text).substr(line.begin, byte - line.begin), nullptr);
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (end < lines[i].begin || end > lines[i].end) continue;
    const double y = static_cast<double>(i) * look.line;
    focus.scroll.x = scrolled(focus.scroll.x, x_of(lines[i], end), inner.width, 1);
    focus.scroll.y = scrolled(focus.scroll.y, y, inner.height, look.line);
    corner = {corner.x - focus.scroll.x, corner.y - focus.scroll.y};
    break;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TypedLine& line = lines[i];
    const double y = corner.y + static_cast<double>(i) * look.line;
    if (start < end && start <= line.end && end > line.begin) {
      const double from = x_of(line, std::max(start, line.begin));
      const double to = end > line.end ? x_of(line, line.end) + 4 : x_of(line, end);
      screen.canvas.fill({corner.x + from, y, to - from, look.line}, Colour::Data, 2, 0.25);
    }
    if (focus.caret && start == end && end >= line.begin && end <= line.end) {
      screen.canvas.fill({corner.x + x_of(line, end), y + 2, 1, look.line - 4}, Colour::Ink);
    }
  }
  return corner;
}

}  // namespace

void draw_typed(Screen& screen, const Node& node, const FieldNode& field, const Rect& box) {
  const bool many = field.input == FieldInput::Lines;
  const TextLook& look = many ? kPasted : kTyped;
  const bool focused = screen.focused(node.id);
  const std::string& text = focused ? screen.focus.text : field.value;
  const double inset = many ? 9 : (box.height - look.line) / 2;
  const Rect inner{box.x + kInset, box.y + inset, box.width - 2 * kInset, box.height - 2 * inset};
  Point corner{inner.x, inner.y};
  const std::string_view shown = text.empty() ? std::string_view(field.placeholder) : std::string_view(text);
  screen.canvas.push_clip({inner.x - 1, box.y + 2, inner.width + 2, box.height - 4});
  if (focused && !screen.canvas.silent()) corner = draw_selection(screen, typed_lines(text, many), corner, inner, look);
  draw_lines(screen, shown, typed_lines(shown, many), corner, box, text.empty() ? look.in(Colour::Soft) : look);
  screen.canvas.pop_clip();
}

}  // namespace kirnu

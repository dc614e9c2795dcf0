#include <algorithm>

#include "gui/draw.h"

namespace kirnu {
namespace {

Colour level_colour(MessageLevel level) {
  switch (level) {
    case MessageLevel::Note: return Colour::Soft;
    case MessageLevel::Warning: return Colour::Unsure;
    case MessageLevel::Question: return Colour::Data;
    case MessageLevel::Error: return Colour::Bad;
  }
  return Colour::Soft;
}

}  // namespace

void draw_sign(Screen& screen, MessageLevel level, Point corner) {
  Canvas& canvas = screen.canvas;
  const Colour colour = level_colour(level);
  const double x = corner.x + 7, y = corner.y + 7;
  switch (level) {
    case MessageLevel::Note:  // an i
      canvas.ring({x, y}, 6.5, colour, 1.25);
      canvas.circle({x, y - 3}, 0.9, colour);
      return canvas.lines({{x, y - 0.5}, {x, y + 3.5}}, colour, 1.5);
    case MessageLevel::Warning:  // a triangle with a stroke and a dot
      canvas.polygon({{x, y - 6.5}, {x + 7.5, y + 6}, {x - 7.5, y + 6}}, colour);
      canvas.lines({{x, y - 2.5}, {x, y + 1.5}}, Colour::Paper, 1.5);
      return canvas.circle({x, y + 4}, 0.9, Colour::Paper);
    case MessageLevel::Question: {
      canvas.circle({x, y}, 7, colour);
      const TextLook look{.size = 11, .line = 14, .strong = true, .colour = Colour::Paper};
      return canvas.text("?", x - canvas.width_of("?", look) / 2, corner.y, look);
    }
    case MessageLevel::Error:  // a cross
      canvas.circle({x, y}, 7, colour);
      canvas.lines({{x - 2.5, y - 2.5}, {x + 2.5, y + 2.5}}, Colour::Paper, 1.5);
      return canvas.lines({{x - 2.5, y + 2.5}, {x + 2.5, y - 2.5}}, Colour::Paper, 1.5);
  }
}

double draw_message(Screen& screen, const Node& node, const MessageNode& message, const Area& area) {
  constexpr double kPadding = 12, kIndent = 38;
  const Area words{area.x + kIndent, area.y + kPadding - 1, area.width - kIndent - kPadding};
  const TextLook look{.size = 13, .line = 20};
  const double text = measured(screen, [&] { return draw_paragraph(screen, message.text, words, look); });
  const Rect box{area.x, area.y, area.width, text + 2 * kPadding - 2};
  const bool quiet = message.level == MessageLevel::Note;
  screen.canvas.fill(box, level_colour(message.level), kFieldRadius, quiet ? 0.06 : 0.09);
  draw_sign(screen, message.level, {area.x + 14, area.y + kPadding + 2});
  draw_paragraph(screen, message.text, words, look);
  place(screen, node.id, box);
  return box.height;
}

double draw_progress(Screen& screen, const Node& node, const ProgressNode& progress, const Area& area) {
  const double text = screen.canvas.width_of(progress.text, kLabel);
  const bool beside = screen.canvas.width_of(progress.label, kLabel) + 12 + text <= area.width;
  double y = area.y + draw_paragraph(screen, progress.label, area, kLabel.in(Colour::Ink));
  if (beside) screen.canvas.text(progress.text, area.x + area.width - text, area.y, kLabel);
  if (!beside) y += draw_paragraph(screen, progress.text, {area.x, y, area.width}, kLabel);
  const Rect track{area.x, y + 4, area.width, 6};
  screen.canvas.fill(track, Colour::Line, 3);
  if (progress.fraction) {
    const double share = std::clamp(*progress.fraction, 0.0, 1.0);
    if (share > 0) screen.canvas.fill({track.x, track.y, std::max(track.width * share, 6.0), 6}, Colour::Data, 3);
  } else {
    screen.canvas.hatch(track, Colour::Data);
  }
  place(screen, node.id, {area.x, area.y, area.width, track.bottom() - area.y});
  return track.bottom() - area.y;
}

}  // namespace kirnu

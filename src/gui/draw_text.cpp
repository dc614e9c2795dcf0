#include <algorithm>

#include "gui/draw.h"

namespace kirnu {
namespace {

TextLook look_of(const Screen& screen, TextStyle style) {
  switch (style) {
    case TextStyle::Lead: return screen.phone() ? kLeadNarrow : kLead;
    case TextStyle::Heading: return kTitle;
    case TextStyle::Body: return kBody;
    case TextStyle::Note: return kLabel;
  }
  return kBody;
}

/// A marked run inside the whole text, in bytes.
struct Run {
  std::size_t begin;
  std::size_t end;
};

/// The marker behind the lower part of the letters that a line shares with a marked run.
void draw_marker(Screen& screen, std::string_view text, const TextLine& line, const std::vector<Run>& runs,
                 const Area& at, const TextLook& look) {
  for (const Run& run : runs) {
    const std::size_t begin = std::max(run.begin, line.begin), end = std::min(run.end, line.end);
    if (begin >= end) continue;
    const TextLine before{.begin = line.begin, .end = begin};
    const TextLine marked{.begin = begin, .end = end, .hyphen = line.hyphen && end == line.end};
    const double x = at.x + screen.canvas.width_of(line_text(text, before), look);
    const double width = screen.canvas.width_of(line_text(text, marked), look);
    const double baseline = at.y + look.line / 2 + look.size * 0.364;
    screen.canvas.fill({x, baseline - look.size * 0.22, width, look.size * 0.46}, Colour::Butter);
  }
}

/// Lines of a sentence without a last one of a word or two: with as many lines, a little narrower.
std::vector<TextLine> even_lines(const Screen& screen, std::string_view text, double width, const TextLook& look) {
  constexpr double kShort = 0.35, kNarrowest = 0.75;
  std::vector<TextLine> lines = paragraph_lines(screen, text, width, look);
  const std::size_t count = lines.size();
  for (double narrower = width; count > 1 && narrower > width * kNarrowest; narrower -= width * 0.03) {
    std::vector<TextLine> narrow = paragraph_lines(screen, text, narrower, look);
    if (narrow.size() > count) break;
    lines = std::move(narrow);
    if (screen.canvas.width_of(line_text(text, lines.back()), look) >= width * kShort) break;
  }
  return lines;
}

}  // namespace

double draw_text(Screen& screen, const Node& node, const TextNode& text, const Area& area) {
  std::string whole;
  std::vector<Run> marked;
  for (const Span& span : text.spans) {
    if (span.marked) marked.push_back({whole.size(), whole.size() + span.text.size()});
    whole += span.text;
  }
  if (whole.empty()) return 0;
  TextLook look = look_of(screen, text.style);
  if (text.tone != Tone::Plain) look.colour = tone_colour(text.tone);
  const bool lead = text.style == TextStyle::Lead;
  const double width = lead ? std::min(area.width, look.size * 31) : area.width;
  double y = area.y;
  for (const TextLine& line :
       lead ? even_lines(screen, whole, width, look) : paragraph_lines(screen, whole, width, look)) {
    draw_marker(screen, whole, line, marked, {area.x, y, width}, look);
    screen.canvas.text(line_text(whole, line), area.x, y, look);
    y += look.line;
  }
  place(screen, node.id, {area.x, area.y, area.width, y - area.y});
  return y - area.y;
}

}  // namespace kirnu

#include <algorithm>

#include "gui/draw.h"

namespace kirnu {
namespace {

constexpr double kBoxHeight = 45;  // an input's line of 25, padding and border
constexpr double kLinesHeight = 100;

/// Label at the left, hint at the right of the same line, or under it where both do not fit.
double draw_label(Screen& screen, const FieldNode& field, const Area& area) {
  const double hint = screen.canvas.width_of(field.hint, kLabel);
  const double label = screen.canvas.width_of(field.label, kLabel);
  const bool beside = hint > 0 && label + 12 + hint <= area.width;
  double y = area.y + draw_paragraph(screen, field.label, area, kLabel);
  if (beside) screen.canvas.text(field.hint, area.x + area.width - hint, area.y, kLabel);
  if (!beside) y += draw_paragraph(screen, field.hint, {area.x, y, area.width}, kLabel);
  return y - area.y;
}

/// A place to drop a file on: dashed, with its words inside.
double draw_file(Screen& screen, const Node& node, const FieldNode& field, const Area& area) {
  constexpr double kPadding = 16;
  const Area inside{area.x + kPadding, area.y + kPadding, area.width - 2 * kPadding};
  const auto draw_words = [&] {
    double y = inside.y + draw_paragraph(screen, field.label, inside, kLabel.in(Colour::Ink).bold());
    y += draw_paragraph(screen, field.value, {inside.x, y, inside.width}, kLabel.in(Colour::Ink));
    y += draw_paragraph(screen, field.help, {inside.x, y, inside.width}, kLabel);
    return y + kPadding - area.y;
  };
  const Rect box{area.x, area.y, area.width, measured(screen, draw_words)};
  const Press pressed = press(screen, node.id, box);
  if (pressed.hovered || screen.focused(node.id)) screen.canvas.fill(box, Colour::Data, 10, 0.05);
  screen.canvas.dashed_outline(box, pressed.hovered ? Colour::Data : Colour::Line, 10);
  if (screen.focused(node.id)) draw_focus_ring(screen, box, 10);
  draw_words();
  place(screen, node.id, box);
  return box.height + draw_remarks(screen, field.error, field.note, {}, {area.x, box.bottom() + 4, area.width});
}

/// A track with a knob: a transparent range control over it takes pointers and keys.
double draw_slider(Screen& screen, const Node& node, const FieldNode& field, const Area& area) {
  constexpr double kKnob = 20, kTrack = 6;
  const SliderRange range = field.slider.value_or(SliderRange{});
  const double y = area.y + draw_label(screen, field, area) + 4;
  const Rect box{area.x, y, area.width, screen.press_height()};
  const Press pressed = press(screen, node.id, box);
  const double share = range.high > range.low ? (range.at - range.low) / (range.high - range.low) : 0;
  const double knob = box.x + kKnob / 2 + std::clamp(share, 0.0, 1.0) * (box.width - kKnob);
  const double middle = box.y + box.height / 2;
  screen.canvas.fill({box.x, middle - kTrack / 2, box.width, kTrack}, Colour::Line, kTrack / 2);
  screen.canvas.fill({box.x, middle - kTrack / 2, knob - box.x, kTrack}, Colour::Data, kTrack / 2);
  const Rect round{knob - kKnob / 2, middle - kKnob / 2, kKnob, kKnob};
  screen.canvas.circle({knob, middle}, kKnob / 2, pressed.hovered ? Colour::Ink : Colour::Data);
  if (screen.focused(node.id)) draw_focus_ring(screen, round, kKnob / 2);
  place(screen, node.id, box);
  return box.bottom() - area.y +
         draw_remarks(screen, field.error, {}, field.help, {area.x, box.bottom() + 4, area.width});
}

}  // namespace

double draw_remarks(Screen& screen, std::string_view error, std::string_view note, std::string_view help,
                    const Area& area) {
  double y = area.y;
  if (!error.empty()) {
    draw_sign(screen, MessageLevel::Error, {area.x, y + 3});
    y += draw_paragraph(screen, error, {area.x + 20, y, area.width - 20}, kLabel.in(Colour::Bad));
    if (!note.empty() || !help.empty()) y += 6;
  }
  y += draw_paragraph(screen, note, {area.x, y, area.width}, kLabel);
  y += draw_paragraph(screen, help, {area.x, y, area.width}, kLabel);
  return y == area.y ? 0 : y - area.y + 4;
}

double draw_field(Screen& screen, const Node& node, const FieldNode& field, const Area& area) {
  if (field.input == FieldInput::File) return draw_file(screen, node, field, area);
  if (field.input == FieldInput::Slider) return draw_slider(screen, node, field, area);
  const double label = draw_label(screen, field, area) + 4;
  const Rect box{area.x, area.y + label, area.width, field.input == FieldInput::Lines ? kLinesHeight : kBoxHeight};
  const Press pressed = press(screen, node.id, box);
  const bool wrong = !field.error.empty();
  screen.canvas.fill(box, Colour::Field, kFieldRadius);
  screen.canvas.outline(box, wrong ? Colour::Bad : pressed.hovered ? Colour::Soft : Colour::Line, kFieldRadius);
  draw_typed(screen, node, field, box);
  if (screen.focused(node.id)) draw_focus_ring(screen, box, kFieldRadius);
  place(screen, node.id, box);
  return label + box.height +
         draw_remarks(screen, field.error, field.note, field.help, {area.x, box.bottom() + 4, area.width});
}

}  // namespace kirnu

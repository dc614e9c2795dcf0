#pragma once
#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "gui/geometry.h"
#include "gui/theme.h"
#include "view/node/chart.h"

namespace kirnu {

/// Inter in two weights; null until the page has brought it, and then widths come from a table.
struct Fonts {
  ImFont* regular = nullptr;
  ImFont* semibold = nullptr;
  ImFont* of(bool strong) const { return strong && semibold ? semibold : regular; }
};

/// A line of text as it was drawn: what tests read in place of pixels.
struct DrawnText {
  std::string text;
  Rect rect;  ///< as wide as the text, as high as its line
};

/// Draws on an ImGui draw list in CSS pixels of the page, by meaning and on whole device pixels.
class Canvas {
 public:
  /// `top` is the page's y at the upper edge of what is shown, `density` the device pixels of a CSS pixel.
  struct View {
    double top = 0;
    double height = 0;
    double density = 1;
  };

  Canvas(ImDrawList* list, const Fonts& fonts, const Theme& theme, const View& view)
      : list_(list), fonts_(fonts), theme_(theme), view_(view) {}

  double width_of(std::string_view text, const TextLook& look) const;

  /// One line of text, no wrapping; `top` is the line box's upper edge.
  void text(std::string_view text, double x, double top, const TextLook& look);

  void fill(const Rect& rect, Colour colour, double radius = 0, double opacity = 1);
  void outline(const Rect& rect, Colour colour, double radius, double thickness = 1);
  void dashed_outline(const Rect& rect, Colour colour, double radius);
  /// A hairline from (x, y) rightwards or downwards, at least one device pixel thick.
  void horizontal(double x, double y, double length, Colour colour);
  void vertical(double x, double y, double length, Colour colour);
  void lines(const std::vector<Point>& points, Colour colour, double thickness, double opacity = 1);
  void dashes(const std::vector<Point>& points, Colour colour, double thickness, double opacity = 1, double dash = 3,
              double gap = 4);
  void polygon(const std::vector<Point>& points, Colour colour, double opacity = 1);
  void circle(Point middle, double radius, Colour colour, double opacity = 1);
  void ring(Point middle, double radius, Colour colour, double thickness);
  void hatch(const Rect& rect, Colour colour);
  /// The small arrow of menus and disclosures, pointing down or, `right`, to the right.
  void chevron(Point middle, double size, bool right, Colour colour);

  void push_clip(const Rect& rect);
  void pop_clip();

  /// Silent: everything is measured, nothing drawn.
  bool silent() const { return silent_; }
  void set_silent(bool silent) { silent_ = silent; }
  void record(std::vector<DrawnText>* texts) { record_ = texts; }
  const View& view() const { return view_; }
  const Theme& theme() const { return theme_; }

 private:
  bool hidden(double top, double bottom) const;
  double snap(double pixels) const;
  ImVec2 at(double x, double y) const;
  ImU32 paint(Colour colour, double opacity) const;
  std::vector<ImVec2> placed(const std::vector<Point>& points) const;

  ImDrawList* list_;
  Fonts fonts_;
  Theme theme_;
  View view_;
  bool silent_ = false;
  std::vector<DrawnText>* record_ = nullptr;
};

}  // namespace kirnu

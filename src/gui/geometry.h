#pragma once

namespace kirnu {

/// A rectangle in CSS pixels from the page column's upper left corner.
struct Rect {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  bool operator==(const Rect&) const = default;
  double right() const { return x + width; }
  double bottom() const { return y + height; }
};

/// Where something may be drawn: from (x, y) downwards as far as it needs.
struct Area {
  double x = 0;
  double y = 0;
  double width = 0;
};

}  // namespace kirnu

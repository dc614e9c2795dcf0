#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "view/node/chart.h"

namespace kirnu {

/// A chart laid out for a width: marks in CSS pixels from the chart's upper left corner, in drawing order.
enum class MarkKind {
  Line,     ///< points joined; size is the stroke's width; dashed or not
  Polygon,  ///< filled area with any outline: upper edge left to right, lower edge back
  Rect,     ///< two points: opposite corners, filled
  Circle,   ///< one point, size is the radius
  Diamond,  ///< one point, size is half the height
  Text,     ///< one point: the baseline at the anchor; size is the font's
};

enum class Paint { Ink, Soft, Grid, Data, Signal };
enum class Anchor { Start, Middle, End };

struct Mark {
  MarkKind kind = MarkKind::Line;
  Paint paint = Paint::Ink;
  double opacity = 1;
  double size = 1;
  std::vector<Point> points;
  bool dashed = false;
  double dash = 3;  ///< length of a dash, and of the gap after it
  double gap = 4;
  std::string text = {};
  Anchor anchor = Anchor::Start;
  bool strong = false;  ///< semibold text
};

struct ChartMarks {
  double width = 0;
  double height = 0;
  std::vector<Mark> marks;
  std::vector<Point> stops;  ///< pixel positions of Chart::stops, in the same order
};

/// Width of a text in pixels at a font size in pixels, regular or semibold.
using TextMeasure = std::function<double(std::string_view text, double size, bool strong)>;

/// Lays a chart out for a width in CSS pixels (at least 120 are used). Gutters come from the measured labels, tick
/// labels are thinned until none overlap, labels at the line's end are kept apart, a callout takes the side with
/// room, and row labels move above their rows where a column would leave too little for the data.
ChartMarks chart_marks(const Chart& chart, double width, const TextMeasure& measure);

}  // namespace kirnu

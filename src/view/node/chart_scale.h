#pragma once
#include "view/node/chart_marks.h"

/// Pieces of a chart's layout shared by its files; not for others.
namespace kirnu::chart_layout {

inline constexpr double kTickSize = 11;
inline constexpr double kLabelSize = 13;
/// From a line's middle down to its baseline, as a share of the font size: half of Inter's capital height.
inline constexpr double kHalfCapital = 0.364;
inline constexpr double kLineHeight = 1.3;

struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

/// From data to pixels. On a chart with rows `rows` holds each row's middle and `row_height` the space around it.
struct Scale {
  Box plot;
  Axis x;
  Axis y;
  std::vector<double> rows = {};
  double row_height = 0;

  double at_x(double x) const;
  double at_y(double y) const;
  Point at(Point point) const { return {at_x(point.x), at_y(point.y)}; }
};

/// Everything known while marks are added.
struct Sheet {
  const Chart& chart;
  const TextMeasure& measure;
  Scale scale;
  ChartMarks out;
  std::vector<Box> taken;  ///< boxes of the texts placed so far
};

double text_size(const ChartLabel& label);
bool overlap(const Box& a, const Box& b);

/// Adds a text; remembers its box.
void add_text(Sheet& sheet, std::string text, Point baseline, double size, Paint paint, Anchor anchor, bool strong);

/// The text broken into lines no wider than `width` where words allow.
std::vector<std::string> label_lines(const Sheet& sheet, std::string_view text, double width, double size, bool strong);

/// The longest word's or the whole text's width.
double widest_word(const TextMeasure& measure, std::string_view text, double size, bool strong);

void add_shape(Sheet& sheet, const Shape& shape);
void add_labels(Sheet& sheet);

}  // namespace kirnu::chart_layout

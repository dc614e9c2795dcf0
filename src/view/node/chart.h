#pragma once
#include <string>
#include <vector>

namespace kirnu {

/// A chart in data space, as every surface gets it. Words and numbers are final; chart_marks() lays it out for a
/// width. Data coordinates: x and y run over their axes' [low, high]; on a `rows` chart y is the row's index from
/// the top (0, 1, …) and rows[y] its label.
struct Tick {
  double at = 0;
  std::string label = {};
  std::string below = {};  ///< a second line, as the year of a month; shown once where neighbours have the same
};

struct Axis {
  double low = 0;
  double high = 1;
  std::vector<Tick> ticks = {};
  bool names_last = false;  ///< where labels are thinned, the last keeps its own
};

/// Ink: text colour. Data: the one data colour. Own: the signal colour (the reader's own value, an alarm).
/// Reference: soft. Band: data colour, very light. OwnBand: signal colour, light.
enum class Ink { Ink, Data, Own, Reference, Band, OwnBand };

enum class ShapeKind {
  Area,      ///< points: upper edge left to right, then lower edge right to left
  Line,      ///< points joined
  Step,      ///< points joined as steps (value holds until the next x)
  Dashed,    ///< points joined, dashed
  Dot,       ///< each point a small dot
  BigDot,    ///< each point a larger dot
  Diamond,   ///< each point a diamond
  Interval,  ///< two points, a thick soft bar between them
  Bar,       ///< two points, opposite corners of a filled rectangle
  Ticks,     ///< each point a short upright stroke
};

struct Point {
  double x = 0;
  double y = 0;
};

struct Shape {
  ShapeKind kind = ShapeKind::Line;
  Ink ink = Ink::Data;
  std::vector<Point> points = {};
  double dash =
      0;  ///< of a Step: 0 drawn through, 1 and 2 in long and short dashes, so that lines differ without colour
};

/// EndOfLine: in the right gutter at y, kept apart from other such labels. Callout: beside the point, on the side
/// with room. RightOf: just right of the point. Above: over the point; right of it where another text is there.
enum class LabelPlace { EndOfLine, Callout, RightOf, Above };

struct ChartLabel {
  LabelPlace place = LabelPlace::RightOf;
  Ink ink = Ink::Ink;
  Point at = {};
  std::string text = {};
  bool strong = false;
  bool small = false;  ///< tick size, soft
};

/// What a pointer or an arrow key stops at, left to right; `text` is said and shown.
struct Stop {
  Point at = {};
  std::string text = {};
};

struct Chart {
  Axis x = {};
  Axis y = {};
  std::vector<std::string> rows = {};  ///< row labels of a dot plot, top to bottom; empty for a plain y axis
  std::vector<bool> strong_rows = {};  ///< same length: one's own row
  std::vector<Shape> shapes = {};      ///< drawn in this order
  std::vector<ChartLabel> labels = {};
  std::vector<Stop> stops = {};
};

}  // namespace kirnu

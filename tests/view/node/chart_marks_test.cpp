#include "view/node/chart_marks.h"
#include "support/source_file.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "view/node/node_json.h"
#include "view/node/text_width.h"

namespace kirnu {
namespace {

/// Every byte is half the font size wide, so that widths can be counted.
double half_wide(std::string_view text, double size, bool) { return static_cast<double>(text.size()) * size / 2; }

std::vector<Mark> texts_of(const ChartMarks& chart) {
  std::vector<Mark> texts;
  for (const Mark& mark : chart.marks) {
    if (mark.kind == MarkKind::Text) texts.push_back(mark);
  }
  return texts;
}

const Mark* find_text(const ChartMarks& chart, std::string_view text) {
  for (const Mark& mark : chart.marks) {
    if (mark.kind == MarkKind::Text && mark.text == text) return &mark;
  }
  return nullptr;
}

std::vector<Chart> sample_charts() {
  std::vector<Chart> charts;
  std::vector<Node> nodes{read_view(read_source("tests/view/node/sample_view.json"))->page};
  while (!nodes.empty()) {
    const Node node = nodes.back();
    nodes.pop_back();
    if (const auto* chart = std::get_if<ChartNode>(&node.body)) charts.push_back(chart->chart);
    nodes.insert(nodes.end(), node.children.begin(), node.children.end());
  }
  return charts;
}

Chart tick_chart(std::vector<std::string> labels) {
  Chart chart;
  chart.x.high = static_cast<double>(labels.size() - 1);
  for (std::size_t i = 0; i < labels.size(); ++i) chart.x.ticks.push_back({static_cast<double>(i), labels[i]});
  return chart;
}

TEST(ChartMarks, PointsLieWhereTheirAxesSay) {
  Chart chart;
  chart.x = {.low = 0, .high = 2, .ticks = {{0, "a"}, {2, "c"}}};
  chart.y = {.low = 0, .high = 10, .ticks = {{0, "0"}, {10, "10"}}};
  chart.shapes = {{.kind = ShapeKind::Line, .ink = Ink::Data, .points = {{0, 0}, {1, 5}, {2, 10}}}};
  chart.stops = {{.at = {1, 5}, .text = "b"}};
  // Left gutter: "10" is 11 wide and stands 8 from the plot; the plot is 135 (45 %) but at least 150 high, from 14.
  const ChartMarks marks = chart_marks(chart, 300, half_wide);
  EXPECT_EQ(marks.width, 300);
  EXPECT_EQ(marks.height, 190);
  const Mark* line = nullptr;
  for (const Mark& mark : marks.marks) {
    if (mark.paint == Paint::Data) line = &mark;
  }
  ASSERT_TRUE(line);
  EXPECT_EQ(line->kind, MarkKind::Line);
  EXPECT_EQ(line->size, 2.2);
  ASSERT_EQ(line->points.size(), 3U);
  EXPECT_NEAR(line->points[0].x, 19, 1e-9);
  EXPECT_NEAR(line->points[0].y, 164, 1e-9);
  EXPECT_NEAR(line->points[1].x, 156.5, 1e-9);
  EXPECT_NEAR(line->points[1].y, 89, 1e-9);
  EXPECT_NEAR(line->points[2].x, 294, 1e-9);
  EXPECT_NEAR(line->points[2].y, 14, 1e-9);
  ASSERT_EQ(marks.stops.size(), 1U);
  EXPECT_NEAR(marks.stops[0].x, 156.5, 1e-9);
}

TEST(ChartMarks, TickLabelsAreThinnedUntilNoneTouch) {
  struct Row {
    double width;
    std::vector<std::string> shown;
  };
  const Chart chart = tick_chart({"January", "February", "March", "April", "May", "June", "July"});
  const Row rows[] = {
      {600, {"January", "February", "March", "April", "May", "June", "July"}},
      {300, {"January", "March", "May", "July"}},
      {140, {"January", "April", "July"}},
  };
  for (const Row& row : rows) {
    std::vector<std::string> shown;
    for (const Mark& mark : texts_of(chart_marks(chart, row.width, half_wide))) shown.push_back(mark.text);
    EXPECT_EQ(shown, row.shown) << row.width;
  }
}

TEST(ChartMarks, EndLabelsAreKeptApart) {
  Chart chart;
  chart.labels = {{.place = LabelPlace::EndOfLine, .ink = Ink::Data, .at = {1, 0.50}, .text = "one"},
                  {.place = LabelPlace::EndOfLine, .ink = Ink::Own, .at = {1, 0.51}, .text = "two"},
                  {.place = LabelPlace::EndOfLine, .ink = Ink::Own, .at = {1, 0.49}, .text = "three"}};
  const ChartMarks marks = chart_marks(chart, 300, half_wide);
  ASSERT_TRUE(find_text(marks, "two") && find_text(marks, "one") && find_text(marks, "three"));
  const double two = find_text(marks, "two")->points[0].y;
  const double one = find_text(marks, "one")->points[0].y;
  const double three = find_text(marks, "three")->points[0].y;
  EXPECT_GE(one - two, 13 * 1.3);
  EXPECT_GE(three - one, 13 * 1.3);
  EXPECT_EQ(find_text(marks, "one")->paint, Paint::Data);
}

TEST(ChartMarks, ACalloutTakesTheSideWithRoom) {
  Chart chart;
  chart.x.high = 10;
  chart.labels = {{.place = LabelPlace::Callout, .ink = Ink::Ink, .at = {1, 0.5}, .text = "near the start"},
                  {.place = LabelPlace::Callout, .ink = Ink::Ink, .at = {9.5, 0.3}, .text = "near the end"}};
  const ChartMarks marks = chart_marks(chart, 400, half_wide);
  ASSERT_TRUE(find_text(marks, "near the start") && find_text(marks, "near the end"));
  EXPECT_EQ(find_text(marks, "near the start")->anchor, Anchor::Start);
  EXPECT_EQ(find_text(marks, "near the end")->anchor, Anchor::End);
}

TEST(ChartMarks, RowLabelsStandAtTheLeftWhereThereIsRoomElseAbove) {
  Chart chart;
  chart.rows = {"Our own company", "Everybody else"};
  chart.strong_rows = {true, false};
  chart.shapes = {{.kind = ShapeKind::BigDot, .ink = Ink::Own, .points = {{0.5, 0}}}};
  const ChartMarks wide = chart_marks(chart, 600, half_wide);
  const ChartMarks narrow = chart_marks(chart, 220, half_wide);
  const auto dot_of = [](const ChartMarks& marks) {
    for (const Mark& mark : marks.marks) {
      if (mark.kind == MarkKind::Circle) return mark.points[0];
    }
    return Point{};
  };
  ASSERT_TRUE(find_text(wide, "Our own company") && find_text(narrow, "Our own company"));
  EXPECT_TRUE(find_text(wide, "Our own company")->strong);
  EXPECT_FALSE(find_text(wide, "Everybody else")->strong);
  EXPECT_NEAR(find_text(wide, "Our own company")->points[0].y, dot_of(wide).y + 13 * 0.364, 1e-9);
  EXPECT_LT(find_text(narrow, "Our own company")->points[0].y, dot_of(narrow).y - 8);
}

TEST(ChartMarks, ALongRowLabelStandsInTwoLinesAtTheLeft) {
  Chart chart;
  chart.rows = {"mine", "software of five millions and more"};
  // At 13 px a byte is 6.5 wide: the label of 221 is more than 48 % of 420, and two lines of it less than 40 %.
  const ChartMarks marks = chart_marks(chart, 420, half_wide);
  const Mark* first = find_text(marks, "software of five");
  const Mark* second = find_text(marks, "millions and more");
  ASSERT_NE(first, nullptr);
  ASSERT_NE(second, nullptr);
  EXPECT_EQ(first->points[0].x, 0);
  EXPECT_NEAR(second->points[0].y - first->points[0].y, 16.9, 1e-9);
  EXPECT_NEAR((second->points[0].y + first->points[0].y) / 2 - find_text(marks, "mine")->points[0].y, 42, 1e-9);
}

TEST(ChartMarks, TheLastTickIsNamedWhereLabelsAreThinnedAndAYearStandsBelow) {
  Chart chart = tick_chart({"Jan", "Feb", "Mar", "Apr", "May", "Jun"});
  chart.x.names_last = true;
  for (Tick& tick : chart.x.ticks) tick.below = "2025";
  const ChartMarks marks = chart_marks(chart, 130, half_wide);
  EXPECT_NE(find_text(marks, "Jun"), nullptr);
  EXPECT_EQ(find_text(marks, "Jan"), nullptr) << "too narrow for all of them";
  ASSERT_NE(find_text(marks, "2025"), nullptr);
  const std::vector<Mark> texts = texts_of(marks);
  EXPECT_EQ(std::count_if(texts.begin(), texts.end(), [](const Mark& mark) { return mark.text == "2025"; }), 1);
  EXPECT_GT(find_text(marks, "2025")->points[0].y, find_text(marks, "Jun")->points[0].y + 10);
}

TEST(ChartMarks, ALabelStandsOverItsPoint) {
  Chart chart;
  chart.rows = {"Own", "Other"};
  chart.strong_rows = {true, false};
  chart.y = {.low = -0.5, .high = 1.5, .ticks = {}};
  chart.shapes = {{.kind = ShapeKind::Interval, .ink = Ink::OwnBand, .points = {{0.2, 0}, {0.9, 0}}},
                  {.kind = ShapeKind::BigDot, .ink = Ink::Own, .points = {{0.5, 0}}}};
  chart.labels = {{.place = LabelPlace::Above, .at = {0.5, 0}, .text = "50%"}};
  const ChartMarks marks = chart_marks(chart, 500, half_wide);
  const Mark* label = find_text(marks, "50%");
  const auto dot = std::find_if(marks.marks.begin(), marks.marks.end(),
                                [](const Mark& mark) { return mark.kind == MarkKind::Circle; });
  ASSERT_NE(label, nullptr);
  EXPECT_LT(label->points[0].y, dot->points[0].y - 6);
  EXPECT_NEAR(label->points[0].x + half_wide("50%", 13, false) / 2, dot->points[0].x, 1);
}

TEST(ChartMarks, NoGridLineRunsThroughAText) {
  Chart chart;
  chart.rows = {"a", "b"};
  chart.x = {.low = 0, .high = 10, .ticks = {{0, "0"}, {5, "5"}, {10, "10"}}};
  chart.shapes = {{.kind = ShapeKind::Dot, .ink = Ink::Data, .points = {{4.5, 0}, {1, 1}}}};
  chart.labels = {{.place = LabelPlace::RightOf, .at = {4.5, 0}, .text = "4.5 %"}};
  const ChartMarks marks = chart_marks(chart, 400, half_wide);
  const Mark* label = find_text(marks, "4.5 %");
  ASSERT_NE(label, nullptr);
  std::size_t pieces = 0;
  for (const Mark& mark : marks.marks) {
    if (mark.paint != Paint::Grid) continue;
    const double x = mark.points[0].x, top = mark.points[0].y, bottom = mark.points[1].y;
    EXPECT_LT(top, bottom);
    const bool beside = x > label->points[0].x - 3 && x < label->points[0].x + 5 * 6.5 + 3;
    const bool level = top < label->points[0].y && bottom > label->points[0].y - 10;
    EXPECT_FALSE(beside && level) << x << ": " << top << " to " << bottom;
    pieces += beside ? 1 : 0;
  }
  EXPECT_EQ(pieces, 2U) << "above and below the label";
}

TEST(ChartMarks, NoTextCoversAnotherOrLeavesTheChart) {
  for (const Chart& chart : sample_charts()) {
    for (const double width : {208.0, 288.0, 372.0, 520.0, 808.0, 1100.0}) {
      const ChartMarks marks = chart_marks(chart, width, inter_width);
      const std::vector<Mark> texts = texts_of(marks);
      std::vector<double> lefts, rights;
      for (const Mark& text : texts) {
        const double wide = inter_width(text.text, text.size, text.strong);
        const double before = text.anchor == Anchor::Start ? 0 : text.anchor == Anchor::Middle ? wide / 2 : wide;
        lefts.push_back(text.points[0].x - before);
        rights.push_back(lefts.back() + wide);
        EXPECT_GE(lefts.back(), -0.5) << text.text << " at " << width;
        EXPECT_LE(rights.back(), width + 0.5) << text.text << " at " << width;
        EXPECT_LE(text.points[0].y, marks.height) << text.text << " at " << width;
      }
      for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          const bool apart = lefts[i] >= rights[j] || lefts[j] >= rights[i] ||
                             std::fabs(texts[i].points[0].y - texts[j].points[0].y) >= 11;
          EXPECT_TRUE(apart) << texts[i].text << " over " << texts[j].text << " at " << width;
        }
      }
    }
  }
}

TEST(ChartMarks, ATickStandsUprightOnItsPoint) {
  Chart chart;
  chart.shapes = {{.kind = ShapeKind::Ticks, .ink = Ink::Data, .points = {{0.5, 0.5}}},
                  {.kind = ShapeKind::Dot, .ink = Ink::Data, .points = {{0.5, 0.5}}}};
  const ChartMarks marks = chart_marks(chart, 300, half_wide);
  const Mark& tick = marks.marks[marks.marks.size() - 2];
  const Point at = marks.marks.back().points[0];
  ASSERT_EQ(tick.kind, MarkKind::Line);
  EXPECT_EQ(tick.points[0].x, at.x);
  EXPECT_EQ(tick.points[1].x, at.x);
  EXPECT_EQ(tick.points[0].y + tick.points[1].y, 2 * at.y);
  EXPECT_GT(tick.points[1].y - tick.points[0].y, 4);
}

TEST(ChartMarks, OddChartsGiveFinitePixels) {
  const double odd = std::numeric_limits<double>::quiet_NaN();
  Chart flat;
  flat.x = {.low = 3, .high = 3, .ticks = {{3, "3"}}};
  flat.shapes = {{.kind = ShapeKind::Step, .ink = Ink::Data, .points = {{3, 1}, {odd, 1}, {4, 1e308}}},
                 {.kind = ShapeKind::Area, .ink = Ink::Band, .points = {{1, 1}}},
                 {.kind = ShapeKind::Interval, .ink = Ink::Own, .points = {}}};
  flat.labels = {{.place = LabelPlace::Callout, .ink = Ink::Ink, .at = {odd, odd}, .text = "?"}};
  flat.stops = {{.at = {odd, odd}, .text = "?"}};
  Chart rows = flat;
  rows.rows = {"one"};
  rows.stops = {{.at = {0, -7}, .text = "?"}, {.at = {0, odd}, .text = "?"}};
  for (const Chart& chart : {Chart{}, flat, rows}) {
    for (const double width : {-5.0, 0.0, 300.0, odd}) {
      const ChartMarks marks = chart_marks(chart, width, half_wide);
      EXPECT_TRUE(std::isfinite(marks.height));
      std::vector<Point> points = marks.stops;
      for (const Mark& mark : marks.marks) points.insert(points.end(), mark.points.begin(), mark.points.end());
      for (const Point& point : points) EXPECT_TRUE(std::isfinite(point.x) && std::isfinite(point.y));
    }
  }
}

}  // namespace
}  // namespace kirnu

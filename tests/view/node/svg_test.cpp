#include "view/node/svg.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

ChartNode small_chart() {
  ChartNode node;
  node.title = "Churn";
  node.summary = "It rose.";
  node.chart.x.ticks = {{0, "Jan"}};
  node.chart.shapes = {{.kind = ShapeKind::Dot, .ink = Ink::Data, .points = {{0.5, 0.5}}},
                       {.kind = ShapeKind::Dashed, .ink = Ink::Own, .points = {{0, 0}, {1, 0}}}};
  return node;
}

TEST(Svg, AChartIsOneElementWithASpokenName) {
  EXPECT_EQ(
      chart_svg(small_chart(), 200),
      R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 190" width="200" height="190" )svg"
      R"svg(font-family="Inter, sans-serif" role="img" aria-label="Churn: It rose.">)svg"
      R"svg(<text x="9.31" y="182" font-size="11" fill="var(--soft)" text-anchor="middle">Jan</text>)svg"
      R"svg(<circle cx="100" cy="89" r="3" fill="var(--data)"/>)svg"
      R"svg(<polyline points="6,164 194,164" fill="none" stroke="var(--signal)" stroke-width="1" opacity="0.6" )svg"
      R"svg(stroke-dasharray="3 4"/></svg>)svg");
}

TEST(Svg, AFileThatLeavesThePageHasItsColours) {
  const std::string svg = chart_svg(small_chart(), 200, light_colours());
  EXPECT_EQ(svg.find("var("), std::string::npos);
  EXPECT_NE(svg.find("fill=\"#1f6472\""), std::string::npos);
}

TEST(Svg, WordsAreNeverMarkup) {
  ChartNode node = small_chart();
  node.title = "\"><script>alert(1)</script>";
  node.chart.x.ticks = {{0, "<b>&\x01'"}};
  const std::string svg = chart_svg(node, 200);
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_EQ(svg.find("<b>"), std::string::npos);
  EXPECT_NE(svg.find("&lt;b&gt;&amp; &#39;</text>"), std::string::npos) << svg;
  EXPECT_NE(svg.find("aria-label=\"&quot;&gt;&lt;script&gt;"), std::string::npos);
}

}  // namespace
}  // namespace kirnu

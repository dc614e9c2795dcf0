#include <gtest/gtest.h>

#include <utility>

#include "drawn_screen.h"

namespace kirnu {
namespace {

using Lines = std::vector<std::string>;

/// Two cohorts and their pool over `ages` periods; of the second the last period is not known yet.
std::string heat_map(int ages) {
  std::string columns = R"({"label":"Beginn"})";
  std::string first = R"([{"text":"Jan."})", second = R"([{"text":"Feb."})";
  for (int age = 1; age <= ages; ++age) {
    columns += R"(,{"label":")" + std::to_string(age) + R"(","numeric":true})";
    const std::string left = std::to_string(100 - age);
    first += R"(,{"text":")" + left + R"(","shade":0.)" + left + "}";
    second += age == ages ? R"(,{"observed":false})" : R"(,{"text":")" + left + R"(","shade":0.)" + left + "}";
  }
  return R"({"page":{"id":"page","kind":"page","title":"Kirnu","children":[{"id":"map","kind":"table","caption":"Noch da","left_out":"Nicht alle haben Platz.",
      "step":"{row}, Zeitraum {column}: {cell} %","columns":[)" +
         columns + R"(],"rows":[)" + first + "]," + second + "]]}]}}";
}

TEST(GuiHeatMap, ShowsEveryColumnWhereThereIsRoom) {
  const DrawnScreen screen(heat_map(3), 600);
  EXPECT_EQ(screen.lines(), (Lines{"Noch da", "Beginn | 1 | 2 | 3", "Jan. | 99 | 98 | 97", "Feb. | 99 | 98"}));
}

TEST(GuiHeatMap, OfMoreColumnsThanFitTheFirstTheLastAndSomeBetweenAreShownAndItIsSaid) {
  const DrawnScreen screen(heat_map(18), 320);
  EXPECT_EQ(screen.lines(), (Lines{"Noch da", "Beginn | 1 | 2 | 3 | 6 | 9 | 12 | 15 | 18",
                                   "Jan. | 99 | 98 | 97 | 94 | 91 | 88 | 85 | 82",
                                   "Feb. | 99 | 98 | 97 | 94 | 91 | 88 | 85", "Nicht alle haben Platz."}));
}

TEST(GuiHeatMap, HasOneSizeForAllItsNumbers) {
  std::string view = heat_map(9);
  view.replace(view.find(R"("text":"99")"), 11, R"("text":"100")");
  const auto widths_at = [&](double width) {
    const DrawnScreen screen(view, width);
    return std::pair(rect_of(screen, "98").width, rect_of(screen, "100").width);
  };
  const auto [wide_98, wide_100] = widths_at(600);
  const auto [narrow_98, narrow_100] = widths_at(320);
  EXPECT_LT(narrow_100, wide_100);
  EXPECT_NEAR(narrow_98 / narrow_100, wide_98 / wide_100, 0.05);
}

TEST(GuiHeatMap, SaysTheCellUnderThePointer) {
  DrawnScreen screen(heat_map(3), 600);
  const Rect cell = rect_of(screen, "97");
  screen.point(Gui::Pointer::Move, cell.x + 2, cell.y + 5);
  EXPECT_TRUE(screen.shows("Jan., Zeitraum 3: 97 %"));
  screen.point(Gui::Pointer::Left, 0, 0);
  EXPECT_FALSE(screen.shows("Jan., Zeitraum 3: 97 %"));
}

TEST(GuiHeatMap, SaysTheCellOfTheArrowKeysAlsoWhereItsColumnHasNoRoom) {
  DrawnScreen screen(heat_map(18), 320);
  const std::size_t columns = 19;
  screen.gui.set_focus(
      {.id = "map", .text = "", .start = columns + 2, .end = columns + 2, .caret = false, .scroll = {}});
  screen.frames();
  EXPECT_TRUE(screen.shows("Feb., Zeitraum 2: 98 %"));
  screen.gui.set_focus({.id = "map", .text = "", .start = columns + 18, .end = 0, .caret = false, .scroll = {}});
  screen.frames();  // of what is not known nothing is said
  for (const DrawnText& drawn : screen.texts) EXPECT_EQ(drawn.text.find("Zeitraum"), std::string::npos) << drawn.text;
}

TEST(GuiHeatMap, ThePointerComesBeforeTheArrowKeys) {
  DrawnScreen screen(heat_map(3), 600);
  const Rect cell = rect_of(screen, "97");
  screen.gui.set_focus({.id = "map", .text = "", .start = 1, .end = 1, .caret = false, .scroll = {}});
  screen.point(Gui::Pointer::Move, cell.x + 2, cell.y + 5);
  EXPECT_TRUE(screen.shows("Jan., Zeitraum 3: 97 %"));
  EXPECT_FALSE(screen.shows("Jan., Zeitraum 1: 99 %"));
}

TEST(GuiHeatMap, WordsAboutACellStayInsideTheMap) {
  DrawnScreen screen(heat_map(9), 320);
  for (const std::size_t step : {1U, 9U, 18U}) {
    screen.gui.set_focus({.id = "map", .text = "", .start = step, .end = step, .caret = false, .scroll = {}});
    screen.frames();
    const Rect map = screen.places.at("map");
    for (const DrawnText& drawn : screen.texts) {
      if (drawn.text.find("Zeitraum") == std::string::npos) continue;
      EXPECT_GE(drawn.rect.x, map.x) << drawn.text;
      EXPECT_LE(drawn.rect.right(), map.right()) << drawn.text;
    }
  }
}

}  // namespace
}  // namespace kirnu

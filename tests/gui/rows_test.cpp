// What stands beside one another: numbers under labels of one and of two lines, words without a face, tables of few
// columns.
#include <gtest/gtest.h>

#include "drawn_screen.h"

namespace kirnu {
namespace {

std::string page_with(const std::string& children) {
  return R"({"page":{"id":"page","kind":"page","title":"Kirnu","children":[)" + children + "]}}";
}

TEST(GuiFigures, NumbersUnderLongAndShortLabelsStandLevel) {
  const DrawnScreen screen(page_with(R"({"id":"figures","kind":"section","role":"figures","children":[
        {"id":"a","kind":"metric","label":"Dauer","text":"6,0"},
        {"id":"b","kind":"metric","label":"Mittlere Kundendauer in Monaten, hochgerechnet","text":"72,0"}]})"),
                           400);
  EXPECT_EQ(rect_of(screen, "6,0").y, rect_of(screen, "72,0").y);
  EXPECT_GT(rect_of(screen, "6,0").y, rect_of(screen, "Dauer").bottom() + 10);
}

TEST(GuiRow, GapsBetweenWordsWithoutAFaceAreAlikeAndAShortOneIsAsWideAsAFinger) {
  const DrawnScreen screen(page_with(R"({"id":"row","kind":"section","role":"row","children":[
        {"id":"a","kind":"button","style":"quiet","label":"Tilaukset"},
        {"id":"b","kind":"button","style":"quiet","label":"Ostot"},
        {"id":"c","kind":"button","style":"quiet","label":"Lähtösyyt"}]})"),
                           600);
  const Rect first = rect_of(screen, "Tilaukset"), second = rect_of(screen, "Ostot"),
             third = rect_of(screen, "Lähtösyyt");
  EXPECT_NEAR(second.x - first.right(), third.x - second.right(), 1);
  const Rect target = screen.places.at("b");
  EXPECT_GE(target.width, 44);
  EXPECT_GE(target.x, screen.places.at("a").right()) << "nobody hits two";
  EXPECT_LE(target.right(), screen.places.at("c").x);
}

TEST(GuiTable, OfTwoColumnsIsNotAsWideAsTheCard) {
  const std::string table = R"({"id":"t","kind":"table","caption":"Verloren","columns":[{"label":"Kunde"},
      {"label":"Wert","numeric":true})";
  const std::string rows = R"(],"rows":[[{"text":"K-1081"},{"text":"1.950,00"})";
  const auto end_of = [](const std::string& page, const char* text) {
    return rect_of(DrawnScreen(page, 1000), text).right();
  };
  EXPECT_LT(end_of(page_with(table + rows + "]]}"), "1.950,00"), 600);
  const std::string two_more = R"(,{"label":"a"},{"label":"b","numeric":true})";
  EXPECT_GT(end_of(page_with(table + two_more + rows + R"(,{"text":"1"},{"text":"2"}]]})"), "2"), 900);
}

}  // namespace
}  // namespace kirnu

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

TEST(GuiTable, ItsCaptionStandsClearOfTheHeadOfItsColumns) {
  const DrawnScreen screen(page_with(R"({"id":"t","kind":"table","caption":"Verloren","columns":[{"label":"Kunde"},
        {"label":"Wert","numeric":true}],"rows":[[{"text":"K-1081"},{"text":"1.950,00"}]]})"),
                           600);
  EXPECT_GE(rect_of(screen, "Kunde").y, rect_of(screen, "Verloren").bottom() + 6);
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

/// So many months, each with a name and two long numbers.
std::string months(int count, const std::string& left_out) {
  std::string rows;
  for (int month = 1; month <= count; ++month)
    rows += (month > 1 ? ",[" : "[") + std::string(R"({"text":"Monat )") + std::to_string(month) +
            R"("},{"text":"1.234.567.890,00 €"},{"text":"9.876.543.210,00 €"}])";
  return page_with(
      R"({"id":"t","kind":"table","caption":"MRR","left_out":")" + left_out +
      R"(","columns":[{"label":"Zeitraum"},{"label":"Beginn","numeric":true},{"label":"Ende","numeric":true}],
                   "rows":[)" +
      rows + "]}");
}

TEST(GuiTable, OfManyStackedRowsTheLastSixAreShownAndItIsSaid) {
  const DrawnScreen screen(months(24, "Die letzten 6."), 320);
  EXPECT_FALSE(screen.shows("Monat 18"));
  EXPECT_TRUE(screen.shows("Monat 19"));
  EXPECT_TRUE(screen.shows("Monat 24"));
  EXPECT_TRUE(screen.shows("Die letzten 6."));
}

TEST(GuiTable, IsShownWholeWhereItHasRoomOrSaysNothing) {
  EXPECT_TRUE(DrawnScreen(months(24, ""), 320).shows("Monat 1"));
  const DrawnScreen wide(months(24, "Die letzten 6."), 900);
  EXPECT_TRUE(wide.shows("Monat 1"));
  EXPECT_FALSE(wide.shows("Die letzten 6."));
}

TEST(GuiTable, NumbersStandCloserRatherThanBelowOneAnother) {
  const std::string page = page_with(R"({"id":"t","kind":"table","caption":"MRR","columns":[{"label":"Zeitraum"},
      {"label":"Beginn","numeric":true},{"label":"Neu","numeric":true},{"label":"Verloren","numeric":true},
      {"label":"Ende","numeric":true}],"rows":[[{"text":"Dez 2025"},{"text":"7.155"},{"text":"164"},{"text":"−307"},
      {"text":"7.012"}]]})");
  const DrawnScreen screen(page, 328);
  EXPECT_EQ(rect_of(screen, "7.155").y, rect_of(screen, "7.012").y);
}

TEST(GuiFigures, SmallNumbersStandOnTheLineOfTheLargeOne) {
  const DrawnScreen screen(page_with(R"({"id":"figures","kind":"section","role":"figures","children":[
        {"id":"a","kind":"metric","label":"Rate","text":"16,67 %","large":true},
        {"id":"b","kind":"metric","label":"Bindung","text":"83,33 %"}]})"),
                           900);
  const Rect large = rect_of(screen, "16,67 %"), small = rect_of(screen, "83,33 %");
  EXPECT_NEAR(large.y + 53 / 2.0 + 44 * 0.364, small.y + 32 / 2.0 + 26 * 0.364, 1.5);
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

TEST(GuiTable, BreaksLongWordsAndStaysATable) {
  const std::string page = page_with(R"({"id":"t","kind":"table","caption":"Werte","columns":[{"label":"Wer"},
      {"label":"Rate","numeric":true},{"label":"Quelle"}],"rows":[
      [{"text":"Mobilfunk"},{"text":"16,2 %"},{"text":"ein Bericht über Verträge von Kunden im Mobilfunk, veröffentlicht im Jahr 2024"}],
      [{"text":"Faustregel"},{"text":"10 %"},{"text":"unbekannt"}]]})");
  const DrawnScreen screen(page, 560);
  EXPECT_NEAR(rect_of(screen, "16,2 %").y, rect_of(screen, "Mobilfunk").y, 1);
  EXPECT_GT(rect_of(screen, "Faustregel").y, rect_of(screen, "Mobilfunk").y + 50) << "words of two lines or more";
  EXPECT_NEAR(rect_of(screen, "unbekannt").y, rect_of(screen, "Faustregel").y, 1);
}

std::string select_json(const std::string& id, const std::string& chosen) {
  return R"({"id":")" + id + R"(","kind":"select","label":"Wahl","value":"v","options":[{"value":"v","label":")" +
         chosen + R"("}]})";
}

std::string row_of_selects(const std::string& last) {
  return page_with(R"({"id":"row","kind":"section","role":"row","children":[)" + select_json("a", "beliebig") + "," +
                   select_json("b", "alle Branchen") + "," + select_json("c", last) + "]}");
}

constexpr const char* kLongName = "B2B-Software ab 5 Mio. USD ARR, Median (KBCM 2016)";

TEST(GuiRow, WhatIsChosenTakesTheRoomItNeeds) {
  const DrawnScreen screen(row_of_selects(kLongName), 720);
  EXPECT_TRUE(screen.shows(kLongName)) << "in one line";
  EXPECT_EQ(screen.places.at("a").y, screen.places.at("b").y);
  EXPECT_GT(screen.places.at("c").y, screen.places.at("a").y) << "in a row of its own";
}

TEST(GuiRow, SelectsAreAlikeWhereThatIsEnoughForAllOfThem) {
  const DrawnScreen screen(row_of_selects("B2B-Abos (Recurly 2024)"), 1280);
  EXPECT_EQ(screen.places.at("a").y, screen.places.at("c").y);
  EXPECT_NEAR(screen.places.at("a").width, screen.places.at("c").width, 0.1);
}

TEST(GuiSelect, WhatIsChosenStandsInSeveralLinesOnAPhone) {
  const DrawnScreen screen(row_of_selects(kLongName), 320);
  const Rect menu = screen.places.at("c");
  std::string words;
  for (const DrawnText& text : screen.texts) {
    if (text.rect.y >= menu.y && text.rect.bottom() <= menu.bottom()) words += (words.empty() ? "" : " ") + text.text;
  }
  EXPECT_EQ(words, kLongName);
  EXPECT_GT(menu.height, 45);
}

TEST(GuiFigures, WordsStandInOneLineBesideNumbers) {
  const DrawnScreen screen(page_with(R"({"id":"figures","kind":"section","role":"figures","children":[
        {"id":"a","kind":"metric","label":"Abwanderungsrate","text":"16,67 %","large":true},
        {"id":"b","kind":"metric","label":"Kundenbindungsrate","text":"83,33 %"},
        {"id":"c","kind":"metric","label":"Pro Monat","text":"1,51 %"},
        {"id":"d","kind":"metric","label":"Zehn-Prozent-Test","text":"nicht bestanden","sign":"×","word":true}]})"),
                           768);
  EXPECT_TRUE(screen.shows("× nicht bestanden"));
  EXPECT_EQ(screen.places.at("b").y, screen.places.at("d").y);
}

TEST(GuiLead, HasNoLastLineOfOneWord) {
  const std::string lead = "Sie haben im Jahr 16,7 % Ihrer Kunden verloren: mehr als die Faustregel von 10 %, weniger";
  for (const double width : {720.0, 768.0, 800.0, 860.0}) {
    const DrawnScreen screen(
        page_with(R"({"id":"lead","kind":"text","style":"lead","spans":[{"text":")" + lead + R"("}]})"), width);
    ASSERT_GT(screen.texts.size(), 1U);
    double widest = 0;
    for (const DrawnText& text : screen.texts) {
      if (text.rect.height > 30) widest = std::max(widest, text.rect.width);
    }
    EXPECT_GT(screen.texts.back().rect.width, widest * 0.3) << width << ": " << screen.texts.back().text;
  }
}

}  // namespace
}  // namespace kirnu

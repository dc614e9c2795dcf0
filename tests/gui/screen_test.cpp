#include <gtest/gtest.h>

#include "drawn_screen.h"
#include "gui/theme.h"

namespace kirnu {
namespace {

using Lines = std::vector<std::string>;

Lines first(const Lines& lines, std::size_t count) {
  return {lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(std::min(count, lines.size()))};
}

std::string page_with(const std::string& nodes) {
  return R"({"page":{"id":"page","kind":"page","title":"Kirnu","children":[)" + nodes + "]}}";
}

TEST(GuiScreen, OnADesktopTheFormStandsBesideTheAnswer) {
  const DrawnScreen screen(sample_view_json(), 1280);
  const Lines expected{
      "Kirnu | Abwanderung und Kundenbindung | Deutsch | Automatisch | Als Text | Teilen",
      "Ihre Zahlen",
      "Sie haben im Jahr 16,7\u00a0% Ihrer Kunden verloren: mehr als die",
  };
  EXPECT_EQ(first(screen.lines(), 3), expected);
  EXPECT_EQ(screen.places.at("start").x, 32);
  EXPECT_EQ(screen.places.at("start").width, 336);
  EXPECT_EQ(screen.places.at("start").height, 45);
  EXPECT_EQ(screen.places.at("verdict").x, 400);
  EXPECT_EQ(screen.places.at("comparison").y, screen.places.at("definitions").y);
  EXPECT_EQ(screen.places.at("comparison").height, screen.places.at("definitions").height);
  EXPECT_EQ(screen.places.at("customer_churn_rate").y, screen.places.at("ten_percent_test").y);
}

TEST(GuiScreen, OnAPhoneTheAnswerStandsBelowShortFieldsInPairs) {
  const DrawnScreen screen(sample_view_json(), 360);
  const Lines expected{
      "Kirnu",
      "Deutsch | Automatisch | Als Text | Teilen",
      "Ihre Zahlen",
      "Kunden zu Beginn | Davon verloren",
      "1.500 | 250",
      "Neu und geblieben | Kunden am Ende",
      "freiwillig | freiwillig",
      "– | –",
      "Zeitraum",
      "Monat | Quartal | Jahr | 30 Tage",
      "Genauer rechnen",
      "Oder viele Zeiträume einfügen",
      "Monat | Beginn | Verloren",
      "Jan 2025 | 1.500 | 20",
      "Aus einer Tabelle kopieren und hier einfügen.",
      "Oder eine Datei hierher ziehen",
  };
  EXPECT_EQ(first(screen.lines(), expected.size()), expected);
  EXPECT_GT(screen.places.at("verdict").y, screen.places.at("file").bottom());
  EXPECT_GT(screen.places.at("definitions").y, screen.places.at("comparison").bottom());
  for (const char* id : {"language", "share", "period", "finer", "how.monthly_churn_rate", "copy_report"}) {
    EXPECT_GE(screen.places.at(id).height, 44) << id;
  }
}

TEST(GuiScreen, WhatIsFoldedIsNotDrawn) {
  const DrawnScreen screen(sample_view_json(), 1280);
  EXPECT_TRUE(screen.shows("Genauer rechnen"));
  EXPECT_FALSE(screen.shows("Neu und wieder gegangen"));
  EXPECT_EQ(screen.places.count("new_left"), 0U);
  EXPECT_TRUE(screen.shows("250 ÷ 1.500 = 16,67\u00a0%"));
  EXPECT_FALSE(screen.shows("1.250 ÷ 1.500 = 83,33\u00a0%"));
}

TEST(GuiScreen, PressesBecomeActions) {
  struct Row {
    const char* id;
    const char* actions;
  };
  const Row rows[] = {
      {"period.month", R"([{"type":"set","id":"period","value":"month"}])"},
      {"period.year", "[]"},  // chosen already
      {"finer", R"([{"type":"fold","id":"finer","open":true}])"},
      {"how.customer_churn_rate", R"([{"type":"fold","id":"how.customer_churn_rate","open":false}])"},
      {"example", R"([{"type":"press","id":"example"}])"},
      {"as_text", R"([{"type":"press","id":"as_text"}])"},
      {"start", "[]"},  // typed into an HTML control
      {"benchmark", "[]"},
      {"verdict", "[]"},
  };
  DrawnScreen screen(sample_view_json(), 1280);
  for (const Row& row : rows) EXPECT_EQ(screen.click(row.id), row.actions) << row.id;
}

TEST(GuiScreen, AToggleTurnsRound) {
  DrawnScreen screen(page_with(R"({"id":"a","kind":"toggle","label":"A"},{"id":"b","kind":"toggle","on":true})"), 600);
  EXPECT_EQ(screen.click("a"), R"([{"type":"set","id":"a","value":"true"}])");
  EXPECT_EQ(screen.click("b"), R"([{"type":"set","id":"b","value":"false"}])");
}

TEST(GuiScreen, APressThatIsDraggedAwayIsNone) {
  DrawnScreen screen(sample_view_json(), 1280);
  const Rect month = screen.places.at("period.month");
  screen.point(Gui::Pointer::Move, month.x + 5, month.y + 5);
  screen.point(Gui::Pointer::Down, month.x + 5, month.y + 5);
  screen.point(Gui::Pointer::Move, month.x + 5, month.y + 300);
  screen.point(Gui::Pointer::Up, month.x + 5, month.y + 300);
  EXPECT_EQ(screen.gui.actions(), "[]");
}

TEST(GuiScreen, TheFocusedFieldShowsItsOwnText) {
  DrawnScreen screen(sample_view_json(), 1280);
  screen.gui.set_focus({.id = "lost", .text = "2500", .start = 4, .end = 4, .caret = true, .scroll = {}});
  screen.frames();
  EXPECT_TRUE(screen.shows("2500"));
  EXPECT_FALSE(screen.shows("250"));
  screen.gui.set_focus({});
  screen.frames();
  EXPECT_TRUE(screen.shows("250"));
}

TEST(GuiScreen, ATextLongerThanItsFieldMovesSoThatTheCaretIsSeen) {
  DrawnScreen screen(sample_view_json(), 1280);
  const std::string text(60, '7');
  const auto rect_of_text = [&] {
    for (const DrawnText& drawn : screen.texts) {
      if (drawn.text == text) return drawn.rect;
    }
    return Rect{};
  };
  const Rect box = screen.places.at("start");
  screen.gui.set_focus({.id = "start", .text = text, .start = 60, .end = 60, .caret = true, .scroll = {}});
  screen.frames();
  EXPECT_NEAR(rect_of_text().right(), box.right() - 14, 1);
  screen.gui.set_focus({.id = "start", .text = text, .start = 0, .end = 0, .caret = true, .scroll = {}});
  screen.frames();
  EXPECT_NEAR(rect_of_text().x, box.x + 13, 1);
  screen.gui.set_focus({.id = "start", .text = text, .start = 70, .end = 99, .caret = true, .scroll = {}});
  screen.frames();  // a selection past the end is cut
  EXPECT_NEAR(rect_of_text().right(), box.right() - 14, 1);
}

TEST(GuiScreen, APointOfAChartIsNamedUnderThePointerAndUnderTheArrowKeys) {
  DrawnScreen screen(sample_view_json(), 1280);
  EXPECT_FALSE(screen.shows("Jun 2025: 2,6\u00a0%"));
  const Rect chart = screen.places.at("over_time");
  screen.point(Gui::Pointer::Move, chart.x + chart.width * 0.42, chart.y + 60);
  EXPECT_TRUE(screen.shows("Jun 2025: 2,6\u00a0%"));
  screen.point(Gui::Pointer::Left, 0, 0);
  EXPECT_FALSE(screen.shows("Jun 2025: 2,6\u00a0%"));
  screen.gui.set_focus({.id = "over_time", .text = "", .start = 1, .end = 1, .caret = false, .scroll = {}});
  screen.frames();
  EXPECT_TRUE(screen.shows("Feb 2025: 1,5\u00a0%"));
}

TEST(GuiScreen, WordsAreNeverFormatsOrIds) {
  const DrawnScreen screen(page_with(R"({"id":"t","kind":"text","spans":[{"text":"%s%n##a###b"}]},
      {"id":"b","kind":"button","label":"%d##x"},{"id":"n","kind":"text"},{"id":"s","kind":"select"},
      {"id":"e","kind":"section","role":"figures"},{"id":"c","kind":"chart"},{"id":"y","kind":"table"})"),
                           400);
  EXPECT_TRUE(screen.shows("%s%n##a###b"));
  EXPECT_TRUE(screen.shows("%d##x"));
}

TEST(GuiScreen, AnUnreadableViewLeavesTheOldOne) {
  DrawnScreen screen(page_with(R"({"id":"t","kind":"text","spans":[{"text":"old"}]})"), 400);
  EXPECT_TRUE(screen.readable);
  EXPECT_FALSE(screen.gui.set_view("{"));
  screen.gui.want_frames(1);
  screen.frames();
  EXPECT_TRUE(screen.shows("old"));
}

TEST(GuiScreen, NothingIsWantedWhenNothingHappens) {
  DrawnScreen screen(sample_view_json(), 768);
  EXPECT_FALSE(screen.gui.wants_frame());
  screen.gui.set_pointer(Gui::Pointer::Move, 10, 10, false);
  EXPECT_TRUE(screen.gui.wants_frame());
  screen.frames();
  EXPECT_FALSE(screen.gui.wants_frame());
}

TEST(GuiScreen, BothWeightsAreSharpOnAFineScreen) {
  DrawnScreen screen(sample_view_json(), 360);
  screen.gui.set_size(360, 720, 8000, 0, 4000);
  screen.frames();
  for (const ImFont* font : ImGui::GetIO().Fonts->Fonts) EXPECT_EQ(font->CurrentRasterizerDensity, 2);
}

TEST(GuiTheme, ColoursAreReadByMeaning) {
  const Theme light = light_theme();
  const std::optional<Theme> theme =
      read_theme(R"({"ink":"#102030","card":"#abc","data":"teal","bad":"#12345g","deepest":0.5})", light);
  ASSERT_TRUE(theme);
  EXPECT_EQ(theme->of(Colour::Ink), IM_COL32(0x10, 0x20, 0x30, 255));
  EXPECT_EQ(theme->of(Colour::Card), IM_COL32(0xaa, 0xbb, 0xcc, 255));
  EXPECT_EQ(theme->of(Colour::Field), IM_COL32(0xaa, 0xbb, 0xcc, 255));
  EXPECT_EQ(theme->of(Colour::Data), light.of(Colour::Data));
  EXPECT_EQ(theme->of(Colour::Bad), light.of(Colour::Bad));
  EXPECT_EQ(theme->deepest, 0.5);
  EXPECT_EQ(read_theme("{}", *theme)->deepest, 0.5);
  EXPECT_FALSE(read_theme("[]", light));
}

/// As a browser shows that is zoomed far out: more corners than 16 bits can count.
TEST(GuiScreen, AVeryTallWindowFullOfTextIsDrawnWhole) {
  std::string words;
  for (int i = 0; i < 6000; ++i) words += "Kundenabwanderung ";
  const DrawnScreen screen(R"({"page":{"id":"page","kind":"page","title":"Kirnu","children":[
        {"id":"a","kind":"text","spans":[{"text":")" +
                               words + "\"}]}]}}",
                           1900);
  ASSERT_TRUE(screen.readable);
  const ImDrawList* const list = ImGui::GetDrawData()->CmdLists[0];
  ASSERT_GT(list->VtxBuffer.Size, 65'536);
  std::size_t highest = 0;
  for (const auto index : list->IdxBuffer) highest = std::max(highest, static_cast<std::size_t>(index));
  EXPECT_EQ(highest + 1, static_cast<std::size_t>(list->VtxBuffer.Size));
}

}  // namespace
}  // namespace kirnu

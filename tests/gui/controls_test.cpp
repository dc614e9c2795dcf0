#include <gtest/gtest.h>

#include "drawn_screen.h"

namespace kirnu {
namespace {

using Lines = std::vector<std::string>;

std::string page_with(const std::string& nodes) {
  return R"({"page":{"id":"page","kind":"page","title":"Kirnu","children":[)" + nodes + "]}}";
}

std::string slider_at(const std::string& at) {
  return page_with(R"({"id":"slide.lost","kind":"field","input":"slider","label":"Davon verloren","hint":"250",
      "help":"Schieben","slider":{"low":0,"high":1000,"step":1,"at":)" +
                   at + "}}");
}

/// Where the knob of a slider is drawn: the widest row of its vertices has its middle there.
double knob_of(const DrawnScreen& screen) {
  const Rect box = screen.places.at("slide.lost");
  const double middle = box.y + box.height / 2;
  double low = 1e9, high = -1e9;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
    for (const ImDrawVert& vertex : list->VtxBuffer) {
      const bool knob = std::fabs(vertex.pos.y - middle) > 6 && std::fabs(vertex.pos.y - middle) < 11;
      if (!knob || vertex.pos.x < box.x - 1 || vertex.pos.x > box.right() + 1) continue;
      low = std::min(low, static_cast<double>(vertex.pos.x));
      high = std::max(high, static_cast<double>(vertex.pos.x));
    }
  }
  return (low + high) / 2;
}

TEST(GuiSlider, HasItsWordsAboveItsTrack) {
  const DrawnScreen screen(slider_at("250"), 900);
  EXPECT_EQ(screen.lines(), (Lines{"Davon verloren | 250", "Schieben"}));
  EXPECT_EQ(screen.places.at("slide.lost").height, 36);
}

TEST(GuiSlider, IsAsHighAsAFingerOnAPhone) {
  const DrawnScreen screen(slider_at("250"), 360);
  EXPECT_EQ(screen.places.at("slide.lost").height, 44);
}

TEST(GuiSlider, ItsKnobStandsWhereTheValueIs) {
  struct Row {
    const char* at;
    double share;
  };
  for (const Row& row : {Row{"0", 0}, Row{"250", 0.25}, Row{"1000", 1}, Row{"-5", 0}, Row{"2000", 1}}) {
    const DrawnScreen screen(slider_at(row.at), 600);
    const Rect box = screen.places.at("slide.lost");
    EXPECT_NEAR(knob_of(screen), box.x + 10 + row.share * (box.width - 20), 1) << row.at;
  }
}

TEST(GuiSlider, WithoutARangeItStandsAtItsBeginning) {
  const DrawnScreen screen(page_with(R"({"id":"slide.lost","kind":"field","input":"slider","label":"A",
      "slider":{"low":5,"high":5,"at":5}})"),
                           600);
  EXPECT_NEAR(knob_of(screen), screen.places.at("slide.lost").x + 10, 1);
}

std::string card(bool open) {
  return page_with(std::string(R"({"id":"cost","kind":"section","role":"card","title":"Was es kostet",
      "text":"Rund 12.000 EUR.","open":)") +
                   (open ? "true" : "false") +
                   R"(,"children":[{"id":"t","kind":"text","spans":[{"text":"Genauer"}]}]})");
}

TEST(GuiFold, OnAPhoneAFoldedCardSaysItsTitleAndWhatItFound) {
  const DrawnScreen screen(card(false), 360);
  EXPECT_EQ(screen.lines(), (Lines{"Was es kostet", "Rund 12.000 EUR."}));
  EXPECT_GE(screen.places.at("card.cost").height, 44);
  EXPECT_EQ(screen.places.count("t"), 0U);
}

TEST(GuiFold, AnOpenOneSaysTheRestToo) {
  const DrawnScreen screen(card(true), 360);
  EXPECT_EQ(screen.lines(), (Lines{"Was es kostet", "Rund 12.000 EUR.", "Genauer"}));
}

TEST(GuiFold, APressOnItsTitleTurnsItRound) {
  EXPECT_EQ(DrawnScreen(card(false), 360).click("card.cost"), R"([{"type":"fold","id":"card.cost","open":true}])");
  EXPECT_EQ(DrawnScreen(card(true), 360).click("card.cost"), R"([{"type":"fold","id":"card.cost","open":false}])");
}

TEST(GuiFold, WhereThereIsRoomNothingFoldsIt) {
  const DrawnScreen screen(card(false), 1280);
  EXPECT_EQ(screen.lines(), (Lines{"Was es kostet", "Rund 12.000 EUR.", "Genauer"}));
  EXPECT_EQ(screen.places.count("card.cost"), 0U);
}

}  // namespace
}  // namespace kirnu

#include <gtest/gtest.h>

#include "engine/engine.h"
#include "support/nodes.h"

/// Counts of the latest period, typed beside a history, become its last row.
namespace kirnu {
namespace {

Engine with_history(std::string_view table) {
  Engine engine;
  engine.apply({.body = PressAction{.id = "clear"}});
  engine.set("paste", table);
  return engine;
}

std::string append_label(const Engine& engine) {
  const Node* node = find_node(engine.view().page, "append_period");
  return node == nullptr ? "" : std::get_if<ButtonNode>(&node->body)->label;
}

TEST(History, TakesTheTypedCountsAsItsNextMonth) {
  Engine engine = with_history("Month;Start;New;Lost;End\n2025-11;100;5;5;100\n2025-12;100;0;10;90\n");
  EXPECT_EQ(append_label(engine), "") << "nothing was typed";
  engine.set("start", "90");
  engine.set("lost", "9");
  EXPECT_EQ(append_label(engine), "Add to the history as 2026-01");
  engine.apply({.body = PressAction{.id = "append_period"}});
  EXPECT_EQ(field_text(engine.state(), "paste"),
            "Month\tStart\tNew\tLost\tEnd\n2025-11\t100\t5\t5\t100\n2025-12\t100\t0\t10\t90\n2026-01\t90\t\t9\t\n");
  EXPECT_EQ(field_text(engine.state(), "start"), "");
  ASSERT_EQ(engine.report().series.size(), 3U);
  EXPECT_EQ(engine.report().series[2].totals.lost, 9);
  EXPECT_EQ(engine.report().dates->start, "2026-01-01");
  EXPECT_EQ(append_label(engine), "");
}

TEST(History, OfAFileIsPastedTextAfterwardsAndKeepsWhoReturned) {
  Engine engine;
  engine.set("language", "de");
  engine.open_file("verlauf.csv");
  engine.feed_file("Quartal;Beginn;Neu;Zurück;Verloren;Ende\n2025-Q1;1.000;20;3;23;1.000\n2025-Q2;1.000;0;0;100;900\n");
  ASSERT_TRUE(engine.finish_file());
  for (const auto& [id, text] : {std::pair{"start", "900"}, {"lost", "90"}, {"new", "0"}, {"returned", "5"}})
    engine.set(id, text);
  EXPECT_EQ(append_label(engine), "Als 2025-Q3 an den Verlauf anhängen");
  engine.apply({.body = PressAction{.id = "append_period"}});
  ASSERT_EQ(engine.report().series.size(), 3U);
  EXPECT_EQ(engine.report().series[0].totals.returned, 3);
  EXPECT_EQ(engine.report().series[2].totals.returned, 5);
  EXPECT_EQ(engine.report().series[2].totals.end, 815);
  EXPECT_EQ(engine.report().series[2].span->start, "2025-07-01");
}

TEST(History, WithoutLabelsGrowsWithoutLabels) {
  Engine engine = with_history("Start\tNew\tLost\tEnd\n100\t5\t5\t100\n100\t0\t10\t90\n");
  engine.set("start", "90");
  engine.set("lost", "9");
  EXPECT_EQ(append_label(engine), "Add to the history");
  engine.apply({.body = PressAction{.id = "append_period"}});
  ASSERT_EQ(engine.report().series.size(), 3U);
  EXPECT_EQ(engine.report().series[2].totals.start, 90);
}

TEST(History, IsNotContinuedByAnotherLengthOfPeriodOrByImpossibleCounts) {
  Engine engine = with_history("Month;Start;Lost\n2025-11;100;5\n2025-12;95;10\n");
  engine.set("start", "85");
  engine.set("lost", "86");
  EXPECT_EQ(append_label(engine), "");
  engine.set("lost", "8");
  engine.set("period", "year");
  EXPECT_EQ(append_label(engine), "");
  engine.apply({.body = PressAction{.id = "append_period"}});
  EXPECT_EQ(engine.report().series.size(), 2U);
}

TEST(History, OfTheExampleIsNotTheReaders) {
  const Engine engine;
  EXPECT_EQ(append_label(engine), "");
}

}  // namespace
}  // namespace kirnu

#include <gtest/gtest.h>

#include "engine/choices.h"
#include "engine/engine.h"
#include "support/nodes.h"

namespace kirnu {
namespace {

constexpr std::string_view kTable = "Month;Start;New;Lost\n2025-01;100;0;5\n2025-02;95;0;10\n";

const ProgressNode* progress_of(const Engine& engine) {
  const Node* node = find_node(engine.view().page, "progress");
  return node == nullptr ? nullptr : std::get_if<ProgressNode>(&node->body);
}

TEST(Reading, IsShownWithItsShareRowsAndSpeedUntilItIsDone) {
  Engine engine;
  engine.open_file("counts.csv");
  engine.feed_file(kTable);
  engine.show_progress(30, 120, 0.5);
  const ProgressNode* progress = progress_of(engine);
  ASSERT_NE(progress, nullptr);
  EXPECT_EQ(progress->fraction, 0.25);
  EXPECT_EQ(progress->text.substr(0, 3), "25%");
  EXPECT_NE(find_node(engine.view().page, "cancel_import"), nullptr);
  engine.finish_file();
  EXPECT_EQ(progress_of(engine), nullptr);
  EXPECT_EQ(find_node(engine.view().page, "cancel_import"), nullptr);
}

TEST(Reading, CutsALongEventValueBetweenCharacters) {
  ImportChoice choice;
  EXPECT_TRUE(take_reading_choice(choice, "event_value", std::string(199, 'x') + "ä"));
  EXPECT_EQ(choice.event_value, std::string(199, 'x'));
}

TEST(Reading, CallsColumnsWithoutANameInTheReadersWords) {
  Engine engine;
  engine.set("language", "fi");
  engine.open_file("x.csv");
  engine.feed_file("K-1;2024-01-05;10,50\nK-2;2024-02-05;3,00\nK-1;2024-03-01;7,25\n");
  engine.finish_file();
  const Node* role = find_node(engine.view().page, "column.column 2");
  ASSERT_NE(role, nullptr);
  EXPECT_EQ(std::get<SelectNode>(role->body).label, "sarake 2");
}

TEST(Reading, OfUnknownLengthHasNoShare) {
  Engine engine;
  engine.open_file("counts.csv");
  engine.show_progress(30, std::nullopt, 0.5);
  ASSERT_NE(progress_of(engine), nullptr);
  EXPECT_EQ(progress_of(engine)->fraction, std::nullopt);
  EXPECT_EQ(progress_of(engine)->text.find('%'), std::string::npos);
}

TEST(Reading, GivenUpLeavesEverythingAsItWas) {
  Engine engine;
  engine.set("lost", "17");
  engine.open_file("counts.csv");
  engine.feed_file(kTable);
  engine.show_progress(30, 120, 0.5);
  engine.cancel_file();
  EXPECT_EQ(progress_of(engine), nullptr);
  EXPECT_EQ(field_text(engine.state(), "lost"), "17");
  EXPECT_FALSE(engine.finish_file());
}

TEST(Reading, OfTheSameFileAgainKeepsWhatWasChosenSince) {
  Engine engine;
  engine.open_file("counts.csv");
  engine.feed_file(kTable);
  engine.finish_file();
  EXPECT_EQ(engine.state().period, "month");
  engine.set("period", "quarter");
  engine.reopen_file("counts.csv");
  engine.feed_file(kTable);
  EXPECT_TRUE(engine.finish_file());
  EXPECT_EQ(engine.state().period, "quarter");
}

TEST(Settings, AreKnownBeforeTheyAreSet) {
  const Engine engine;
  struct Row {
    std::string_view key, value;
    bool understood;
  };
  for (const Row& row :
       {Row{"lost", "12", true}, Row{"period", "quarter", true}, Row{"period", "decade", false},
        Row{"definition", "stripe", true}, Row{"definition", "mine", false}, Row{"benchmark", "recurly-b2b", true},
        Row{"benchmark", "nobody", false}, Row{"language", "fi", true}, Row{"language", "sv", false},
        Row{"header", "no", true}, Row{"header", "perhaps", false}, Row{"column.Start", "opening", true},
        Row{"column.Start", "colour", false}, Row{"colour", "red", false}}) {
    EXPECT_EQ(engine.understands(row.key, row.value), row.understood) << row.key << "=" << row.value;
    Engine other;
    EXPECT_EQ(other.set(row.key, row.value), row.understood) << row.key << "=" << row.value;
  }
}

}  // namespace
}  // namespace kirnu

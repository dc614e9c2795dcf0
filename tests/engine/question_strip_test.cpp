// What may be asked of files, as the page asks it: typed in the reader's habit, last days included.
#include <gtest/gtest.h>

#include "engine/engine.h"
#include "report/report_json.h"
#include "support/nodes.h"

namespace kirnu {
namespace {

Engine subscriptions_in(std::string_view language) {
  Engine engine;
  engine.set("language", language);
  engine.apply({.body = PressAction{.id = "sample.subscriptions"}});
  return engine;
}

void type(Engine& engine, std::string id, std::string text) {
  engine.apply({.body = SetAction{.id = std::move(id), .value = std::move(text)}});
}

TEST(Question, TakesDaysAsTheReaderWritesThem) {
  for (const char* language : {"de", "fi", "en"}) {
    Engine engine = subscriptions_in(language);
    const bool english = std::string_view(language) == "en";
    type(engine, "from", english ? "2025-03-01" : "1.3.2025");
    type(engine, "last_day", english ? "2025-03-31" : "31.3.2025");
    ASSERT_TRUE(engine.report().dates) << language;
    EXPECT_EQ(engine.report().dates->start, "2025-03-01") << language;
    EXPECT_EQ(engine.report().dates->end, "2025-04-01") << "the last day is included, " << language;
  }
}

TEST(Question, HasTwoNamesForOneEndAndTheNewestLeads) {
  Engine engine = subscriptions_in("en");
  type(engine, "from", "2025-03-01");
  type(engine, "last_day", "2025-03-31");
  ASSERT_TRUE(engine.set("to", "2025-03-16"));
  EXPECT_EQ(engine.report().dates->end, "2025-03-16");
  type(engine, "last_day", "2025-03-20");
  EXPECT_EQ(engine.report().dates->end, "2025-03-21");
}

TEST(Question, SaysThatADayIsNone) {
  Engine engine = subscriptions_in("de");
  type(engine, "from", "31.2.2025");
  EXPECT_EQ(std::get<FieldNode>(find_node(engine.view().page, "from")->body).value, "31.2.2025") << "as typed";
  EXPECT_NE(std::get<FieldNode>(find_node(engine.view().page, "from")->body).error, "");
  EXPECT_TRUE(std::get<SectionNode>(find_node(engine.view().page, "question")->body).open) << "an error does not hide";
  EXPECT_FALSE(engine.set("from", "31.2.2025")) << "programs are told at once";
}

TEST(Question, KeepsDaysInAnotherLanguage) {
  Engine engine = subscriptions_in("de");
  type(engine, "from", "1.3.2025");
  type(engine, "last_day", "31.3.2025");
  engine.set("language", "en");
  EXPECT_EQ(std::get<FieldNode>(find_node(engine.view().page, "from")->body).value, "2025-03-01");
  EXPECT_EQ(engine.report().dates->end, "2025-04-01");
}

TEST(Question, ReadsClocksWhereTheReaderIsUntilAnotherZoneIsChosen) {
  Engine engine;
  type(engine, "own_time_zone", "Europe/Helsinki");
  engine.open_file("orders.csv");
  engine.feed_file(
      "customer,ordered at,amount\nA,2024-12-31T22:30:00Z,10\nA,2025-06-01T10:00:00Z,10\n"
      "B,2024-03-01T10:00:00Z,10\nB,2025-12-30T10:00:00Z,10\n");
  ASSERT_TRUE(engine.finish_file());
  ASSERT_EQ(engine.report().kind, "transactions");
  const std::string helsinki = write_report_json(engine.report());
  type(engine, "time_zone", "UTC");
  EXPECT_NE(write_report_json(engine.report()), helsinki) << "half past midnight there is the year before in UTC";
  engine.apply({.body = PressAction{.id = "clear"}});
  EXPECT_EQ(engine.state().own_time_zone, "Europe/Helsinki") << "the reader is where the reader was";
}

TEST(Question, ComparesWithFiguresOfOneTradeAndAudience) {
  Engine engine;
  type(engine, "audience", "b2c");
  type(engine, "industry", "media");
  const TableNode& table = std::get<TableNode>(find_node(engine.view().page, "table_figures")->body);
  EXPECT_EQ(table.rows.size(), 5U);
  EXPECT_FALSE(engine.set("industry", "alchemy"));
}

}  // namespace
}  // namespace kirnu

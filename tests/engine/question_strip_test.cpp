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

Engine with_file(const char* name, std::string_view text) {
  Engine engine;
  engine.set("language", "en");
  engine.open_file(name);
  engine.feed_file(text);
  EXPECT_TRUE(engine.finish_file());
  return engine;
}

const SelectNode& select_in(const Engine& engine, const char* id) {
  return std::get<SelectNode>(find_node(engine.view().page, id)->body);
}

TEST(Question, OfSurvivalTablesMayBeAskedOtherwise) {
  Engine engine = with_file("stays.csv",
                            "months,left,segment,group\n1,yes,a,de\n2,no,b,fi\n3,yes,a,fi\n4,no,b,de\n5,yes,a,de\n"
                            "6,no,b,fi\n7,yes,a,de\n9,no,b,fi\n");
  ASSERT_EQ(engine.report().kind, "survival");
  EXPECT_EQ(select_in(engine, "event_value").value, "yes");
  const std::int64_t left = engine.report().survival->curves[0].curve.events;
  EXPECT_EQ(left, 4);
  type(engine, "tau", "3");
  EXPECT_EQ(engine.report().survival->curves[0].rmst.tau, 3);
  const std::string usual = write_report_json(engine.report());
  type(engine, "survival_interval", "log");
  EXPECT_NE(write_report_json(engine.report()), usual);
  EXPECT_EQ(select_in(engine, "survival_interval").value, "log");
  ASSERT_EQ(select_in(engine, "segment").options.size(), 3U);
  type(engine, "segment", "group");
  EXPECT_EQ(engine.report().survival->curves.size(), 3U) << "everybody and two groups";
  type(engine, "tau", "0");
  const FieldNode& tau = std::get<FieldNode>(find_node(engine.view().page, "tau")->body);
  EXPECT_NE(tau.error + tau.note, "") << "0 is no time";
}

TEST(Durations, AreToldAndProjectedInTheUnitOfTheirColumn) {
  Engine engine;
  engine.apply({.body = PressAction{.id = "sample.survival"}});
  ASSERT_TRUE(engine.report().projection);
  EXPECT_EQ(engine.report().survival->unit, "month");
  EXPECT_EQ(engine.report().projection->unit, "month");
}

TEST(Durations, SayOnceHowTheyWereRead) {
  Engine engine;
  engine.apply({.body = PressAction{.id = "sample.survival"}});
  EXPECT_EQ(std::get<FieldNode>(find_node(engine.view().page, "file")->body).note, "")
      << "it stands among the messages";
}

TEST(Question, WhoLeftCanBeTakenBackAfterItWasChosen) {
  Engine engine = with_file("stays.csv", "months,status\n1,1\n2,2\n3,1\n4,2\n");
  EXPECT_TRUE(engine.report().error) << "1 and 2 say nothing";
  EXPECT_EQ(select_in(engine, "event_value").value, "");
  type(engine, "event_value", "2");
  engine.reopen_file("stays.csv");
  engine.feed_file("months,status\n1,1\n2,2\n3,1\n4,2\n");
  ASSERT_TRUE(engine.finish_file());
  EXPECT_FALSE(engine.report().error);
  const SelectNode& select = select_in(engine, "event_value");
  EXPECT_EQ(select.value, "2");
  ASSERT_EQ(select.options.size(), 2U);
  EXPECT_EQ(select.options[0].value, "1");
}

TEST(Orders, HaveCohortsWithTheNamesOfTheirMonths) {
  Engine engine;
  engine.apply({.body = PressAction{.id = "sample.transactions"}});
  EXPECT_EQ(std::get<TableNode>(find_node(engine.view().page, "table_cohorts")->body).rows[0][0].text, "Jan 2024");
}

TEST(Question, OfOrdersComparesAnyTwoWindows) {
  Engine engine;
  engine.set("language", "de");
  engine.apply({.body = PressAction{.id = "sample.transactions"}});
  type(engine, "before_from", "1.1.2025");
  type(engine, "before_last", "30.6.2025");
  type(engine, "after_from", "1.7.2025");
  EXPECT_NE(write_date(engine.report().lists->before->start), "2025-01-01") << "a window without its end is none yet";
  type(engine, "after_last", "31.12.2025");
  ASSERT_TRUE(engine.report().lists);
  EXPECT_EQ(write_date(engine.report().lists->before->start), "2025-01-01");
  EXPECT_EQ(write_date(engine.report().lists->before->end), "2025-07-01") << "the last day is included";
  EXPECT_EQ(write_date(engine.report().lists->after->end), "2026-01-01");
  type(engine, "measure", "value");
  EXPECT_EQ(engine.report().halved->measure, PurchaseMeasure::Value);
  type(engine, "after_last", "31.13.2025");
  EXPECT_NE(std::get<FieldNode>(find_node(engine.view().page, "after_last")->body).error, "");
}

}  // namespace
}  // namespace kirnu

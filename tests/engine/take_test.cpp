// What is taken along from the page: copied or saved.
#include <gtest/gtest.h>

#include "engine/engine.h"
#include "report/report_json.h"
#include "support/nodes.h"
#include "view/text_page.h"

namespace kirnu {
namespace {

bool offers(const Engine& engine, const std::string& id) { return find_node(engine.view().page, id) != nullptr; }

TEST(TakeAlong, OffersNothingWithoutAnAnswer) {
  Engine engine;
  engine.apply({.body = PressAction{.id = "clear"}});
  EXPECT_FALSE(offers(engine, "take"));
}

TEST(TakeAlong, CopiesThePageAsText) {
  const Engine engine;
  EXPECT_EQ(engine.download("copy_text"), write_text_page(engine.view()));
}

TEST(TakeAlong, CopiesThePageAsMarkdown) {
  Engine engine;
  engine.apply({.body = PressAction{.id = "clear"}});
  engine.set("language", "de");
  engine.set("paste", "Monat\tBeginn\tVerloren\n2025-01\t1000\t10\n2025-02\t990\t33\n");
  const std::string text = engine.download("copy_markdown").value_or("");
  EXPECT_TRUE(text.starts_with("# ")) << text;
  EXPECT_NE(text.find("\n- Abwanderungsrate: **3,33\u00A0%** ("), std::string::npos) << text;
  EXPECT_NE(text.find("| --- | ---: | ---: | ---: | ---: | ---: | ---: |"), std::string::npos) << text;
  EXPECT_NE(text.find("\n| Feb 2025 | 990 | – | 33 | – | 3,33\u00A0% |"), std::string::npos) << text;
  EXPECT_EQ(text.find("\n\n\n"), std::string::npos) << text;
  EXPECT_EQ(text.find("Mitnehmen"), std::string::npos) << "controls are no answer";
}

TEST(TakeAlong, SaysInMarkdownOnceWhatACardAndItsChartSay) {
  const std::string text = Engine().download("copy_markdown").value_or("");
  for (const std::string line : {"\n## Over time\n", "\n## Against others\n", "\nAll figures converted to a year.\n"}) {
    const std::size_t first = text.find(line);
    ASSERT_NE(first, std::string::npos) << text;
    EXPECT_EQ(text.find(line, first + 1), std::string::npos) << line;
  }
}

TEST(TakeAlong, SaysHowTheDataWereReadInTextAndMarkdown) {
  Engine engine;
  engine.set("language", "en");
  engine.apply({.body = PressAction{.id = "sample.subscriptions"}});
  const std::string text = engine.download("copy_text").value_or(""),
                    markdown = engine.download("copy_markdown").value_or("");
  for (const std::string part : {"Read as: subscriptions · 241 rows", "The data end on 31 Dec 2025"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part;
    EXPECT_NE(markdown.find(part), std::string::npos) << part;
  }
  EXPECT_NE(markdown.find("\n| Price | amount |"), std::string::npos) << markdown;
}

TEST(TakeAlong, NothingFromAFileIsMarkupInMarkdown) {
  Engine lists;
  lists.open_file("a.csv");
  lists.feed_file("customer\n<b>*x*</b>|y\nzoe\n");
  lists.next_file("b.csv");
  lists.feed_file("customer\nzoe\n");
  ASSERT_TRUE(lists.finish_file());
  const std::string text = lists.download("copy_markdown").value_or("");
  EXPECT_NE(text.find("| \\<b\\>\\*x\\*\\</b\\>\\|y |"), std::string::npos) << text;
}

TEST(TakeAlong, SavesTablesInTheHabitOfTheLanguage) {
  Engine engine;
  const std::string english = engine.download("save_csv").value_or("");
  EXPECT_NE(english.find("customer_churn_rate,0.166666666667,250,1500,"), std::string::npos) << english;
  engine.set("language", "fi");
  const std::string finnish = engine.download("save_csv").value_or("");
  EXPECT_TRUE(finnish.starts_with("\xEF\xBB\xBFperiod;metric;value;"));
  EXPECT_NE(finnish.find("customer_churn_rate;0,166666666667;250;1500;"), std::string::npos) << finnish;
}

TEST(TakeAlong, GivesSpreadsheetsAHyphenWherePeopleSeeAMinus) {
  Engine engine;
  engine.apply({.body = PressAction{.id = "clear"}});
  engine.set("language", "fi");
  for (const auto& [id, value] : {std::pair("start", "100"), std::pair("lost", "10"), std::pair("mrr_start", "1000"),
                                  std::pair("mrr_churned", "50"), std::pair("mrr_expansion", "80")})
    engine.set(id, value);
  EXPECT_EQ(std::get<MetricNode>(find_node(engine.view().page, "net_mrr_churn_rate")->body).text, "−3,00\u00A0%");
  const std::string copied = std::get<ButtonNode>(find_node(engine.view().page, "copy_results")->body).copy;
  EXPECT_NE(copied.find("\t-3,00\u00A0%\t"), std::string::npos) << copied;
  EXPECT_EQ(copied.find("\t−"), std::string::npos) << copied;
}

TEST(TakeAlong, NamesTheLostCustomersAsTheListDoes) {
  Engine engine;
  engine.set("language", "de");
  engine.open_file("2024.csv");
  engine.feed_file(
      "Kundennummer;Name;E-Mail;Umsatz\n1;Anna Alt;a@x.de;10\n2;=Beh;B@x.de;5\n3;Carl;;20\n4;Dora;d@x.de;1\n"
      "5;Eva;e@x.de;1\n6;Finn;f@x.de;1\n7;Gerd;g@x.de;1\n8;Hans;h@x.de;1\n9;Ina;i@x.de;1\n10;Jan;j@x.de;1\n");
  engine.next_file("2025.csv");
  engine.feed_file("Kundennummer;Name;E-Mail;Umsatz\n1;Anna Alt;a@x.de;10\n4;Dora;d@x.de;1\n");
  ASSERT_TRUE(engine.finish_file());
  const std::string csv = engine.download("lost_customers").value_or("");
  EXPECT_TRUE(csv.starts_with("\uFEFFlost_customer;value;Name;E-Mail\r\n3;20;Carl;\r\n2;5;'=Beh;b@x.de\r\n")) << csv;
  const Node* table = find_node(engine.view().page, "table_lost");
  ASSERT_NE(table, nullptr);
  const TableNode& lost = std::get<TableNode>(table->body);
  EXPECT_EQ(lost.columns[1].label, "Name");
  EXPECT_EQ(lost.rows[1][2].text, "b@x.de");
}

TEST(TakeAlong, SavesTheReport) {
  const Engine engine;
  EXPECT_EQ(engine.download("save_json"), write_report_json(engine.report()));
}

TEST(TakeAlong, OffersALinkOnlyWhereItBringsTheAnswerBack) {
  Engine engine;
  EXPECT_TRUE(offers(engine, "copy_link"));
  engine.apply({.body = PressAction{.id = "clear"}});
  engine.set("paste", "Month\tStart\tLost\n2025-01\t1000\t10\n2025-02\t990\t33\n");
  EXPECT_TRUE(offers(engine, "copy_text"));
  EXPECT_FALSE(offers(engine, "copy_link"));
}

TEST(TakeAlong, SavesAScenarioWithoutRows) {
  Engine engine;
  engine.set("language", "de");
  engine.set("start", "1.500");
  engine.set("lost", "250");
  engine.set("margin", "70 %");
  engine.apply({.body = FoldAction{.id = "money", .open = true}});
  const std::string saved = engine.download("save_scenario").value_or("");
  EXPECT_TRUE(saved.starts_with("{\"kirnu\":\"scenario\",\"v\":1,")) << saved;
  EXPECT_EQ(saved.find("money"), std::string::npos) << "what is open is nobody else's";

  Engine pasted;
  pasted.set("paste", "Month\tStart\tLost\n2025-01\t1000\t10\n2025-02\t990\t33\n");
  EXPECT_EQ(pasted.download("save_scenario").value_or("2025-01").find("2025-01"), std::string::npos);
}

TEST(TakeAlong, OpensAScenarioInTheReadersLanguageAndLooks) {
  Engine german;
  german.set("language", "de");
  german.set("start", "1.500");
  german.set("lost", "250");
  german.set("margin", "70,5 %");
  german.set("theme", "dark");
  Engine english;
  english.apply({.body = ScenarioAction{.text = german.download("save_scenario").value_or("")}});
  EXPECT_EQ(english.state().language, Language::En);
  EXPECT_EQ(english.state().theme, "auto");
  EXPECT_EQ(english.state().fields.at("start"), "1,500");
  EXPECT_EQ(english.state().fields.at("margin"), "70.5%");
  EXPECT_DOUBLE_EQ(*find_metric(english.report(), "customer_churn_rate")->metric.value, 250.0 / 1500);
}

TEST(TakeAlong, RefusesWhatIsNoScenarioInWordsAndChangesNothing) {
  Engine engine;
  engine.set("start", "77");
  const std::string before = write_state(engine.state());
  for (const char* text : {"", "{", "[]", "null", "{\"kirnu\":\"scenario\"}",
                           "{\"kirnu\":\"scenario\",\"v\":2,\"fields\":{\"start\":\"1\"}}"}) {
    engine.apply({.body = ScenarioAction{.text = text}});
    EXPECT_EQ(write_state(engine.state()), before) << text;
    ASSERT_FALSE(engine.report().issues.empty());
    EXPECT_EQ(engine.report().issues.front().code, IssueCode::StateUnreadable) << text;
  }
}

TEST(TakeAlong, DrawsChartsThatStandAlone) {
  Engine engine;
  engine.set("language", "de");
  ASSERT_TRUE(offers(engine, "chart_over_time.svg"));
  const std::string svg = engine.download("chart_over_time.svg").value_or("");
  EXPECT_TRUE(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"")) << svg;
  EXPECT_EQ(svg.find("var("), std::string::npos) << "colours of its own";
  EXPECT_NE(svg.find(">Kirnu</text>"), std::string::npos) << "names its source";
  EXPECT_NE(svg.find("font-weight=\"600\">" +
                     std::get<ChartNode>(find_node(engine.view().page, "chart_over_time")->body).title + "</text>"),
            std::string::npos)
      << svg;
  EXPECT_EQ(engine.download("chart_over_time.png"), svg) << "the page draws it";
  EXPECT_EQ(engine.download("chart_nowhere.svg"), std::nullopt);
  engine.set("controls", "min");
  EXPECT_FALSE(offers(engine, "chart_over_time.svg"));
}

TEST(Undo, IsOfferedWhereTheSurfaceCanBringSomethingBack) {
  Engine engine;
  engine.apply({.body = LinkAction{.fragment = "#v9"}});
  EXPECT_FALSE(offers(engine, "undo") || offers(engine, "redo"));
  engine.apply({.body = HistoryAction{.undo = true}, .revision = 5});
  EXPECT_TRUE(offers(engine, "undo"));
  EXPECT_FALSE(offers(engine, "redo"));
  EXPECT_EQ(engine.view().revision, 5);
  EXPECT_EQ(engine.report().issues.front().code, IssueCode::LinkUnreadable) << "nothing was done meanwhile";
  engine.apply({.body = HistoryAction{.redo = true}});
  EXPECT_FALSE(offers(engine, "undo"));
  EXPECT_TRUE(offers(engine, "redo"));
}

TEST(Undo, KeepsTheFilesInPlaceUnlessTheyAreToBeReadInAnotherWay) {
  Engine engine;
  engine.open_file("months.csv");
  engine.feed_file("Month;Start;Lost\n2025-01;1000;10\n2025-02;990;33\n");
  ASSERT_TRUE(engine.finish_file());
  const std::string before = write_state(engine.state()), report = write_report_json(engine.report());
  engine.set("margin", "70 %");
  engine.apply({.body = RestoreAction{.state = before, .keep_files = true}});
  EXPECT_FALSE(engine.view().reread);
  EXPECT_EQ(write_report_json(engine.report()), report);
  engine.set("delimiter", ",");
  engine.apply({.body = RestoreAction{.state = before, .keep_files = true}});
  EXPECT_TRUE(engine.view().reread);
  engine.apply({.body = RestoreAction{.state = before}});
  EXPECT_NE(write_report_json(engine.report()), report) << "without the files";
}

}  // namespace
}  // namespace kirnu

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "base/json.h"
#include "engine/engine.h"
#include "report/report_json.h"
#include "support/nodes.h"
#include "support/story.h"
#include "view/node/node_json.h"
#include "view/text_page.h"

namespace kirnu {
namespace {

void count_ids(const Node& node, std::map<std::string, int>& ids) {
  ++ids[node.id];
  for (const Node& child : node.children) count_ids(child, ids);
}

Engine engine_in(const std::string& language, const std::vector<std::pair<std::string, std::string>>& set) {
  Engine engine;
  engine.set("language", language);
  engine.apply({.body = PressAction{.id = "clear"}});
  for (const auto& [id, text] : set) EXPECT_TRUE(engine.set(id, text)) << id;
  return engine;
}

std::string lead_of(const Engine& engine) {
  std::string text;
  for (const Span& span : std::get<TextNode>(find_node(engine.view().page, "verdict")->body).spans) text += span.text;
  return text;
}

/// What no reader may ever see.
void expect_clean(const std::string& shown, const std::string& about) {
  for (const char* never : {"NaN", "nan%", "nan\u00A0", "inf\u00A0", "∞", "⟦", "⟧", "undefined", "-0%", "−0\u00A0%"}) {
    EXPECT_EQ(shown.find(never), std::string::npos) << about << " shows " << never << "\n" << shown;
  }
}

TEST(Page, HasEachIdOnceInEveryStoryAndLanguage) {
  for (const Story& story : read_stories()) {
    for (const char* language : {"en", "de", "fi"}) {
      Engine engine = engine_in(language, {});
      for (const auto& [id, text] : story.set) engine.set(id, text);
      if (!story.table.empty()) engine.set("paste", story.table);
      std::map<std::string, int> ids;
      count_ids(engine.view().page, ids);
      for (const auto& [id, count] : ids) EXPECT_EQ(count, 1) << id << " in " << story.name;
      expect_clean(write_view(engine.view()), story.name + " " + language);
      expect_clean(write_text_page(engine.view()), story.name + " " + language);
    }
  }
}

TEST(Page, OpensOnAnExampleThatSaysItIsOne) {
  const Engine engine;
  EXPECT_TRUE(engine.state().example);
  EXPECT_NE(find_node(engine.view().page, "example_note"), nullptr);
  EXPECT_NE(find_node(engine.view().page, "chart_over_time"), nullptr);
  EXPECT_EQ(std::get<MetricNode>(find_node(engine.view().page, "customer_churn_rate")->body).text, "16.67%");
}

TEST(Page, LeavesTheExampleWithTheFirstOwnNumber) {
  Engine engine;
  engine.apply({.body = SetAction{.id = "lost", .value = "200"}, .revision = 7});
  EXPECT_FALSE(engine.state().example);
  EXPECT_EQ(engine.view().revision, 7);
  EXPECT_EQ(find_node(engine.view().page, "example_note"), nullptr);
  EXPECT_EQ(find_node(engine.view().page, "chart_over_time"), nullptr) << "the example's months are nobody's own";
  EXPECT_EQ(std::get<MetricNode>(find_node(engine.view().page, "customer_churn_rate")->body).text, "13.33%");
}

TEST(Page, IsTheSameExampleInAnotherLanguage) {
  Engine engine;
  engine.set("language", "fi");
  EXPECT_TRUE(engine.state().example);
  EXPECT_EQ(std::get<FieldNode>(find_node(engine.view().page, "start")->body).value, "1\u00A0500");
  EXPECT_EQ(lead_of(engine),
            "Menetit vuodessa 16,7\u00A0% asiakkaistasi: enemmän kuin nyrkkisäännön 10\u00A0%, vähemmän kuin "
            "vertailuarvo (B2B-tilaukset: 37,2\u00A0%).");
  EXPECT_NE(find_node(engine.view().page, "chart_over_time"), nullptr);
}

TEST(Page, SaysTheAnswerInOneSentence) {
  EXPECT_EQ(lead_of(engine_in("de", {{"start", "1.500"}, {"lost", "250"}})),
            "Sie haben im Jahr 16,7\u00A0% Ihrer Kunden verloren: mehr als die Faustregel von 10\u00A0%, weniger als "
            "bei B2B-Abos (37,2\u00A0%).");
  EXPECT_EQ(lead_of(engine_in("en", {{"start", "50"}, {"lost", "3"}, {"period", "month"}})),
            "Over the month you lost 6% of your customers: more than the rule of thumb of 0.9% (10% a year), too "
            "close to B2B subscriptions (3.8%) to call.");
  EXPECT_EQ(lead_of(engine_in("en", {{"start", "50"}, {"lost", "3"}, {"period", "none"}})),
            "You lost 6% of your customers.");
}

TEST(Page, ExplainsEachMetricWithTheReadersNumbers) {
  const Engine engine = engine_in(
      "de",
      {{"start", "200"}, {"new", "35"}, {"lost", "16"}, {"end", "219"}, {"new_left", "5"}, {"left_and_returned", "4"}});
  const auto inserted = [&](const char* id) {
    return std::get<MetricNode>(find_node(engine.view().page, id)->body).how->inserted;
  };
  EXPECT_EQ(inserted("customer_churn_rate"), "16 ÷ 200 = 8,00\u00A0%");
  EXPECT_EQ(inserted("customer_retention_rate"), "(219 − 35) ÷ 200 = 92,00\u00A0%");
  EXPECT_EQ(inserted("churn_rate_stripe"), "25 ÷ (200 + 40) = 10,42\u00A0%");
  EXPECT_EQ(inserted("churn_rate_average_base"), "25 ÷ ((200 + 219) ÷ 2) = 11,93\u00A0%");
}

TEST(Page, KeepsWhatWasTypedBesideTheError) {
  const Engine engine = engine_in("de", {{"start", "viele"}, {"lost", "5"}});
  const FieldNode& field = std::get<FieldNode>(find_node(engine.view().page, "start")->body);
  EXPECT_EQ(field.value, "viele");
  EXPECT_EQ(field.error, "„viele“ ist keine Zahl. Bitte Ziffern eingeben, zum Beispiel 1.500.");
}

TEST(Page, AnswersOddCountsWithASentence) {
  struct Row {
    const char* start;
    const char* lost;
    const char* fresh;
    const char* end;
  };
  const Row rows[] = {{"", "", "", ""},
                      {"5", "", "", ""},
                      {"", "5", "", ""},
                      {"", "", "5", ""},
                      {"", "", "", "5"},
                      {"5", "", "5", ""},
                      {"", "5", "5", ""},
                      {"5", "", "", "5"},
                      {"0", "0", "", ""},
                      {"0", "5", "", ""},
                      {"0", "0", "0", "0"},
                      {"0", "0", "5", "5"},
                      {"-5", "1", "", ""},
                      {"5", "-1", "", ""},
                      {"5,5", "1", "", ""},
                      {"5.5", "1", "", ""},
                      {"1e3", "1", "", ""},
                      {"1e400", "1", "", ""},
                      {"NaN", "1", "", ""},
                      {"Infinity", "1", "", ""},
                      {"5", "NaN", "", ""},
                      {"5 %", "1", "", ""},
                      {"fünf", "1", "", ""},
                      {"５", "1", "", ""},
                      {"٥", "1", "", ""},
                      {"5", "6", "", ""},
                      {"100", "5", "10", "104"},
                      {"100", "", "10", "200"},
                      {"100", "", "10", "5"},
                      {"", "10", "50", "20"},
                      {"100", "10", "", "50"},
                      {"1", "1", "", ""},
                      {"1", "0", "", ""},
                      {"1", "1", "0", "0"},
                      {"9007199254740993", "1", "", ""},
                      {"1e15", "1", "", ""},
                      {"1000000000000000000", "1", "", ""},
                      {"999999999999999", "999999999999998", "", ""},
                      {"'5", "1", "", ""},
                      {"=5", "1", "", ""},
                      {"<b>5</b>", "1", "", ""},
                      {"%s%n", "1", "", ""},
                      {"##5", "1", "", ""},
                      {"5\t6", "1", "", ""},
                      {" 5 ", "1", "", ""},
                      {"5€", "1", "", ""},
                      {"(5)", "1", "", ""},
                      {"5-", "1", "", ""},
                      {"−5", "1", "", ""},
                      {"- -5", "1", "", ""},
                      {"0x10", "1", "", ""},
                      {"1.2.3", "1", "", ""},
                      {"1,2,3", "1", "", ""},
                      {"..", "1", "", ""}};
  for (const Row& row : rows) {
    for (const char* language : {"en", "de", "fi"}) {
      for (const char* period : {"year", "month", "none", "days"}) {
        const Engine engine = engine_in(
            language,
            {{"start", row.start}, {"lost", row.lost}, {"new", row.fresh}, {"end", row.end}, {"period", period}});
        const std::string about =
            std::string(row.start) + "/" + row.lost + "/" + row.fresh + "/" + row.end + " " + language;
        EXPECT_FALSE(lead_of(engine).empty()) << about;
        const bool echoed = about.find("NaN") != std::string::npos;  // the refusal quotes what was typed
        if (!echoed) expect_clean(write_text_page(engine.view()), about);
        const std::string report = write_report_json(engine.report());
        EXPECT_TRUE(parse_json(report)) << report;
        EXPECT_EQ(report.find("nan"), std::string::npos) << report;
        const bool answered = find_metric(engine.report(), "customer_churn_rate") != nullptr;
        EXPECT_TRUE(answered || engine.report().error) << about << ": neither answer nor reason";
      }
    }
  }
}

TEST(Page, ReadsAPastedTableInsteadOfTheExample) {
  Engine engine;
  engine.set("paste", "Month\tStart\tNew\tLost\tEnd\n2025-01\t100\t5\t5\t100\n2025-02\t100\t7\t6\t101\n");
  EXPECT_FALSE(engine.state().example);
  EXPECT_EQ(field_text(engine.state(), "start"), "");
  EXPECT_TRUE(engine.report().from_table);
  EXPECT_EQ(std::get<MetricNode>(find_node(engine.view().page, "customer_churn_rate")->body).text, "6.00%");
  EXPECT_NE(find_node(engine.view().page, "table_import"), nullptr);
}

TEST(Page, LetsTheNewestInputLead) {
  Engine engine = engine_in("en", {{"start", "1000"}, {"lost", "100"}});
  engine.set("paste", "a");
  EXPECT_EQ(field_text(engine.state(), "start"), "1000") << "a paste that is no table takes nothing away";
  EXPECT_EQ(std::get<MetricNode>(find_node(engine.view().page, "customer_churn_rate")->body).text, "10.00%");
  engine.open_file("x.csv");
  engine.feed_file("start,lost\n100,5\n");
  ASSERT_TRUE(engine.finish_file());
  EXPECT_EQ(std::get<MetricNode>(find_node(engine.view().page, "customer_churn_rate")->body).text, "5.00%");
  engine.set("paste", "start,lost\n100,20\n100,30\n");
  EXPECT_EQ(std::get<MetricNode>(find_node(engine.view().page, "customer_churn_rate")->body).text, "30.00%");
  engine.apply({.body = LinkAction{.fragment = "#v1;start=100;lost=1"}});
  EXPECT_EQ(std::get<MetricNode>(find_node(engine.view().page, "customer_churn_rate")->body).text, "1.00%");
  EXPECT_FALSE(engine.report().import);
}

TEST(Page, StaysTheExampleWhenOnlyThePeriodChanges) {
  Engine engine;
  engine.set("period", "month");
  EXPECT_TRUE(engine.state().example);
  EXPECT_NE(find_node(engine.view().page, "example_note"), nullptr);
}

TEST(Page, ShowsThePeriodThatATableNames) {
  Engine engine = engine_in("en", {});
  engine.set("paste", "Month\tStart\tLost\n2025-01\t100\t5\n2025-02\t100\t6\n");
  EXPECT_EQ(std::get<SelectNode>(find_node(engine.view().page, "period")->body).value, "month");
  engine.set("paste", "Start\tLost\n100\t5\n100\t6\n");
  EXPECT_EQ(std::get<SelectNode>(find_node(engine.view().page, "period")->body).value, "none");
}

TEST(Page, RefusesAPasteThatIsTooLong) {
  Engine engine;
  engine.set("paste", std::string(1'000'001, '7'));
  const FieldNode& field = std::get<FieldNode>(find_node(engine.view().page, "paste")->body);
  EXPECT_EQ(
      field.error,
      "The pasted text is longer than 1,000,000 characters. Save it as a CSV file and drop the file here instead.");
}

TEST(Page, KeepsTheOldDataWhenAFileIsNone) {
  Engine engine;
  engine.open_file("good.csv");
  engine.feed_file("start,lost\n100,5\n");
  ASSERT_TRUE(engine.finish_file());
  engine.open_file("bad.csv");
  engine.feed_file("\xEF\xBB\xBF");
  EXPECT_FALSE(engine.finish_file());
  EXPECT_EQ(std::get<MetricNode>(find_node(engine.view().page, "customer_churn_rate")->body).text, "5.00%");
  EXPECT_NE(write_text_page(engine.view()).find("The file is empty. Nothing was changed."), std::string::npos);
}

TEST(Page, SaysWhatIsWrongWithTheOnlyFile) {
  Engine engine;
  engine.apply({.body = PressAction{.id = "clear"}});
  engine.open_file("none.csv");
  engine.feed_file("a,b,c\n1,2,3\n4,5,6\n");
  EXPECT_TRUE(engine.finish_file()) << "it stays in place until its question is answered";
  ASSERT_TRUE(engine.report().error);
  EXPECT_EQ(engine.report().error->code, IssueCode::KindUnclear);
  EXPECT_EQ(engine.report().error->severity, Severity::Question);
}

TEST(Page, ShowsTheLatestPeriodsOfALongHistory) {
  std::string table = "month,start,lost\n";
  for (int i = 0; i < 500; ++i) table += std::to_string(i) + ",1000," + std::to_string(10 + i % 7) + "\n";
  Engine engine;
  engine.set("paste", table);
  const ChartNode& chart = std::get<ChartNode>(find_node(engine.view().page, "chart_over_time")->body);
  EXPECT_EQ(chart.table.rows.size(), 120U);
  EXPECT_EQ(chart.table.rows.back()[0].text, "499");
  EXPECT_EQ(engine.report().series.size(), 500U);
  EXPECT_NE(find_node(engine.view().page, "time_capped"), nullptr);
}

TEST(Page, RestoresAStateAndOpensALink) {
  Engine engine;
  engine.apply({.body = LinkAction{.fragment = "#v1;start=100;lost=5;period=month"}});
  EXPECT_EQ(std::get<MetricNode>(find_node(engine.view().page, "customer_churn_rate")->body).text, "5.00%");
  const std::string saved = write_state(engine.state());
  Engine other;
  other.apply({.body = RestoreAction{.state = saved}});
  EXPECT_EQ(write_view(other.view()), write_view(engine.view()));
  other.apply({.body = LinkAction{.fragment = "#v9;start=1"}});
  EXPECT_NE(write_text_page(other.view()).find("The link could not be read"), std::string::npos);
  EXPECT_EQ(std::get<MetricNode>(find_node(other.view().page, "customer_churn_rate")->body).text, "5.00%")
      << "the old state stays";
}

TEST(Action, IsReadOrRefused) {
  EXPECT_TRUE(read_action(R"({"type":"set","id":"start","value":"5","revision":3})"));
  EXPECT_EQ(read_action(R"({"type":"press","id":"clear","revision":3})")->revision, 3);
  EXPECT_EQ(read_action(R"({"type":"press","id":"clear","revision":-3})")->revision, 0);
  for (const char* none :
       {"", "[]", "5", "{}", R"({"type":"set","id":5,"value":"5"})", R"({"type":"set","id":"start"})",
        R"({"type":"fly"})", R"({"type":"fold","id":"x","open":"yes"})", R"({"type":"restore","state":"x"})",
        "{\"type\":\"set\"", "\xFF"}) {
    EXPECT_FALSE(read_action(none)) << none;
  }
}

TEST(Explanations, AreThereForEveryMetricOfTheReport) {
  for (const Story& story : read_stories()) {
    Engine engine = engine_in("de", {});
    for (const auto& [id, text] : story.set) engine.set(id, text);
    if (!story.table.empty()) engine.set("paste", story.table);
    for (const auto& metrics : {engine.report().metrics, engine.report().span}) {
      for (const ReportMetric& entry : metrics) {
        EXPECT_TRUE(engine.explain(entry.metric.id)) << story.name << ": " << entry.metric.id;
      }
    }
  }
  EXPECT_FALSE(engine_in("en", {{"start", "10"}}).explain("nrr"));
}

TEST(Explanations, WriteTheMinusOfFormulas) {
  const Engine engine = engine_in("en", {{"mrr_start", "100"}, {"mrr_churned", "3"}, {"mrr_expansion", "7"}});
  EXPECT_EQ(engine.explain("net_mrr_churn_rate")->inserted, "(3 − 7) ÷ 100 = −4.00%");
}

TEST(RefusedFiles, SayHowTheyWereRead) {
  Engine engine = engine_in("en", {});
  engine.open_file("x.csv");
  engine.feed_file("a,b\n1,2\n");
  engine.finish_file();
  ASSERT_TRUE(engine.report().import);
  EXPECT_EQ(engine.report().import->columns[1].name, "b");
  engine.set("start", "10");
  EXPECT_FALSE(engine.report().import);
}

}  // namespace
}  // namespace kirnu

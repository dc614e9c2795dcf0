#include <gtest/gtest.h>

#include <set>

#include "engine/engine.h"
#include "report/report_json.h"
#include "support/nodes.h"
#include "view/text_page.h"

namespace kirnu {
namespace {

Engine engine_with(std::string_view sample, std::string_view language) {
  Engine engine;
  engine.set("language", language);
  engine.apply({.body = PressAction{.id = "sample." + std::string(sample)}});
  return engine;
}

TEST(Sample, AnswersInEveryLanguageWithoutAQuestion) {
  for (const std::string_view sample : all_samples()) {
    for (const char* language : {"en", "de", "fi"}) {
      const Engine engine = engine_with(sample, language);
      const Report& report = engine.report();
      EXPECT_FALSE(report.error) << sample << " " << language << " " << issue_code_name(report.error->code);
      for (const Issue& issue : report.issues) {
        EXPECT_TRUE(issue.severity == Severity::Note || issue.severity == Severity::Warning)
            << sample << " " << language << " " << issue_code_name(issue.code);
      }
      const bool counts = sample == "history";
      EXPECT_EQ(report.kind, counts ? "counts" : sample) << language;
      ASSERT_TRUE(report.import) << sample;
      EXPECT_EQ(report.import->rejected, 0) << sample << " " << language;
      EXPECT_NE(find_node(engine.view().page, "example_note"), nullptr) << "it says that it is a sample";
    }
  }
}

TEST(Sample, IsTheSameInAnotherLanguage) {
  for (const std::string_view sample : all_samples()) {
    Engine engine = engine_with(sample, "en");
    const std::string rows = std::to_string(engine.report().import->rows);
    const std::size_t metrics = engine.report().metrics.size();
    engine.set("language", "fi");
    EXPECT_EQ(std::to_string(engine.report().import->rows), rows) << sample;
    EXPECT_EQ(engine.report().metrics.size(), metrics) << sample;
  }
}

TEST(Sample, IsOfferedOnTheFirstPageAndOnAnEmptyOne) {
  Engine engine;
  for (const bool cleared : {false, true}) {
    if (cleared) engine.apply({.body = PressAction{.id = "clear"}});
    for (const std::string_view sample : all_samples())
      EXPECT_NE(find_node(engine.view().page, "sample." + std::string(sample)), nullptr) << sample;
  }
}

TEST(Sample, ComesBackWithItsStateAndGoesWithTheFirstOwnNumber) {
  Engine engine = engine_with("subscriptions", "de");
  const std::string report = write_report_json(engine.report());
  Engine other;
  other.apply({.body = RestoreAction{.state = write_state(engine.state())}});
  EXPECT_EQ(write_report_json(other.report()), report);
  other.apply({.body = SetAction{.id = "margin", .value = "80"}});
  EXPECT_EQ(other.state().sample, "subscriptions") << "it may be played with";
  other.apply({.body = SetAction{.id = "start", .value = "100"}});
  EXPECT_EQ(other.state().sample, "");
  EXPECT_EQ(other.report().kind, "counts");
  EXPECT_EQ(find_node(other.view().page, "example_note"), nullptr);
}

TEST(Sample, OfTwelveMonthsGoesWithTheFirstOwnNumberToo) {
  Engine engine = engine_with("history", "en");
  engine.apply({.body = SetAction{.id = "start", .value = "100"}});
  EXPECT_EQ(engine.state().sample, "");
  EXPECT_FALSE(engine.report().import);
}

TEST(Sample, GivesWayToAFile) {
  Engine engine = engine_with("transactions", "en");
  engine.open_file("mine.csv");
  engine.feed_file("Month,Start,Lost\n2025-01,100,5\n2025-02,95,4\n2025-03,91,4\n");
  EXPECT_TRUE(engine.finish_file());
  EXPECT_EQ(engine.state().sample, "");
  EXPECT_EQ(engine.report().import->rows, 3);
}

TEST(Sample, IsReadAnewInAnotherWay) {
  Engine engine = engine_with("transactions", "en");
  ASSERT_TRUE(engine.set("column.Amount", "ignore"));
  EXPECT_FALSE(engine.view().reread) << "no file of the reader's is there";
  for (const ImportColumn& column : engine.report().import->columns) {
    if (column.name != "Amount") continue;
    EXPECT_EQ(column.role, Role::Ignore);
  }
}

}  // namespace
}  // namespace kirnu

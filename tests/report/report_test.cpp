#include <gtest/gtest.h>

#include "base/assets.h"
#include "report/catalogue.h"
#include "report/issue_text.h"
#include "report/report_csv.h"
#include "report/report_json.h"
#include "support/json.h"

namespace kirnu {
namespace {

const std::vector<Benchmark> kFigures = read_benchmarks(assets::benchmarks);

Report year_of(double start, double lost) {
  Question question{.counts = {.start = start, .lost = lost}, .period = period_of(PeriodUnit::Year)};
  return build_report(question, nullptr, kFigures, {});
}

std::vector<std::string> keys_of(const TestJson& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

CountRow row_of(const char* label, double start, double lost) {
  return {.row = 1, .line = 2, .label = label, .totals = {.start = start, .lost = lost}};
}

TEST(ReportJson, KeepsItsKeysInOrder) {
  const TestJson json = TestJson::parse(write_report_json(year_of(1500, 250)));
  const std::vector<std::string> keys{"kirnu",       "kind",       "definition",      "period", "metrics",
                                      "definitions", "benchmarks", "benchmark_tests", "issues"};
  EXPECT_EQ(keys_of(json), keys);
  EXPECT_EQ(keys_of(json["metrics"]["customer_churn_rate"]),
            (std::vector<std::string>{"value", "numerator", "denominator", "low", "high"}));
}

TEST(ReportJson, WritesRealsWithTwelveDigits) {
  const std::string json = write_report_json(year_of(1500, 250));
  EXPECT_NE(json.find(R"("customer_churn_rate":{"value":0.166666666667,"numerator":250,"denominator":1500,)"),
            std::string::npos)
      << json;
}

/// Months of 2025 whose labels name their days.
CountTable months_of_2025(int months) {
  CountTable table;
  table.unit = PeriodUnit::Month;
  for (int month = 1; month <= months; ++month) {
    table.rows.push_back(row_of("", 100, month));
    table.rows.back().span = LabelSpan{.start = write_date(first_of_month(2025, month)),
                                       .end = write_date(first_of_month(2025, month + 1)),
                                       .days = 30};
  }
  return table;
}

TEST(RowsInTime, AreThoseThatLieWithinTheDaysAskedFor) {
  const CountTable table = months_of_2025(7);
  const Question question{.from = date_of(2025, 1, 15), .to = date_of(2025, 5, 1)};
  const Report report = build_report(question, &table, kFigures, {});
  ASSERT_EQ(report.series.size(), 3U) << "January begins earlier";
  EXPECT_EQ(report.dates->start, "2025-04-01");
  EXPECT_EQ(report.totals->lost, 4);
  EXPECT_EQ(build_report({.as_of = date_of(2025, 3, 31)}, &table, kFigures, {}).totals->lost, 3);
  EXPECT_EQ(build_report({.as_of = date_of(2025, 3, 30)}, &table, kFigures, {}).totals->lost, 2);
  EXPECT_EQ(build_report({.from = date_of(2026, 1, 1)}, &table, kFigures, {}).error->code, IssueCode::NoWholePeriod);
}

TEST(RowsInTime, AreAllWhereSomeNameNoDates) {
  CountTable table = months_of_2025(3);
  table.rows[0].span.reset();
  const Report report = build_report({.from = date_of(2025, 2, 1)}, &table, kFigures, {});
  EXPECT_EQ(report.series.size(), 3U);
  EXPECT_FALSE(report.error);
  ASSERT_FALSE(report.issues.empty());
  EXPECT_EQ(report.issues[0].code, IssueCode::RowsWithoutDates);
}

TEST(WhatIf, KeepsNobodyBelowZeroAndNobodyWhoWasNotLost) {
  Question question{.counts = {.start = 100, .lost = 5}, .value = {.what_if_kept = 500}};
  const Report more = build_report(question, nullptr, kFigures, {});
  EXPECT_EQ(find_metric(more, "what_if_churn_rate"), nullptr);
  EXPECT_EQ(more.issues.front().code, IssueCode::KeptOverLost);
  question.value.what_if_kept = -5;
  EXPECT_EQ(find_metric(build_report(question, nullptr, kFigures, {}), "what_if_churn_rate"), nullptr);
  question.value.what_if_kept = 5;
  EXPECT_NE(find_metric(build_report(question, nullptr, kFigures, {}), "what_if_churn_rate"), nullptr);
}

TEST(IssueText, SaysWhatRowsThatRepeatMeanForDurations) {
  const Words words = words_of(Language::En);
  Issue issue = make_issue(IssueCode::RowsRepeated, {}, {{"found", std::string("A")}});
  EXPECT_TRUE(issue_text(issue, words, Language::En).starts_with("A row of “A”"));
  issue.values.push_back({"kind", std::string("survival")});
  EXPECT_TRUE(issue_text(issue, words, Language::En).starts_with("“A” has more than one row"));
}

TEST(ReportJson, WritesNullForARateWithoutAnAnswerAndSaysWhy) {
  const TestJson json = TestJson::parse(write_report_json(year_of(0, 0)));
  EXPECT_TRUE(json["metrics"]["customer_churn_rate"].is_null());
  EXPECT_EQ(json["issues"][0]["code"], "zero_base");
}

TEST(ReportJson, LeavesOutConversionAndVerdictWithoutAPeriod) {
  const TestJson json =
      TestJson::parse(write_report_json(build_report({.counts = {.start = 10, .lost = 1}}, nullptr, kFigures, {})));
  EXPECT_TRUE(json["period"].is_null());
  EXPECT_FALSE(json.contains("benchmarks"));
  EXPECT_FALSE(json.contains("benchmark_tests"));
  EXPECT_FALSE(json["metrics"].contains("annual_churn_rate"));
}

TEST(ReportJson, GivesRetentionFiguresInTheirOwnMeasureAndRevenueFiguresWithoutAVerdict) {
  const TestJson json = TestJson::parse(write_report_json(year_of(1500, 250)));
  for (const TestJson& figure : json["benchmarks"]) {
    if (figure["id"] == "revenuecat-annual-2024") {
      EXPECT_EQ(figure["measure"], "customer_retention_rate");
      EXPECT_EQ(figure["value"], 0.28);
      EXPECT_EQ(figure["verdict"], "better");
    }
    if (figure["measure"] == "nrr") {
      EXPECT_FALSE(figure.contains("verdict"));
    }
  }
}

TEST(ReportJson, RefusesWithACodeAndAnEnglishSentence) {
  const TestJson json = TestJson::parse(write_report_json(year_of(10, 11)));
  EXPECT_EQ(json["error"]["code"], "lost_over_start");
  EXPECT_EQ(json["error"]["text"].get<std::string>().substr(0, 32), "11 lost of 10 is not possible: n");
  EXPECT_TRUE(json["metrics"].empty());
}

TEST(Report, AnswersFromTheLastRowOfATable) {
  CountTable table;
  table.rows = {row_of("a", 100, 5), row_of("b", 100, 7)};
  const Report report = build_report({}, &table, kFigures, {});
  EXPECT_TRUE(report.from_table);
  EXPECT_DOUBLE_EQ(*find_metric(report, "customer_churn_rate")->metric.value, 0.07);
  EXPECT_NEAR(*find_metric(report, "compound_churn_rate")->metric.value, 0.1165, 1e-12);
  ASSERT_TRUE(report.comparison);
  EXPECT_NEAR(report.comparison->difference, 0.02, 1e-12);
}

TEST(Report, GivesLimitsFromSixPeriodsOn) {
  CountTable table;
  for (int i = 0; i < 5; ++i) table.rows.push_back(row_of("x", 100, 5));
  EXPECT_FALSE(build_report({}, &table, kFigures, {}).series_mean);
  table.rows.push_back(row_of("y", 100, 5));
  const Report report = build_report({}, &table, kFigures, {});
  ASSERT_TRUE(report.series_mean);
  EXPECT_DOUBLE_EQ(*report.series_mean, 0.05);
  EXPECT_NEAR(report.series[0].limits->high, 0.05 + 3 * 0.0217944947, 1e-9);
}

TEST(Report, LetsTypedCountsLeadOverATable) {
  CountTable table;
  table.rows = {row_of("a", 100, 5), row_of("b", 100, 7)};
  const Question question{.counts = {.start = 10, .lost = 1}, .period = period_of(PeriodUnit::Month)};
  const Report report = build_report(question, &table, kFigures, {});
  EXPECT_FALSE(report.from_table);
  EXPECT_DOUBLE_EQ(*find_metric(report, "customer_churn_rate")->metric.value, 0.1);
  EXPECT_EQ(report.series.size(), 2U);
}

TEST(ReportCsv, DefusesFormulas) {
  struct Row {
    const char* cell;
    const char* safe;
  };
  const Row rows[] = {{"plain", "plain"},
                      {"=1+1", "'=1+1"},
                      {"+49", "'+49"},
                      {"-5", "-5"},
                      {"-1.234,5", "\"-1.234,5\""},
                      {"-", "'-"},
                      {"-1+1", "'-1+1"},
                      {"2025.01", "\"2025.01\""},
                      {"@SUM(A1)", "'@SUM(A1)"},
                      {"\tx", "\"'\tx\""},
                      {"a,b", "\"a,b\""},
                      {"a\"b", "\"a\"\"b\""},
                      {"＝1", "'＝1"},
                      {"", ""}};
  for (const Row& row : rows) EXPECT_EQ(csv_cell(row.cell), row.safe);
}

TEST(ReportCsv, NamesThePeriodOfEachRow) {
  CountTable table;
  table.rows = {row_of("=bad", 100, 5), row_of("good", 100, 7)};
  const std::string csv = write_report_csv(build_report({}, &table, kFigures, {}));
  EXPECT_NE(csv.find("'=bad,customer_churn_rate,0.05,5,100,"), std::string::npos) << csv;
  EXPECT_NE(csv.find("good,customer_churn_rate,0.07,7,100,"), std::string::npos) << csv;
}

}  // namespace
}  // namespace kirnu

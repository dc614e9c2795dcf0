#include "report/facts_report.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "base/assets.h"
#include "report/report_csv.h"
#include "report/report_json.h"
#include "support/imported.h"
#include "support/json.h"

namespace kirnu {
namespace {

const std::vector<Benchmark> kFigures = read_benchmarks(assets::benchmarks);

TestJson json_of(const Report& report) { return TestJson::parse(write_report_json(report)); }

std::vector<std::string> keys_of(const TestJson& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

std::int32_t day(const char* text) { return text[0] == '\0' ? kNoDay : read_iso_date(text)->days; }

struct Sub {
  const char* customer;
  const char* start;
  const char* end;  ///< empty: still running
  const char* plan = "";
};

Facts subscriptions(std::initializer_list<Sub> rows) {
  SubscriptionTable table;
  table.plan.name = "Tarif";
  for (const Sub& row : rows) {
    table.customer.push_back(table.customers.add(row.customer));
    table.start.days.push_back(day(row.start));
    table.end.days.push_back(day(row.end));
    if (row.plan[0] != '\0') table.plan.codes.push_back(table.plan.words.add(row.plan));
  }
  return {.kind = FactKind::Subscriptions, .table = std::move(table)};
}

struct Order {
  const char* customer;
  const char* date;
  double value;
};

Facts transactions(std::initializer_list<Order> rows) {
  TransactionTable table;
  for (const Order& row : rows) {
    table.customer.push_back(table.customers.add(row.customer));
    table.date.days.push_back(day(row.date));
    table.amount.push_back(static_cast<std::int64_t>(row.value * kMoneyScale));
  }
  return {.kind = FactKind::Transactions, .table = std::move(table)};
}

Facts list(std::initializer_list<std::pair<const char*, double>> rows) {
  CustomerList table;
  for (const auto& [id, value] : rows) {
    table.customers.add(id);
    table.value.push_back(static_cast<std::int64_t>(value * kMoneyScale));
  }
  return {.kind = FactKind::Lists, .table = std::move(table)};
}

QuestionSettings asked(std::initializer_list<std::pair<const char*, const char*>> settings) {
  QuestionSettings question;
  for (const auto& [key, value] : settings) EXPECT_EQ(take_setting(question, key, value), SettingOutcome::Done) << key;
  return question;
}

TEST(TransactionReport, ComparesTheDaysThatSomebodyNamedWithAsManyBefore) {
  const Facts facts = transactions({{"A", "2022-12-05", 10},
                                    {"B", "2023-03-05", 10},
                                    {"A", "2023-07-05", 10},
                                    {"C", "2024-02-05", 10},
                                    {"A", "2024-08-05", 10}});
  const auto ask = [&](std::initializer_list<std::pair<const char*, const char*>> settings) {
    SubscriptionWorkings workings;
    return json_of(build_facts_report({&facts}, asked(settings), kFigures, workings, std::nullopt));
  };
  const TestJson report = ask({{"from", "2023-06-01"}, {"to", "2023-12-01"}});
  EXPECT_EQ(report["period"]["start"], "2023-06-01");
  EXPECT_EQ(report["lists"]["before"], TestJson::parse(R"({"start":"2022-12-01","end":"2023-06-01"})")) << report;
  EXPECT_EQ(report["lists"]["lost"], 1);
  EXPECT_EQ(report["lists"]["kept"], 1);
  EXPECT_EQ(ask({{"from", "2022-10-01"}, {"to", "2023-06-01"}})["error"]["code"], "two_periods_needed");
}

TEST(FactsReport, AsksForTheDaysOfEndsThatAStatusTells) {
  Facts facts = subscriptions({{"A", "2024-01-01", ""}, {"B", "2024-01-01", ""}, {"C", "2024-02-01", ""}});
  auto& table = std::get<SubscriptionTable>(facts.table);
  table.status.name = "status";
  for (const char* status : {"active", "churned", "cancelled"})
    table.status.codes.push_back(table.status.words.add(status));
  const Report report = build_facts_report({&facts}, {}, kFigures);
  ASSERT_TRUE(report.error);
  EXPECT_EQ(report.error->code, IssueCode::EndDatesNeeded);
  EXPECT_EQ(std::get<double>(report.error->values[0].value), 2);
  EXPECT_TRUE(report.metrics.empty());
  table.end.days = {};
  for (const char* end : {"", "2024-02-10", ""}) table.end.days.push_back(day(end));
  EXPECT_FALSE(build_facts_report({&facts}, {}, kFigures).error);
}

/// Four customers at the start of March, of whom B leaves in it; E is new.
const Facts& small_shop() {
  static const Facts facts = subscriptions({{"A", "2025-01-05", "", "basic"},
                                            {"B", "2025-01-20", "2025-03-10", "pro"},
                                            {"C", "2025-02-01", "", "basic"},
                                            {"D", "2025-02-15", "", "pro"},
                                            {"E", "2025-03-02", "", "pro"}});
  return facts;
}

TEST(SubscriptionReport, AnswersForTheLastCompletePeriod) {
  const TestJson json = json_of(build_facts_report({&small_shop()}, asked({{"as_of", "2025-03-31"}}), kFigures));
  EXPECT_EQ(json["kind"], "subscriptions");
  EXPECT_EQ(json["period"]["unit"], "month");
  EXPECT_EQ(json["period"]["start"], "2025-03-01");
  EXPECT_EQ(json["period"]["end"], "2025-04-01");
  EXPECT_EQ(json["metrics"]["customer_churn_rate"]["value"], 0.25);
  EXPECT_EQ(json["metrics"]["customer_churn_rate"]["numerator"], 1);
  EXPECT_EQ(json["metrics"]["customer_churn_rate"]["denominator"], 4);
  EXPECT_EQ(json["totals"]["customers"], 5);
  ASSERT_EQ(json["series"].size(), 3U);
  const TestJson& march = json["series"][2];
  EXPECT_EQ(march["opening"], 4);
  EXPECT_EQ(march["new"], 1);
  EXPECT_EQ(march["churned"], 1);
  EXPECT_EQ(march["closing"], 4);
  EXPECT_EQ(json["cohorts"][0],
            TestJson::parse(R"({"cohort":"2025-01-01","size":2,"retained":[2,2,2,1]})", nullptr, false));
  EXPECT_EQ(json["cohorts"][2]["retained"][2], nullptr);
  EXPECT_EQ(json["cohorts_pooled"][0]["age"], 1);
  EXPECT_EQ(json["survival"]["unit"], "day");
}

TEST(SubscriptionReport, TakesTheLatestDateForTheEndOfTheDataAndSaysSo) {
  const Report report = build_facts_report({&small_shop()}, {}, kFigures);
  ASSERT_EQ(report.assumptions.size(), 1U);
  EXPECT_EQ(report.assumptions[0].code, "as_of_latest_date");
  EXPECT_EQ(std::get<std::string>(report.assumptions[0].values[0].value), "2025-03-10");
  EXPECT_EQ(report.dates->start, "2025-02-01");  // March is not complete
  EXPECT_FALSE(report.series[2].complete);
  EXPECT_EQ(json_of(report)["series"][2]["complete"], false);
}

TEST(SubscriptionReport, OffersAnEarlierEndOfTheDataWhereContractsStillRun) {
  const Facts facts = subscriptions(
      {{"A", "2023-10-01", "2024-09-30"}, {"B", "2024-03-01", "2025-02-28"}, {"C", "2024-05-01", "2026-04-30"}});
  const auto planned = [&](const QuestionSettings& settings) {
    const Report report = build_facts_report({&facts}, settings, kFigures);
    const auto found = std::find_if(report.issues.begin(), report.issues.end(),
                                    [](const Issue& issue) { return issue.code == IssueCode::EndsPlanned; });
    return found == report.issues.end() ? std::nullopt : std::optional(*found);
  };
  const std::optional<Issue> issue = planned({});
  ASSERT_TRUE(issue);
  EXPECT_EQ(issue->set, "as_of");
  EXPECT_EQ(issue->choices, std::vector<std::string>{"2024-05-01"});
  EXPECT_FALSE(planned(asked({{"as_of", "2024-05-01"}})));
}

TEST(SubscriptionReport, AnswersForChosenDays) {
  const Report report = build_facts_report(
      {&small_shop()}, asked({{"from", "2025-01-01"}, {"to", "2025-04-01"}, {"as_of", "2025-03-31"}}), kFigures);
  EXPECT_EQ(report.period->unit, PeriodUnit::Quarter);
  EXPECT_EQ(report.dates->start, "2025-01-01");
  EXPECT_FALSE(find_metric(report, "customer_churn_rate")->metric.value);  // nobody was there on the first of January
  EXPECT_EQ(report.issues[0].code, IssueCode::ZeroBase);
}

TEST(SubscriptionReport, SplitsBySegment) {
  const TestJson json =
      json_of(build_facts_report({&small_shop()}, asked({{"as_of", "2025-03-31"}, {"segment", "Tarif"}}), kFigures));
  ASSERT_EQ(json["segments"].size(), 2U);
  EXPECT_EQ(json["segments"][1]["value"], "pro");
  EXPECT_EQ(json["segments"][1]["metrics"]["customer_churn_rate"]["value"], 0.5);
  EXPECT_EQ(json["survival"]["curves"].size(), 3U);
  EXPECT_EQ(json["survival"]["curves"][0]["segment"], nullptr);
  const Report unknown = build_facts_report({&small_shop()}, asked({{"segment", "Farbe"}}), kFigures);
  EXPECT_EQ(unknown.issues.back().code, IssueCode::SegmentUnknown);
}

TEST(SubscriptionReport, AsksForAShorterPeriodWhereNoneIsComplete) {
  const Facts facts = subscriptions({{"A", "2025-03-05", ""}, {"B", "2025-03-06", "2025-03-12"}});
  const Report report = build_facts_report({&facts}, {}, kFigures);
  ASSERT_TRUE(report.error);
  EXPECT_EQ(report.error->code, IssueCode::NoWholePeriod);
  EXPECT_EQ(report.error->set, "period");
  EXPECT_FALSE(has_answer(report));
  EXPECT_TRUE(has_answer(build_facts_report({&facts}, asked({{"period", "day"}, {"as_of", "2025-03-12"}}), kFigures)));
}

TEST(ListReport, NamesTheLostWithTheirValue) {
  const Facts earlier = list({{"A", 20}, {"B", 1}, {"C", 1}, {"D", 30.5}, {"E", 5}, {"F", 1}});
  const Facts later = list({{"B", 1}, {"C", 1}, {"F", 1}, {"X", 1}, {"Y", 1}});
  const Report report = build_facts_report({&earlier, &later}, {}, kFigures);
  const TestJson json = json_of(report);
  EXPECT_EQ(json["kind"], "lists");
  EXPECT_EQ(json["period"], nullptr);
  EXPECT_EQ(json["metrics"]["customer_churn_rate"]["value"], 0.5);
  EXPECT_EQ(json["metrics"]["value_lost"]["value"], 55.5);
  EXPECT_EQ(json["lists"], TestJson::parse(R"({"lost":3,"kept":3,"new":null,"returned":null,"new_or_returned":2,
      "lost_customers":[{"id":"D","value":30.5},{"id":"A","value":20},{"id":"E","value":5}]})",
                                           nullptr, false));
  EXPECT_FALSE(json.contains("benchmarks"));
  EXPECT_TRUE(has_answer(report));
}

TEST(ListReport, TellsReturnedFromNewByAThirdList) {
  const Facts earlier = list({{"A", 1}, {"B", 1}}), later = list({{"B", 1}, {"X", 1}, {"Y", 1}}),
              first = list({{"X", 1}});
  const TestJson json = json_of(build_facts_report({&earlier, &later, &first}, asked({{"period", "year"}}), kFigures));
  EXPECT_EQ(json["lists"]["new"], 1);
  EXPECT_EQ(json["lists"]["returned"], 1);
  EXPECT_EQ(json["lists"]["new_or_returned"], nullptr);
  EXPECT_TRUE(json.contains("benchmarks"));
}

TEST(ListReport, LeavesOutWhomWinningBackCostsMoreThanItBrings) {
  const Facts earlier = list({{"A", 20}, {"B", 1}, {"C", 30}, {"D", 5}}), later = list({{"B", 1}});
  const Report report = build_facts_report({&earlier, &later}, asked({{"threshold", "20"}}), kFigures);
  const TestJson lists = json_of(report)["lists"];
  EXPECT_EQ(lists["lost"], 3);
  EXPECT_EQ(lists["worth_winning_back"], 2);
  EXPECT_EQ(lists["worth_value"], 50);
  ASSERT_EQ(lists["lost_customers"].size(), 2U);
  EXPECT_EQ(lists["lost_customers"][1]["id"], "A");
  EXPECT_EQ(json_of(report)["metrics"]["value_lost"]["value"], 55);
  EXPECT_EQ(write_report_csv(report).find("D,5"), std::string::npos);
}

// Invoices of two years: A and B gone, C kept, X new.
TEST(ListReport, TakesTwoOrderFilesAsTheListsOfTheirYears) {
  const Facts earlier =
      transactions({{"A", "2024-01-10", 10}, {"A", "2024-12-01", 10}, {"B", "2024-03-01", 5}, {"C", "2024-11-30", 1}});
  const Facts later = transactions({{"C", "2025-02-01", 1}, {"X", "2025-12-24", 1}});
  const Report report = build_facts_report({&earlier, &later}, {}, kFigures);
  const TestJson json = json_of(report);
  EXPECT_EQ(json["kind"], "lists");
  EXPECT_EQ(json["period"]["unit"], "year");
  EXPECT_EQ(json["metrics"]["customer_churn_rate"]["numerator"], 2);
  EXPECT_EQ(json["metrics"]["customer_churn_rate"]["denominator"], 3);
  EXPECT_EQ(json["lists"]["lost_customers"][0], TestJson::parse(R"({"id":"A","value":20})"));
  EXPECT_EQ(json["benchmark_tests"]["ten_percent_test"]["passed"], false);
  EXPECT_TRUE(report.issues.empty() || report.issues[0].code == IssueCode::NewOrReturned);
}

// 31 days and 14 days, ends 200 days apart: the rate is of 200 days, and the length is told.
TEST(ListReport, NormalisesOrderFilesOfUnequalLength) {
  const Facts earlier = transactions({{"A", "2024-01-01", 10}, {"B", "2024-02-01", 5}});
  const Facts later = transactions({{"B", "2024-08-06", 1}, {"X", "2024-08-19", 1}});
  const Report report = build_facts_report({&earlier, &later}, {}, kFigures);
  const TestJson json = json_of(report);
  EXPECT_EQ(json["period"]["unit"], "days");
  EXPECT_EQ(json["period"]["days"], 200);
  EXPECT_NEAR(json["metrics"]["annual_churn_rate"]["value"].get<double>(), 1 - std::pow(0.5, 365.2425 / 200), 1e-9);
  EXPECT_EQ(report.issues.front().code, IssueCode::WindowsUnequal);
}

TEST(ListReport, SaysThatTheListsShareNobody) {
  const Facts numbers = list({{"1", 1}, {"2", 1}, {"3", 1}}), others = list({{"1.0", 1}, {"2.0", 1}}),
              some = list({{"3", 1}, {"9", 1}}), one = list({{"9", 1}});
  const auto codes = [&](const Facts& later) {
    const TestJson issues = json_of(build_facts_report({&numbers, &later}, {}, kFigures))["issues"];
    return issues.dump();
  };
  EXPECT_NE(codes(others).find(R"("lists_share_nobody")"), std::string::npos) << codes(others);
  EXPECT_NE(codes(others).find(R"("other":"1.0")"), std::string::npos) << codes(others);
  EXPECT_EQ(codes(some).find("lists_share_nobody"), std::string::npos) << codes(some);
  EXPECT_EQ(codes(one).find("lists_share_nobody"), std::string::npos) << codes(one);
}

TEST(ListReport, NeedsASecondList) {
  const Facts one = list({{"A", 1}});
  EXPECT_EQ(build_facts_report({&one}, {}, kFigures).error->code, IssueCode::SecondListNeeded);
  EXPECT_EQ(build_facts_report({&one, &small_shop()}, {}, kFigures).error->code, IssueCode::FilesDoNotFit);
}

TEST(ListReport, WritesEveryLostCustomerAsDefusedCsv) {
  CustomerList earlier;
  for (int i = 0; i < 1200; ++i) earlier.customers.add("=" + std::to_string(i));
  const Facts before{.kind = FactKind::Lists, .table = std::move(earlier)};
  const Facts after = list({{"=0", 1}});
  const Report report = build_facts_report({&before, &after}, {}, kFigures);
  EXPECT_EQ(json_of(report)["lists"]["lost_customers"].size(), 1000U);
  const std::string csv = write_report_csv(report);
  EXPECT_NE(csv.find("\r\nlost_customer,value\r\n'=1,\r\n"), std::string::npos);
  EXPECT_NE(csv.find("\r\n'=1199,\r\n"), std::string::npos);
}

TEST(TransactionReport, ComparesTwoYearsAndHalvedPurchases) {
  // orders year 1 → year 2: 4→2, 2→1, 3→1, 1→0
  const Facts facts = transactions({{"A", "2023-01-01", 10},
                                    {"A", "2023-03-01", 10},
                                    {"A", "2023-06-01", 10},
                                    {"A", "2023-12-31", 10},
                                    {"A", "2024-01-01", 10},
                                    {"A", "2024-12-31", 10},
                                    {"B", "2023-04-01", 10},
                                    {"B", "2023-08-01", 10},
                                    {"B", "2024-05-01", 10},
                                    {"C", "2023-05-01", 10},
                                    {"C", "2023-07-01", 10},
                                    {"C", "2023-10-01", 10},
                                    {"C", "2024-07-01", 10},
                                    {"D", "2023-09-01", 7.5}});
  const Report report = build_facts_report({&facts}, {}, kFigures);
  const TestJson json = json_of(report);
  EXPECT_EQ(json["period"]["unit"], "year");
  EXPECT_EQ(json["totals"], TestJson::parse(R"({"customers":4,"orders":14,"value":137.5})", nullptr, false));
  EXPECT_EQ(json["halved"],
            TestJson::parse(R"({"measure":"orders","lost":2,"stopped":1,"exactly_half":2,"base":4})", nullptr, false));
  EXPECT_EQ(json["metrics"]["halved_churn_rate"]["value"], 0.5);
  EXPECT_EQ(json["metrics"]["customer_churn_rate"]["value"], 0.25);
  EXPECT_EQ(json["lists"]["before"]["start"], "2023-01-01");
  EXPECT_EQ(json["lists"]["lost_customers"], TestJson::parse(R"([{"id":"D","value":7.5}])", nullptr, false));
  EXPECT_EQ(json["series"][0]["orders"], 1);
  EXPECT_EQ(report.assumptions.back().code, "windows_chosen");
}

TEST(TransactionReport, RanksBuyersAndSuggestsALimitOfInactivity) {
  const Facts facts =
      transactions({{"A", "2024-01-01", 10}, {"A", "2024-01-21", 10}, {"B", "2024-01-05", 70}, {"C", "2024-03-01", 5}});
  const TestJson json = json_of(build_facts_report({&facts}, {}, kFigures));
  EXPECT_EQ(json["buyers"]["customers"], 3);
  EXPECT_EQ(json["buyers"]["repeat"], 1);
  EXPECT_EQ(json["buyers"]["suggested_days"], 20);
  EXPECT_EQ(json["buyers"]["inactive"], 2);  // A 40 and B 56 days before the end
  EXPECT_EQ(json["buyers"]["ranked"][0], TestJson::parse(R"({"id":"B","orders":1,"value":70,"first":"2024-01-05",
      "last":"2024-01-05","inactive":true})",
                                                         nullptr, false));
  EXPECT_EQ(json["cohorts"][0]["retained"], TestJson::parse("[2,0]", nullptr, false));
  const TestJson asked_for = json_of(build_facts_report({&facts}, asked({{"inactive_days", "50"}}), kFigures));
  EXPECT_EQ(asked_for["buyers"]["inactive"], 1);
  EXPECT_EQ(asked_for["metrics"]["inactive_rate"]["numerator"], 1);
}

TEST(SurvivalReport, LeavesThoseOfNoGroupOutOfTheTest) {
  for (const bool numbers : {true, false}) {
    SurvivalTable table;
    table.groups.emplace_back().name = "g";
    CodeColumn& group = table.groups.back();
    const char* const words[] = {numbers ? "1" : "EU", numbers ? "2" : "SA", "NA"};
    for (std::size_t row = 0; row < 9; ++row) {
      table.time.push_back(static_cast<double>(row + 1));
      table.left.push_back(static_cast<std::uint8_t>(row % 2));
      group.codes.push_back(group.words.add(words[row % 3]));
    }
    const Facts facts{.kind = FactKind::Survival, .table = std::move(table)};
    const TestJson json = json_of(build_facts_report({&facts}, {}, kFigures));
    EXPECT_EQ(json["survival"]["curves"].size(), numbers ? 3U : 4U);
    EXPECT_EQ(json["survival"]["curves"][0]["n"], 9);
    EXPECT_EQ(json["survival"]["log_rank"]["df"], numbers ? 1 : 2);
  }
}

TEST(SegmentReport, TestsTheLifetimesOfAllSegmentsOrOfNone) {
  for (const std::size_t plans : {8U, 9U}) {
    SubscriptionTable table;
    table.plan.name = "Tarif";
    for (std::size_t row = 0; row < 27; ++row) {
      table.customer.push_back(table.customers.add("customer " + std::to_string(row)));
      table.start.days.push_back(day("2024-01-01"));
      table.end.days.push_back(day("2024-03-01") + static_cast<std::int32_t>(row));
      table.plan.codes.push_back(table.plan.words.add("plan " + std::to_string(row % plans)));
    }
    const Facts facts{.kind = FactKind::Subscriptions, .table = std::move(table)};
    const TestJson json = json_of(build_facts_report({&facts}, asked({{"segment", "Tarif"}}), kFigures));
    EXPECT_EQ(json["survival"]["curves"].size(), 9U);
    EXPECT_EQ(json["survival"].contains("log_rank"), plans == 8);
  }
}

TEST(SurvivalReport, TestsAllGroupsOrNone) {
  for (const std::size_t groups : {8U, 9U}) {
    SurvivalTable table;
    table.groups.emplace_back().name = "g";
    CodeColumn& group = table.groups.back();
    for (std::size_t row = 0; row < 27; ++row) {
      table.time.push_back(static_cast<double>(row + 1));
      table.left.push_back(1);
      group.codes.push_back(group.words.add("part " + std::to_string(row % groups)));
    }
    const Facts facts{.kind = FactKind::Survival, .table = std::move(table)};
    QuestionSettings settings;
    settings.segment = "g";
    const TestJson json = json_of(build_facts_report({&facts}, settings, kFigures));
    EXPECT_EQ(json["survival"]["curves"].size(), 9U);
    EXPECT_EQ(json["survival"].contains("log_rank"), groups == 8);
  }
}

TEST(SurvivalReport, HasCurvesMedianAndALogRankTest) {
  SurvivalTable table;
  const std::pair<double, int> aml[] = {{9, 1},  {13, 1}, {13, 0}, {18, 1}, {23, 1}, {28, 0},
                                        {31, 1}, {34, 1}, {45, 0}, {48, 1}, {161, 0}};
  CodeColumn group{.name = "x"};
  for (const auto& [time, left] : aml) {
    table.time.push_back(time);
    table.left.push_back(static_cast<std::uint8_t>(left));
    group.codes.push_back(group.words.add(time < 20 ? "early" : "late"));
  }
  table.groups.push_back(std::move(group));
  const Facts facts{.kind = FactKind::Survival, .table = std::move(table)};
  const TestJson json = json_of(build_facts_report({&facts}, {}, kFigures));
  EXPECT_FALSE(json.contains("definition"));
  EXPECT_EQ(json["survival"]["unit"], nullptr);
  const TestJson& curve = json["survival"]["curves"][0];
  EXPECT_EQ(curve["n"], 11);
  EXPECT_EQ(curve["median"]["value"], 31);
  EXPECT_NEAR(curve["points"][0]["survival"].get<double>(), 0.9091, 5e-5);
  EXPECT_EQ(json["metrics"]["median_lifetime"]["value"], 31);
  EXPECT_EQ(json["survival"]["curves"].size(), 3U);
  EXPECT_EQ(json["survival"]["log_rank"]["df"], 1);
}

/// Rows of customer, entry, time, whether it left, group.
struct LateRow {
  std::uint32_t customer;
  double entry, time;
  bool left;
  const char* group;
};

Facts late_facts(const std::vector<LateRow>& rows) {
  SurvivalTable table;
  table.groups.emplace_back().name = "plan";
  for (const LateRow& row : rows) {
    table.customer.push_back(row.customer);
    table.customers = std::max<std::size_t>(table.customers, row.customer + 1);
    table.entry.push_back(row.entry);
    table.time.push_back(row.time);
    table.left.push_back(row.left ? 1 : 0);
    table.before.push_back(CodeColumn::kNone);
    table.groups[0].codes.push_back(table.groups[0].words.add(row.group));
  }
  return {.kind = FactKind::Survival, .table = std::move(table)};
}

TEST(SurvivalReport, CountsCustomersAndNotRows) {
  const Facts facts = late_facts({{0, 0, 3, false, "x"}, {0, 3, 7, true, "y"}, {1, 2, 9, false, "y"}});
  const Report report = build_facts_report({&facts}, {}, kFigures);
  const TestJson json = json_of(report);
  EXPECT_EQ(json["totals"]["customers"], 2);
  const TestJson& curves = json["survival"]["curves"];
  EXPECT_EQ(curves[0]["n"], 2);
  EXPECT_EQ(curves[0]["late"], 1);
  EXPECT_EQ(curves[0]["points"][0]["at_risk"], 2);
  EXPECT_EQ(curves[1]["n"], 1);
  EXPECT_FALSE(curves[1].contains("late"));
  EXPECT_EQ(curves[2]["n"], 2);
  EXPECT_EQ(curves[2]["late"], 2);
  EXPECT_TRUE(std::any_of(report.issues.begin(), report.issues.end(),
                          [](const Issue& issue) { return issue.code == IssueCode::PartsOverlap; }));
}

TEST(SurvivalReport, WarnsWhereAnEarlyPartRestsOnFew) {
  const auto codes = [](const Facts& facts) {
    std::vector<std::string> found;
    for (const Issue& issue : build_facts_report({&facts}, {}, kFigures).issues)
      found.emplace_back(issue_code_name(issue.code));
    return found;
  };
  std::vector<LateRow> rows{{0, 0, 2, true, "x"}, {1, 0, 9, false, "x"}};
  for (std::uint32_t i = 2; i < 22; ++i) rows.push_back({i, 5, 10.0 + i, i % 2 == 0, "x"});
  EXPECT_EQ(codes(late_facts(rows)), std::vector<std::string>{"few_observed"});
  rows[1] = {1, 0, 3, true, "x"};
  EXPECT_EQ(codes(late_facts(rows)), std::vector<std::string>{"curve_ends_early"});
  for (LateRow& row : rows) row.entry = 0;
  EXPECT_EQ(codes(late_facts(rows)), std::vector<std::string>{});
}

TEST(RetentionReport, CompoundsTheSteps) {
  const Facts counts{.kind = FactKind::Retention,
                     .table = RetentionSeries{.labels = {"0", "1", "2"}, .retained = {100, 80, 60}}};
  const TestJson json = json_of(build_facts_report({&counts}, {}, kFigures));
  EXPECT_EQ(json["metrics"]["customer_churn_rate"]["value"], 0.25);
  EXPECT_EQ(json["span"]["compound_churn_rate"]["value"], 0.4);
  EXPECT_EQ(json["cohorts_pooled"][1]["value"], 0.6);
  const Facts percent{.kind = FactKind::Retention,
                      .table = RetentionSeries{.labels = {"0", "1"}, .retained = {100, 63.1}, .percent = true}};
  const TestJson shares = json_of(build_facts_report({&percent}, {}, kFigures));
  EXPECT_EQ(shares["metrics"]["customer_churn_rate"], TestJson::parse(R"({"value":0.369})", nullptr, false));
  const Facts rising{.kind = FactKind::Retention, .table = RetentionSeries{.labels = {}, .retained = {100, 80, 90}}};
  EXPECT_EQ(build_facts_report({&rising}, {}, kFigures).error->code, IssueCode::RetentionRises);
}

TEST(ReasonReport, TalliesTheAnswers) {
  ReasonTable table;
  for (const char* reason : {"price", "moved", "price"}) {
    table.reason.codes.push_back(table.reason.words.add(reason));
    table.value.push_back(15000);
  }
  table.reason.codes.push_back(CodeColumn::kNone);
  table.value.push_back(kNoMoney);
  const Facts facts{.kind = FactKind::Reasons, .table = std::move(table)};
  const Report report = build_facts_report({&facts}, {}, kFigures);
  EXPECT_EQ(json_of(report)["reasons"][0],
            TestJson::parse(R"({"reason":"price","customers":2,"share":0.666666666667,"low":0.207659600802,
      "high":0.93850805528,"value_lost":3,"group":"too_expensive"})",
                            nullptr, false));
  EXPECT_EQ(json_of(report)["reason_groups"][0]["reasons"], TestJson::parse(R"(["price"])", nullptr, false));
  EXPECT_EQ(report.without_reason, 1);
  EXPECT_TRUE(has_answer(report));
}

TEST(FactsReport, KeepsItsKeysInOrderWithTheImport) {
  ImportedFile file{.import = {.rows = 5, .accepted = 5, .encoding = "utf-8", .delimiter = ","}, .whole = true};
  file.import.columns.push_back({.name = "Beginn", .role = Role::Start, .style = "calendar dmy"});
  file.facts.push_back(subscriptions({{"A", "2025-01-05", "2025-02-10"}, {"B", "2025-01-06", "2025-03-01"}}));
  const TestJson json = json_of(build_files_report({&file}, {}, kFigures));
  const std::vector<std::string> keys{"kirnu",       "kind",       "definition",      "period",         "metrics",
                                      "totals",      "series",     "cohorts",         "cohorts_pooled", "survival",
                                      "definitions", "benchmarks", "benchmark_tests", "import",         "issues"};
  EXPECT_EQ(keys_of(json), keys);
  EXPECT_EQ(json["import"]["columns"][0],
            TestJson::parse(R"({"name":"Beginn","role":"start","style":"calendar dmy"})", nullptr, false));
  EXPECT_EQ(json["import"]["assumptions"][0]["code"], "as_of_latest_date");
}

TEST(FactsReport, WaitsForTheAnswerToAQuestion) {
  ImportedFile file{.issues = {make_issue(IssueCode::ColumnsUnknown)}, .whole = true, .blocked = true};
  file.facts.push_back(list({{"A", 1}}));
  const Report report = build_files_report({&file}, {}, kFigures);
  EXPECT_EQ(report.error->code, IssueCode::ColumnsUnknown);
  EXPECT_TRUE(report.metrics.empty());
  EXPECT_TRUE(report.import);
}

TEST(FactsReport, ComparesOrdersInTheOrderOfTheirDays) {
  const ImportedFile later = import("Kunde;Bestelldatum;Betrag\nA;03.02.2024;10\nB;05.05.2024;20\nD;07.07.2024;30\n");
  const ImportedFile earlier =
      import("Kunde;Bestelldatum;Betrag\nA;03.02.2023;10\nB;05.05.2023;20\nC;07.07.2023;30\nE;08.07.2023;30\n");
  const Report report = build_files_report({&later, &earlier}, {}, {});
  ASSERT_TRUE(report.lists);
  EXPECT_EQ(report.lists->comparison.earlier, 4);
  EXPECT_EQ(report.lists->comparison.lost, 2);
  EXPECT_EQ(report.lists->before->start.days, date_of(2023, 2, 3).days);
  const auto turned = [](const Issue& issue) { return issue.code == IssueCode::ListsTurned; };
  EXPECT_TRUE(std::any_of(report.issues.begin(), report.issues.end(), turned));
}

}  // namespace
}  // namespace kirnu

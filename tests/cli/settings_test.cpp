#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "cli/command.h"
#include "support/json.h"

/// What the command says of settings that it cannot use, and of files that give nothing.
namespace kirnu {
namespace {

constexpr const char* kMonths =
    "Month;Start;New;Lost\n2025-01;100;5;10\n2025-02;95;5;19\n2025-03;81;0;27\n2025-04;54;0;27\n";

constexpr const char* kSubscriptions =
    "customer;start;end\nA;2024-01-01;\nB;2024-01-05;2024-03-10\nC;2024-02-01;\nD;2024-02-10;2024-04-20\n";

/// `kirnu` with a file of this text behind the command.
Ran run_with(const std::string& command, const std::string& text, const std::vector<std::string>& options = {}) {
  const std::string test = testing::UnitTest::GetInstance()->current_test_info()->name();
  const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / ("kirnu_" + test + ".csv");
  std::ofstream(path, std::ios::binary) << text;
  std::vector<std::string> arguments{command, path.string()};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const Ran ran = run(arguments);
  std::filesystem::remove(path);
  return ran;
}

std::vector<std::string> set(std::initializer_list<const char*> settings) {
  std::vector<std::string> options{"--format", "json"};
  for (const char* setting : settings) options.insert(options.end(), {"--set", setting});
  return options;
}

TestJson report_of(const std::string& text, std::initializer_list<const char*> settings) {
  return TestJson::parse(run_with("report", text, set(settings)).output);
}

TEST(Settings, CutRowsOfCountsByTheirDates) {
  const TestJson report = report_of(kMonths, {"from=2025-02-01", "to=2025-04-01"});
  EXPECT_EQ(report["series"].size(), 2U);
  EXPECT_EQ(report["period"]["start"], "2025-03-01");
  EXPECT_EQ(report["metrics"]["customer_churn_rate"]["numerator"], 27);
  EXPECT_EQ(report_of(kMonths, {"as_of=2025-02-28"})["period"]["start"], "2025-02-01");
}

TEST(Settings, LetTypedCountsLeadBeforeATableOfCountsAlone) {
  const TestJson report = report_of(kMonths, {"start=100", "lost=10"});
  EXPECT_EQ(report["metrics"]["customer_churn_rate"]["value"], 0.1);
  EXPECT_EQ(report["series"].size(), 4U);
  const Ran ran = run_with("report", kSubscriptions, set({"start=100"}));
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.output.find("“start” is a count that is typed"), std::string::npos) << ran.output;
}

TEST(Settings, OfFilesAreRefusedWithoutOne) {
  for (const char* setting : {"gap_days=5", "as_of=2025-01-31", "from=2025-01-01", "segment=plan", "trials=count",
                              "time_zone=Europe/Berlin", "model=sbg", "before=2024-01-01/2025-01-01", "header=yes"}) {
    const Ran ran = run({"counts", "--start", "100", "--lost", "5", "--set", setting});
    EXPECT_EQ(ran.status, 2) << setting << ran.output;
    EXPECT_NE(ran.output.find("is about a file, and there is none"), std::string::npos) << ran.output;
  }
  for (const char* setting : {"definition=events", "benchmark=recurly-b2b", "kept=2", "arpa=10", "margin=80%"})
    EXPECT_EQ(run({"counts", "--start", "100", "--lost", "5", "--set", setting}).status, 0) << setting;
}

TEST(Settings, AreToldApartFromTheirValues) {
  const std::pair<const char*, const char*> refused[] = {
      {"as_of=abc", "“as_of=abc” is not understood. Expected: a date such as 2025-01-31."},
      {"gap_days=-1", "Expected: a whole number of days, 0 or more."},
      {"before=2024-01-01/2023-01-01", "Expected: two dates as 2025-01-01/2026-01-01"},
      {"benchmark=nope", "Expected: the id of a published figure."},
      {"kind=foo", "Expected: counts, lists, subscriptions"},
      {"column.plan=wrong", "Expected: a role such as"},
      {"delimiter=komma", "Expected: one or two characters, or comma"},
      {"colour=red", "“colour=red” is not a known setting."},
  };
  for (const auto& [setting, said] : refused) {
    const Ran ran = run_with("report", kSubscriptions, {"--set", setting});
    EXPECT_EQ(ran.status, 2) << setting;
    EXPECT_NE(ran.output.find(said), std::string::npos) << ran.output;
  }
}

TEST(Settings, NameADelimiterByAWord) {
  const TestJson report = report_of("a;b,start\n1;2,2024-01-01\n", {"delimiter=comma"});
  EXPECT_EQ(report["import"]["delimiter"], ",");
}

TEST(Settings, GiveARoleToAColumnWithAnEqualsSign) {
  const TestJson report = report_of("customer;a=b;end\nA;2024-01-01;\nB;2024-01-05;2024-03-10\n",
                                    {"column.a=b=start", "kind=subscriptions"});
  EXPECT_EQ(report["import"]["columns"][1]["role"], "start");
}

TEST(Settings, ReadDaysInTheLanguagesHabit) {
  const auto days = [](const char* period, const char* language) {
    const Ran ran =
        run({"counts", "--start", "100", "--lost", "5", "--period", period, "--lang", language, "--format", "json"});
    return TestJson::parse(ran.output)["period"]["days"];
  };
  EXPECT_EQ(days("30,5", "de"), 30.5);
  EXPECT_EQ(days("1.500", "de"), 1500);
  EXPECT_EQ(days("30.5", "en"), 30.5);
}

TEST(Settings, TakeWholeDaysForAFile) {
  const Ran ran = run_with("report", kSubscriptions, set({"period=30.5"}));
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(TestJson::parse(ran.output)["error"]["code"], "period_unreadable");
  EXPECT_EQ(report_of(kSubscriptions, {"period=30"})["period"]["days"], 30);
}

TEST(Refusals, TellWhatIsWrongWithMostRows) {
  const Ran ran = run_with("report", "customer;start;end\nA;2024-05-01;2024-01-01\nB;2024-06-01;2024-02-01\n",
                           {"--format", "json"});
  EXPECT_EQ(ran.status, 1);
  const TestJson report = TestJson::parse(ran.output);
  EXPECT_EQ(report["kind"], "subscriptions");
  EXPECT_EQ(report["error"]["code"], "end_before_start");
  EXPECT_EQ(report["import"]["rejected"], 2);
}

TEST(Refusals, AskForTheLossOfRevenue) {
  for (const std::vector<std::string>& options :
       {std::vector<std::string>{}, std::vector<std::string>{"--mrr-new", "5"}}) {
    std::vector<std::string> arguments{"counts", "--mrr-start", "100000", "--period", "month", "--format", "json"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(TestJson::parse(ran.output)["error"]["code"], "mrr_more_needed") << ran.output;
  }
}

TEST(Refusals, CountARateOfNobodyAsAnAnswer) {
  EXPECT_EQ(run({"counts", "--start", "0", "--lost", "0", "--period", "year"}).status, 0);
}

TEST(ReadCommand, SaysWhichRowsAreMissing) {
  const std::string table = "customer;start\nA;2024-01-01\nB;2024-01-02;x\nC;2024-01-03\n";
  const Ran csv = run_with("read", table, {"--format", "csv"});
  EXPECT_EQ(csv.status, 0);
  EXPECT_NE(csv.output.find("instead of 2 fields"), std::string::npos) << csv.output;
  EXPECT_EQ(TestJson::parse(run_with("read", table, {"--format", "json"}).output)["row_numbers"],
            TestJson::parse("[1,3]"));
}

TEST(ReadCommand, HasNothingToReadWithoutRows) { EXPECT_EQ(run_with("read", "customer;start\n").status, 1); }

TEST(ReadCommand, ExplainsNothing) {
  EXPECT_EQ(run_with("read", kSubscriptions, {"--explain", "customer_churn_rate"}).status, 2);
}

}  // namespace
}  // namespace kirnu

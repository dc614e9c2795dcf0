#include <gtest/gtest.h>

#include <random>

#include "base/assets.h"
#include "report/kinds.h"
#include "report/report_json.h"
#include "support/json.h"
#include "support/sample_facts.h"

namespace kirnu {
namespace {

constexpr std::uint64_t kSeed = 20250403;
constexpr int kMonths = 120;
constexpr std::size_t kMegabyte = 1000000;

/// Forty customers begin on any day of each of 120 months, pay in two currencies and leave on any day.
SubscriptionTable ten_years() {
  std::mt19937_64 random(kSeed);
  const auto number = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
  SubscriptionTable table;
  for (int customer = 0; customer < 40 * kMonths; ++customer) {
    const Date month = first_of_month(2015, 1 + customer / 40);
    const std::int32_t start = month.days + number(28);
    table.customer.push_back(table.customers.add("C" + std::to_string(customer)));
    table.start.days.push_back(start);
    table.end.days.push_back(number(3) == 0 ? kNoDay : start + 1 + number(3000));
    table.amount.push_back(90000 + 100 * number(10000));
    add_code(table.currency, number(5) == 0 ? "USD" : "EUR");
    add_code(table.interval, "month");
  }
  return table;
}

TEST(ReportSize, TenYearsOfMonthsAndCohortsAreBelowAMegabyte) {
  const SubscriptionTable table = ten_years();
  QuestionSettings settings;
  settings.as_of = Date{first_of_month(2025, 1).days - 1};
  const std::vector<Benchmark> figures = read_benchmarks(assets::benchmarks);
  SubscriptionWorkings workings;
  const std::string json = write_report_json(build_subscription_report(table, settings, figures, workings));
  const TestJson report = TestJson::parse(json);
  ASSERT_EQ(report["series"].size(), 120U);
  ASSERT_EQ(report["cohorts"].size(), 120U);
  ASSERT_GE(report["cohorts"][0]["retained"].size(), 120U);
  std::string parts;
  for (const auto& [key, value] : report.items()) parts += key + " " + std::to_string(value.dump().size()) + "\n";
  EXPECT_LT(json.size(), kMegabyte) << parts;
}

}  // namespace
}  // namespace kirnu

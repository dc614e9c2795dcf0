#include "metrics/differences.h"

#include <gtest/gtest.h>

#include "metrics/daily.h"
#include "support/sample_facts.h"

namespace kirnu {
namespace {

const DayWindow kMarch{.from = day("2025-03-01"), .to = day("2025-04-01")};

SubscriptionTable everybody() {
  return subscriptions({{"stays", "2025-01-05"},
                        {"left long ago", "2025-01-05", "2025-02-05"},
                        {"joins later", "2025-04-01"},
                        {"left", "2025-01-05", "2025-03-10"},
                        {"left twice", "2025-01-05", "2025-03-05"},
                        {"left twice", "2025-03-10", "2025-03-20"},
                        {"back", "2025-01-05", "2025-03-05"},
                        {"back", "2025-03-20"},
                        {"joined", "2025-03-12"},
                        {"tried", "2025-03-03", "2025-03-25"},
                        {"returned", "2025-01-05", "2025-01-20"},
                        {"returned", "2025-03-05"},
                        {"returned a while", "2025-01-05", "2025-01-20"},
                        {"returned a while", "2025-03-05", "2025-03-06"}});
}

Differences differences_of(const SubscriptionTable& table, const DayWindow& window) {
  const Spells spells = build_spells(table, {});
  return build_differences(spells, window, build_flows(spells, grid_of({window.from, window.to})).front());
}

TEST(Differences, NameWhomDefinitionsCountInOtherWays) {
  const SubscriptionTable table = everybody();
  const Differences differences = differences_of(table, kMarch);
  const std::pair<Difference, const char*> expected[] = {{Difference::JoinedAndLeft, "tried"},
                                                         {Difference::LeftAndReturned, "back"},
                                                         {Difference::ReturnedAndLeft, "returned a while"},
                                                         {Difference::LeftTwice, "left twice"},
                                                         {Difference::Joined, "joined"},
                                                         {Difference::Returned, "returned"},
                                                         {Difference::Left, "left"}};
  for (const auto& [difference, name] : expected) {
    const DifferentCustomers& found = differences[static_cast<std::size_t>(difference)];
    ASSERT_EQ(found.count, 1) << name;
    EXPECT_EQ(table.customers.text(found.customers[0]), name) << difference_name(difference);
  }
}

TEST(Differences, AreNoneToTheDefaultItself) {
  for (std::size_t i = 0; i < kDifferences; ++i)
    EXPECT_FALSE(counts_otherwise("customer_churn_rate", static_cast<Difference>(i)));
  EXPECT_TRUE(counts_otherwise("churn_events_rate", Difference::LeftTwice));
  EXPECT_FALSE(counts_otherwise("churn_events_rate", Difference::Joined));
  EXPECT_TRUE(counts_otherwise("churn_rate_stripe", Difference::Joined));
  EXPECT_FALSE(counts_otherwise("churn_rate_stripe", Difference::Left));
  EXPECT_TRUE(counts_otherwise("churn_hazard_30d", Difference::Left));
}

TEST(Differences, NameTheFirstHundredAndCountAll) {
  std::vector<SubscriptionRow> rows;
  for (int i = 0; i < 150; ++i) rows.push_back({"left " + std::to_string(i), "2025-01-05", "2025-03-10"});
  rows.push_back({"tried", "2025-03-03", "2025-03-25"});
  for (int i = 0; i < 3; ++i) rows.push_back({"joined " + std::to_string(i), "2025-03-12"});
  const Differences once = differences_of(subscriptions(rows), kMarch);
  rows.push_back({"joined 2", "2025-05-12", "2025-05-13"});  // a second row of somebody: the other way to count
  rows.push_back({"joined 2", "2025-03-12", "2025-04-13"});
  const Differences twice = differences_of(subscriptions(rows), kMarch);
  const auto of = [](const Differences& all, Difference which) { return all[static_cast<std::size_t>(which)]; };
  EXPECT_EQ(of(once, Difference::Left).count, 150);
  EXPECT_EQ(of(once, Difference::Joined).count, 3);
  EXPECT_EQ(of(once, Difference::JoinedAndLeft).customers, std::vector<std::uint32_t>{150});
  ASSERT_EQ(of(once, Difference::Left).customers.size(), kMostNamed);
  for (std::size_t i = 0; i < kDifferences; ++i) {
    EXPECT_EQ(once[i].count, twice[i].count);
    EXPECT_EQ(once[i].customers, twice[i].customers);
  }
}

TEST(Daily, CountsEachDaysCustomersAndDepartures) {
  Letters letters;
  const Spell spells[] = {{.start = day("2025-03-01"), .end = day("2025-03-03")}, {.start = day("2025-01-05")}};
  DayCounts days({.first = day("2025-01-05"), .last = day("2025-03-03")});
  days.add(spells, spells + 2);
  add_daily(letters, days, {.from = day("2025-03-01"), .to = day("2025-03-04")});
  ASSERT_EQ(letters.daily.size(), 3U);
  EXPECT_EQ(letters.daily[0].start, 1);  // who starts on a day is not there when it begins
  EXPECT_EQ(letters.daily[1].start, 2);
  EXPECT_EQ(letters.daily[2].lost, 1);
  EXPECT_EQ(letters.D, 3);
  EXPECT_EQ(letters.C_days, 5);
  EXPECT_EQ(letters.T_days, 5);  // A on the 1st and 2nd, B throughout
}

}  // namespace
}  // namespace kirnu

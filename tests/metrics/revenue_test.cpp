#include "metrics/revenue.h"

#include <gtest/gtest.h>

#include "metrics/customer_group.h"
#include "support/sample_facts.h"

namespace kirnu {
namespace {

struct Paid {
  const char* customer;
  const char* start;
  const char* end;  ///< "": still running
  double amount;
  const char* interval = "month";
  const char* currency = "EUR";
};

SubscriptionTable table_of(const std::vector<Paid>& rows) {
  SubscriptionTable table;
  for (const Paid& row : rows) {
    table.customer.push_back(table.customers.add(row.customer));
    table.start.days.push_back(day(row.start));
    table.end.days.push_back(day(row.end));
    table.amount.push_back(static_cast<std::int64_t>(row.amount * kMoneyScale));
    add_code(table.interval, row.interval);
    add_code(table.currency, row.currency);
  }
  return table;
}

const PeriodGrid kMonths = grid_of({day("2025-01-01"), day("2025-02-01"), day("2025-03-01"), day("2025-04-01")});

Revenue revenue_of(const std::vector<Paid>& rows, const SpellOptions& options = {}) {
  const SubscriptionTable table = table_of(rows);
  const PeriodGrid last = grid_of({kMonths.bounds[2], kMonths.bounds[3]});
  const Spells spells = build_spells(table, options);
  return build_revenue({.table = &table, .options = options, .spells = &spells},
                       {.series = kMonths, .leading = last, .cohorts = kMonths, .as_of = day("2025-03-31")});
}

void expect_movement(const MrrMovement& found, std::initializer_list<double> expected) {
  const MrrSum sums[] = {found.opening, found.new_,         found.expansion, found.contraction,
                         found.churned, found.reactivation, found.closing};
  const double* value = expected.begin();
  for (const MrrSum sum : sums) EXPECT_EQ(major_units(sum), *value++) << value - expected.begin();
}

TEST(Revenue, MovesByTheCustomersRevenueAtBothEnds) {
  // A 100→150, B 100→60, C 100→0, D 0→80, of metrics.md; E came back, F came and left
  const Revenue revenue = revenue_of({{"A", "2025-02-10", "2025-03-15", 100},
                                      {"A", "2025-03-15", "", 150},
                                      {"B", "2025-02-10", "2025-03-10", 100},
                                      {"B", "2025-03-10", "", 60},
                                      {"C", "2025-02-10", "2025-03-20", 100},
                                      {"D", "2025-03-02", "", 80},
                                      {"E", "2025-01-02", "2025-01-20", 30},
                                      {"E", "2025-03-05", "", 20},
                                      {"F", "2025-03-05", "2025-03-25", 500}});
  ASSERT_EQ(revenue.currencies.size(), 1U);
  EXPECT_EQ(revenue.currencies[0].currency, "EUR");
  expect_movement(revenue.currencies[0].series[1], {0, 300, 0, 0, 0, 0, 300});
  expect_movement(revenue.currencies[0].series[2], {300, 80, 50, 40, 100, 20, 310});
  expect_movement(revenue.currencies[0].leading, {300, 80, 50, 40, 100, 20, 310});
  EXPECT_EQ(revenue.currencies[0].leading.payers, 3);
  EXPECT_EQ(revenue.currencies[0].leading.payers_lost, 1);
}

TEST(Revenue, OfOneRowEachIsTheSameAsOfSeveral) {
  const std::vector<Paid> rows{{"A", "2025-01-10", "2025-03-15", 120, "year"}, {"B", "2025-02-10", "", 7}};
  std::vector<Paid> twice = rows;
  twice.push_back({"C", "2025-01-03", "2025-01-04", 1});  // within one month, twice: it brings nothing
  twice.push_back({"C", "2025-01-03", "2025-01-04", 1});
  const Revenue one = revenue_of(rows), several = revenue_of(twice);
  for (std::size_t i = 0; i < 3; ++i) {
    const MrrMovement& a = one.currencies[0].series[i];
    const MrrMovement& b = several.currencies[0].series[i];
    EXPECT_TRUE(a.opening == b.opening && a.new_ == b.new_ && a.churned == b.churned && a.closing == b.closing);
    EXPECT_EQ(a.payers, b.payers);
    EXPECT_EQ(a.payers_lost, b.payers_lost);
  }
  expect_movement(one.currencies[0].series[2], {17, 0, 0, 0, 10, 0, 7});
}

TEST(Revenue, IsNeverAddedAcrossCurrencies) {
  // A changes from euros to dollars and stays: less of the one, more of the other
  const Revenue revenue = revenue_of({{"A", "2025-02-10", "2025-03-15", 100},
                                      {"A", "2025-03-15", "", 110, "month", "usd"},
                                      {"B", "2025-02-10", "", 5, "month", "USD"}});
  ASSERT_EQ(revenue.currencies.size(), 2U);
  expect_movement(revenue.currencies[0].leading, {100, 0, 0, 100, 0, 0, 0});
  EXPECT_EQ(revenue.currencies[1].currency, "USD");
  expect_movement(revenue.currencies[1].leading, {5, 0, 110, 0, 0, 0, 115});
}

TEST(Revenue, GoesOnOverAGapThatInterruptsNobody) {
  const std::vector<Paid> rows{{"A", "2025-01-10", "2025-02-20", 30}, {"A", "2025-03-05", "", 20}};
  expect_movement(revenue_of(rows).currencies[0].series[1], {30, 0, 0, 0, 30, 0, 0});
  expect_movement(revenue_of(rows).currencies[0].series[2], {0, 0, 0, 0, 0, 20, 20});
  const Revenue bridged = revenue_of(rows, {.gap_days = 20});
  expect_movement(bridged.currencies[0].series[1], {30, 0, 0, 0, 0, 0, 30});
  expect_movement(bridged.currencies[0].series[2], {30, 0, 0, 10, 0, 0, 20});
}

TEST(Revenue, LacksWhatNoAmountOrIntervalTells) {
  const Revenue revenue = revenue_of({{"A", "2025-01-10", "", 30, "sometimes"}, {"B", "2025-01-10", "", -4}});
  EXPECT_TRUE(revenue.currencies.empty());
  EXPECT_EQ(revenue.gaps.interval_unknown, 1);
  EXPECT_EQ(revenue.gaps.unknown_interval, "sometimes");
  EXPECT_EQ(revenue.gaps.amount_missing, 1);
}

TEST(RevenueCohorts, FollowWhatNewCustomersBeganWith) {
  const Revenue revenue = revenue_of({{"A", "2025-01-10", "2025-02-10", 10},
                                      {"A", "2025-02-10", "", 25},
                                      {"B", "2025-01-20", "2025-03-20", 20},
                                      {"C", "2025-02-05", "", 40}});
  const std::vector<RevenueCohort>& cohorts = revenue.currencies[0].cohorts;
  ASSERT_EQ(cohorts.size(), 3U);
  const std::vector<double> january{30, 30, 45, 25}, february{40, 40, 40};
  for (std::size_t i = 0; i < january.size(); ++i) EXPECT_EQ(major_units(cohorts[0].retained[i]), january[i]) << i;
  ASSERT_EQ(cohorts[1].retained.size(), february.size());
  for (std::size_t i = 0; i < february.size(); ++i) EXPECT_EQ(major_units(cohorts[1].retained[i]), february[i]) << i;
}

}  // namespace
}  // namespace kirnu

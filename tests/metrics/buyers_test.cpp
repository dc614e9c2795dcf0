#include "metrics/buyers.h"

#include <gtest/gtest.h>

#include "support/sample_facts.h"

namespace kirnu {
namespace {

// A buys four times, B twice, C once; rows do not come by time.
TransactionTable shop() {
  return transactions({{.customer = "A", .date = "2025-03-11", .amount = 40000},
                       {.customer = "A", .date = "2025-01-10", .amount = 10000},
                       {.customer = "B", .date = "2025-01-20", .amount = 900000},
                       {.customer = "A", .date = "2025-01-30", .amount = 10000},
                       {.customer = "C", .date = "2025-02-01", .amount = 50000},
                       {.customer = "B", .date = "2025-02-01", .amount = 10000},
                       {.customer = "A", .date = "2025-03-11", .amount = 10000}});
}

OrderOptions until(const char* as_of) { return {.as_of = day(as_of)}; }

TEST(Buyers, AreCountedOneByOne) {
  const Buyers buyers = build_buyers(shop(), until("2025-03-31"));
  ASSERT_EQ(buyers.all.size(), 3U);
  EXPECT_EQ(buyers.all[0].orders, 4);
  EXPECT_EQ(buyers.all[0].value, 70000);
  EXPECT_EQ(buyers.all[0].first, day("2025-01-10"));
  EXPECT_EQ(buyers.all[0].last, day("2025-03-11"));
  EXPECT_EQ(buyers.repeat, 2);
}

TEST(Buyers, OfOneOrderOfTwoRowsDidNotComeAgain) {
  const TransactionTable table = transactions(
      {{.customer = "A", .date = "2025-01-10", .order = "1"}, {.customer = "A", .date = "2025-01-10", .order = "1"}});
  EXPECT_EQ(build_buyers(table, until("2025-03-31")).repeat, 0);
}

TEST(Buyers, RankByValueElseByOrders) {
  const std::vector<Buyer> by_value = ranked_buyers(build_buyers(shop(), until("2025-03-31")));
  EXPECT_EQ(by_value[0].value, 910000);
  EXPECT_EQ(by_value[2].value, 50000);
  const TransactionTable plain = transactions({{.customer = "A", .date = "2025-01-10"},
                                               {.customer = "B", .date = "2025-01-10"},
                                               {.customer = "B", .date = "2025-01-11"}});
  Buyers buyers = build_buyers(plain, until("2025-03-31"));
  buyers.has_value = false;
  EXPECT_EQ(ranked_buyers(buyers)[0].orders, 2);
}

// A's gaps are 20 and 40 days, B's 12: the two purchases of one day are one.
TEST(PurchaseGaps, AreBetweenTheDaysOfOneBuyer) {
  const PurchaseGaps gaps = build_purchase_gaps(build_buyers(shop(), until("2025-03-31")).days).value();
  EXPECT_EQ(gaps.count, 3);
  EXPECT_EQ(gaps.median, 20);
  EXPECT_EQ(gaps.usual, 40);
}

TEST(PurchaseGaps, SuggestWhatNineOfTenDoNotExceed) {
  std::vector<TransactionRow> rows;
  for (int i = 0; i <= 9; ++i)
    rows.push_back({.customer = "A", .date = write_date({.days = day("2025-01-01") + 7 * i})});
  rows.push_back({.customer = "A", .date = write_date({.days = day("2025-01-01") + 7 * 9 + 100})});
  const PurchaseGaps gaps = build_purchase_gaps(build_buyers(transactions(rows), until("2026-01-01")).days).value();
  EXPECT_EQ(gaps.count, 10);
  EXPECT_EQ(gaps.usual, 7);
}

TEST(PurchaseGaps, OfSinglePurchasesAreNone) {
  const TransactionTable table = transactions({{.customer = "A", .date = "2025-01-10"}});
  EXPECT_FALSE(build_purchase_gaps(build_buyers(table, until("2025-03-31")).days));
}

TEST(Buyers, AreInactiveFromTheLimitOn) {
  const Buyer buyer{.last = day("2025-01-01")};
  EXPECT_FALSE(is_inactive(buyer, 30, day("2025-01-30")));
  EXPECT_TRUE(is_inactive(buyer, 30, day("2025-01-31")));
}

TEST(BuyerCohorts, CountWhoBoughtInEachLaterPeriod) {
  const std::int32_t as_of = day("2025-04-15");
  const Buyers buyers = build_buyers(shop(), {.as_of = as_of});
  const PeriodGrid grid = build_grid({}, day("2025-01-01"), as_of + 1, as_of);
  const CohortTable exact = build_buyer_cohorts(buyers, grid, as_of, RetentionRule::Exact);
  ASSERT_EQ(exact.cohorts.size(), 4U);
  EXPECT_EQ(exact.cohorts[0].retained, (std::vector<std::int64_t>{2, 1, 1}));  // A, B; B; A; April is not over
  EXPECT_EQ(exact.cohorts[1].retained, (std::vector<std::int64_t>{1, 0}));
  EXPECT_EQ(exact.cohorts[3].retained, (std::vector<std::int64_t>{0}));
  const CohortTable later = build_buyer_cohorts(buyers, grid, as_of, RetentionRule::OnOrAfter);
  EXPECT_EQ(later.cohorts[0].retained, (std::vector<std::int64_t>{2, 2, 1}));  // A buys in March
  EXPECT_EQ(exact.pooled[1].retained, 1);
  EXPECT_EQ(exact.pooled[1].size, 3);
}

TEST(Buyers, AreNoneByWhatTheyGaveBack) {
  TransactionTable table = transactions({{.customer = "A", .date = "2025-01-10", .amount = 100},
                                         {.customer = "A", .date = "2025-03-10", .amount = -40},
                                         {.customer = "B", .date = "2025-02-10", .amount = 20}});
  EXPECT_EQ(build_buyers(table, {}).all[0].orders, 2U);  // where the sign says nothing
  table.refunds = true;
  const Buyers buyers = build_buyers(table, {});
  ASSERT_EQ(buyers.all.size(), 2U);
  EXPECT_EQ(buyers.all[0].orders, 1U);
  EXPECT_EQ(buyers.all[0].last, day("2025-01-10"));
  EXPECT_EQ(buyers.all[0].value, 60);
  EXPECT_EQ(buyers.days.days.size(), 2U);
}

}  // namespace
}  // namespace kirnu

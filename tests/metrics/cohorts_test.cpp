#include "metrics/cohorts.h"

#include <gmock/gmock.h>

#include "support/sample_facts.h"

namespace kirnu {
namespace {

using Row = std::vector<std::int64_t>;

CohortTable cohorts_of(const std::vector<SubscriptionRow>& rows, const char* as_of,
                       RetentionRule rule = RetentionRule::Exact) {
  const SubscriptionTable table = subscriptions(rows);
  const PeriodGrid grid = build_grid({}, day("2025-01-01"), day(as_of) + 1, day(as_of));
  return build_cohorts(build_spells(table, {.as_of = day(as_of)}), grid, day(as_of), rule);
}

TEST(Cohorts, AreATriangle) {
  const CohortTable table = cohorts_of({{.customer = "A", .start = "2025-01-01"},
                                        {.customer = "B", .start = "2025-01-31", .end = "2025-02-01"},
                                        {.customer = "C", .start = "2025-01-15", .end = "2025-01-20"},
                                        {.customer = "D", .start = "2025-02-28", .end = "2025-03-31"}},
                                       "2025-03-31");
  ASSERT_EQ(table.cohorts.size(), 3U);
  EXPECT_EQ(table.cohorts[0].first_day, day("2025-01-01"));
  EXPECT_EQ(table.cohorts[0].retained, (Row{3, 2, 1, 1}));
  EXPECT_EQ(table.cohorts[1].retained, (Row{1, 1, 0}));
  EXPECT_EQ(table.cohorts[2].retained, (Row{0, 0}));
}

TEST(Cohorts, ACellThatTheDataDoNotReachIsEmpty) {
  const CohortTable table =
      cohorts_of({{.customer = "A", .start = "2025-01-01"}, {.customer = "B", .start = "2025-02-03"}}, "2025-02-27");
  ASSERT_EQ(table.cohorts.size(), 2U);
  EXPECT_EQ(table.cohorts[0].retained, (Row{1, 1}));
  EXPECT_EQ(table.cohorts[1].retained, (Row{1}));
  EXPECT_EQ(cohorts_of({{.customer = "A", .start = "2025-01-01"}}, "2025-02-28").cohorts[0].retained, (Row{1, 1, 1}));
}

TEST(Cohorts, WhoIsAwayOnABoundaryIsRetainedOnlyOnOrAfter) {
  const std::vector<SubscriptionRow> rows{{.customer = "A", .start = "2025-01-10", .end = "2025-01-20"},
                                          {.customer = "A", .start = "2025-02-10", .end = "2025-03-10"}};
  EXPECT_EQ(cohorts_of(rows, "2025-04-30").cohorts[0].retained, (Row{1, 0, 1, 0, 0}));
  EXPECT_EQ(cohorts_of(rows, "2025-04-30", RetentionRule::OnOrAfter).cohorts[0].retained, (Row{1, 1, 1, 0, 0}));
}

// A cohort of 10 keeps 2, a cohort of 100 keeps none: pooled 2 of 110 are 1.82 %.
TEST(Cohorts, PooledAreSumsNotMeansOfShares) {
  std::vector<SubscriptionRow> rows;
  for (int i = 0; i < 110; ++i) {
    const bool january = i < 10;
    const char* end = i < 2 ? "" : january ? "2025-01-20" : "2025-02-20";
    rows.push_back({.customer = std::to_string(i), .start = january ? "2025-01-05" : "2025-02-05", .end = end});
  }
  const CohortTable table = cohorts_of(rows, "2025-02-28");
  ASSERT_EQ(table.pooled.size(), 3U);
  EXPECT_EQ(table.pooled[0].retained, 110);
  EXPECT_EQ(table.pooled[1].retained, 2);
  EXPECT_EQ(table.pooled[1].size, 110);
  EXPECT_EQ(table.pooled[2].retained, 2);
  EXPECT_EQ(table.pooled[2].size, 10);
}

TEST(Cohorts, OfCustomersFromBeforeTheGridAreNone) {
  const CohortTable table = cohorts_of({{.customer = "A", .start = "2024-12-31"}}, "2025-01-31");
  ASSERT_EQ(table.cohorts.size(), 1U);
  EXPECT_EQ(table.cohorts[0].retained, (Row{0, 0}));
}

TEST(Cohorts, KeepTheLatestOfTooManyPeriods) {
  const SubscriptionTable table = subscriptions({{.customer = "A", .start = "2025-03-01", .end = "2025-03-02"}});
  const PeriodGrid grid = build_grid({.unit = PeriodUnit::Day}, day("2015-01-01"), day("2025-03-04"), 0);
  const CohortTable cohorts = build_cohorts(build_spells(table, {}), grid, day("2025-03-03"));
  ASSERT_EQ(cohorts.cohorts.size(), 1200U);
  EXPECT_EQ(cohorts.cohorts[1199].first_day, day("2025-03-03"));
  EXPECT_EQ(cohorts.cohorts[1197].retained, (Row{1, 1, 0, 0}));
}

}  // namespace
}  // namespace kirnu

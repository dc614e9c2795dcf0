#include "metrics/cohort_sheet.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

const CohortSheet kThree{
    .rows = {{"2024-01", {100, 80, 70}}, {"2024-02", {120, 90}}, {"2024-03", {90}}}, .shares = false, .unit = {}};

TEST(CohortSheet, PoolsSumsOverTheCohortsObservedAtAnAge) {
  const CohortTable table = build_cohorts(kThree, std::nullopt);
  ASSERT_EQ(table.pooled.size(), 3U);
  EXPECT_EQ(table.pooled[0].size, 310);
  EXPECT_EQ(table.pooled[1].retained, 170);
  EXPECT_EQ(table.pooled[1].size, 220);
  EXPECT_EQ(table.pooled[2].retained, 70);
  EXPECT_EQ(table.pooled[2].size, 100);
  EXPECT_EQ(table.cohorts[1].first_day, 19754);  // 1 February 2024
  EXPECT_TRUE(table.cohorts[1].dated);
}

TEST(CohortSheet, ItsLifetimesAreThoseOfEverybodyInIt) {
  const CohortTable table = build_cohorts(kThree, std::nullopt);
  const SurvivalSteps steps = build_steps(table);
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[0].censored, 90);  // seen at age 0 alone
  EXPECT_EQ(steps[1].left, 50);      // 20 + 30
  EXPECT_EQ(steps[1].censored, 90);
  EXPECT_EQ(steps[2].left, 10);
  EXPECT_EQ(steps[2].censored, 70);
  const SurvivalCurve curve = build_survival(steps);
  EXPECT_EQ(curve.n, 310);
  EXPECT_NEAR(curve.points[0].survival, 170.0 / 220, 1e-15);
  EXPECT_NEAR(curve.points[1].survival, 170.0 / 220 * 70 / 80, 1e-15);
  const Renewals renewals = build_renewals(table);
  ASSERT_EQ(renewals.size(), 2U);
  EXPECT_EQ(renewals[0].left, 50);
  EXPECT_EQ(renewals[0].stayed, 170);
  EXPECT_EQ(renewals[1].left, 10);
  EXPECT_EQ(renewals[1].stayed, 70);
}

TEST(CohortSheet, WhoLeftWithinAGapLeftBehindIt) {
  const CohortSheet sheet{
      .rows = {{"A", {100, 80, kEmptyCell, 60}}, {"B", {50, kEmptyCell, 40}}}, .shares = false, .unit = {}};
  const CohortTable table = build_cohorts(sheet, std::nullopt);
  EXPECT_FALSE(some_rise(table));
  EXPECT_FALSE(table.cohorts[0].share(2));
  EXPECT_EQ(table.cohorts[0].share(3), 0.6);
  ASSERT_EQ(table.pooled.size(), 4U);
  EXPECT_EQ(table.pooled[1].retained, 80);
  EXPECT_EQ(table.pooled[1].size, 100);  // nobody looked at B then
  EXPECT_EQ(table.pooled[2].retained, 40);
  EXPECT_EQ(table.pooled[2].size, 50);
  const SurvivalSteps steps = build_steps(table);
  EXPECT_EQ(steps[1].left, 20);
  EXPECT_EQ(steps[2].left, 10);
  EXPECT_EQ(steps[2].censored, 40);
  EXPECT_EQ(steps[3].left, 20);
  EXPECT_EQ(steps[3].censored, 60);
  const Renewals renewals = build_renewals(table);
  ASSERT_EQ(renewals.size(), 3U);
  EXPECT_EQ(renewals[0].left, 20);
  EXPECT_EQ(renewals[1].left, 0);  // who left at the second age and who at the first is not known of either
  EXPECT_EQ(renewals[1].stayed, 0);
}

TEST(CohortSheet, SharesAreAddedUpOnlyWithASize) {
  const CohortSheet shares{.rows = {{"A", {1, 0.8}}, {"B", {1, 0.615}}}, .shares = true, .unit = {}};
  const CohortTable without = build_cohorts(shares, std::nullopt);
  EXPECT_TRUE(without.pooled.empty());
  EXPECT_EQ(without.cohorts[1].share(1), 0.615);
  EXPECT_FALSE(without.cohorts[0].dated);
  const CohortTable with = build_cohorts(shares, 200);
  EXPECT_EQ(with.cohorts[1].retained[1], 123);
  EXPECT_EQ(with.pooled[1].retained, 283);
}

TEST(CohortSheet, SomeCustomersCameBack) {
  EXPECT_FALSE(some_rise(build_cohorts(kThree, std::nullopt)));
  EXPECT_TRUE(some_rise(build_cohorts({.rows = {{"A", {100, 70, 75}}}, .shares = false, .unit = {}}, std::nullopt)));
}

}  // namespace
}  // namespace kirnu

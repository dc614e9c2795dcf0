#include "metrics/intervals.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace kirnu {
namespace {

// Expected values: closed forms and exact sums in 40-digit arithmetic.

struct WilsonRow {
  double k;
  double n;
  double low;
  double high;
};

TEST(WilsonInterval, HasTheKnownEnds) {
  const WilsonRow rows[] = {
      {.k = 0, .n = 20, .low = 0, .high = 0.16112515805281935},
      {.k = 20, .n = 20, .low = 0.83887484194718065, .high = 1},
      {.k = 1, .n = 1, .low = 0.20654931437723743, .high = 1},
      {.k = 0, .n = 1, .low = 0, .high = 0.79345068562276257},
      {.k = 3, .n = 20, .low = 0.052368745896216611, .high = 0.36041886474075694},
      {.k = 3, .n = 50, .low = 0.020614970348973955, .high = 0.16217091688838171},
      {.k = 30, .n = 500, .low = 0.042348356480946194, .high = 0.084361063125219777},
      {.k = 250, .n = 1500, .low = 0.14866324878736172, .high = 0.18637303835942594},
      {.k = 10, .n = 100, .low = 0.055229137060675089, .high = 0.17436566150491345},
      {.k = 90, .n = 100, .low = 0.82563433849508655, .high = 0.94477086293932491},
      {.k = 20, .n = 100, .low = 0.13336693333103252, .high = 0.28882916559315889},
      {.k = 1, .n = 1e6, .low = 1.765245767453715e-7, .high = 5.664911804311442e-6},
      {.k = 5e14, .n = 1e15, .low = 0.49999996901024838, .high = 0.50000003098975162},
  };
  for (const WilsonRow& row : rows) {
    const std::optional<Interval> interval = wilson_interval(row.k, row.n);
    ASSERT_TRUE(interval) << row.k << " of " << row.n;
    EXPECT_NEAR(interval->low, row.low, 1e-15 + row.low * 1e-15) << row.k << " of " << row.n;
    EXPECT_NEAR(interval->high, row.high, 1e-15 + row.high * 1e-15) << row.k << " of " << row.n;
  }
}

TEST(WilsonInterval, TouchesZeroAndOneExactly) {
  EXPECT_EQ(wilson_interval(0, 20)->low, 0);
  EXPECT_EQ(wilson_interval(20, 20)->high, 1);
  EXPECT_EQ(wilson_interval(0, 1e15)->low, 0);
  EXPECT_EQ(wilson_interval(1e15, 1e15)->high, 1);
}

TEST(WilsonInterval, KeepsTheDigitsOfOneInAQuadrillion) {
  EXPECT_NEAR(wilson_interval(1, 1e15)->low, 1.7652455493515297e-16, 1e-28);
}

TEST(WilsonInterval, OfNobodyOrNonsenseIsAbsent) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_FALSE(wilson_interval(0, 0));
  EXPECT_FALSE(wilson_interval(1, 0));
  EXPECT_FALSE(wilson_interval(-1, 10));
  EXPECT_FALSE(wilson_interval(11, 10));
  EXPECT_FALSE(wilson_interval(1, -10));
  EXPECT_FALSE(wilson_interval(nan, 10));
  EXPECT_FALSE(wilson_interval(1, nan));
  EXPECT_FALSE(wilson_interval(1, infinity));
}

struct NewcombeRow {
  double k1, n1, k2, n2;
  double low, high;
};

TEST(NewcombeDifference, HasTheKnownEnds) {
  const NewcombeRow rows[] = {
      {.k1 = 65, .n1 = 1000, .k2 = 50, .n2 = 1000, .low = -0.0055317398658973625, .high = 0.035738322445948657},
      {.k1 = 56, .n1 = 70, .k2 = 48, .n2 = 80, .low = 0.052431472402364896, .high = 0.33387265403690596},
      {.k1 = 0, .n1 = 20, .k2 = 0, .n2 = 20, .low = -0.16112515805281935, .high = 0.16112515805281935},
      {.k1 = 20, .n1 = 20, .k2 = 0, .n2 = 20, .low = 0.77213461624219436, .high = 1},
      {.k1 = 3, .n1 = 20, .k2 = 1, .n2 = 25, .low = -0.073558310956934966, .high = 0.32297595284103017},
  };
  for (const NewcombeRow& row : rows) {
    const std::optional<Interval> interval = newcombe_difference(row.k1, row.n1, row.k2, row.n2);
    ASSERT_TRUE(interval);
    EXPECT_NEAR(interval->low, row.low, 1e-14) << row.k1 << " of " << row.n1;
    EXPECT_NEAR(interval->high, row.high, 1e-14) << row.k1 << " of " << row.n1;
  }
}

TEST(NewcombeDifference, WithNobodyIsAbsent) {
  EXPECT_FALSE(newcombe_difference(0, 0, 1, 10));
  EXPECT_FALSE(newcombe_difference(1, 10, 0, 0));
}

struct TestRow {
  double k1, n1, k2, n2;
  double p;
};

TEST(FisherExactP, EqualsTheSumOverAllTables) {
  const TestRow rows[] = {
      {.k1 = 3, .n1 = 20, .k2 = 1, .n2 = 25, .p = 0.30870163428302963},
      {.k1 = 0, .n1 = 20, .k2 = 5, .n2 = 20, .p = 0.047124047124047124},
      {.k1 = 1, .n1 = 10, .k2 = 11, .n2 = 14, .p = 0.0027594561852200835},
      {.k1 = 8, .n1 = 14, .k2 = 1, .n2 = 10, .p = 0.033339859763335332},
      {.k1 = 5, .n1 = 5, .k2 = 0, .n2 = 5, .p = 0.0079365079365079365},
      {.k1 = 10, .n1 = 15, .k2 = 4, .n2 = 20, .p = 0.013199631855626439},
      {.k1 = 30, .n1 = 100, .k2 = 45, .n2 = 100, .p = 0.040534006514982609},
      {.k1 = 1000, .n1 = 100000, .k2 = 1080, .n2 = 90000, .p = 2.9819322636136783e-5},
      {.k1 = 7, .n1 = 1e6, .k2 = 1, .n2 = 1e6, .p = 0.070311953125136721},
  };
  for (const TestRow& row : rows) {
    EXPECT_NEAR(fisher_exact_p(row.k1, row.n1, row.k2, row.n2), row.p, row.p * 1e-12) << row.k1 << " of " << row.n1;
    EXPECT_NEAR(fisher_exact_p(row.k2, row.n2, row.k1, row.n1), row.p, row.p * 1e-12) << "groups swapped";
    EXPECT_NEAR(fisher_exact_p(row.n1 - row.k1, row.n1, row.n2 - row.k2, row.n2), row.p, row.p * 1e-12)
        << "kept instead of lost";
  }
}

TEST(FisherExactP, IsOneWhenNothingDiffers) {
  EXPECT_EQ(fisher_exact_p(0, 5, 0, 7), 1);
  EXPECT_EQ(fisher_exact_p(5, 5, 7, 7), 1);
  EXPECT_EQ(fisher_exact_p(1, 4, 1, 4), 1);
}

TEST(FisherExactP, OfBillionsIsRightAndQuick) {
  const TestRow rows[] = {
      {.k1 = 1, .n1 = 1e9, .k2 = 9, .n2 = 1e9, .p = 0.021484374692382813},
      {.k1 = 0, .n1 = 1e9, .k2 = 4, .n2 = 1e9, .p = 0.124999999625},
      {.k1 = 0, .n1 = 3, .k2 = 1e9, .n2 = 1e9, .p = 5.9999999640000001e-27},
      {.k1 = 4, .n1 = 1e9, .k2 = 0, .n2 = 20, .p = 1},
      {.k1 = 2, .n1 = 4, .k2 = 5e8, .n2 = 1e9, .p = 1},
      {.k1 = 40, .n1 = 1e9, .k2 = 1, .n2 = 1e9, .p = 3.8198763304537874e-11},
      {.k1 = 2, .n1 = 2, .k2 = 5e14, .n2 = 1e15, .p = 0.4999999999999995},
  };
  for (const TestRow& row : rows) {
    EXPECT_NEAR(fisher_exact_p(row.k1, row.n1, row.k2, row.n2), row.p, row.p * 1e-12) << row.k1 << " of " << row.n1;
  }
}

TEST(PooledZP, HasTheKnownValues) {
  const TestRow rows[] = {
      {.k1 = 65, .n1 = 1000, .k2 = 50, .n2 = 1000, .p = 0.14964310637037261},
      {.k1 = 50, .n1 = 500, .k2 = 50, .n2 = 500, .p = 1},
      {.k1 = 30, .n1 = 500, .k2 = 60, .n2 = 500, .p = 0.00091653707611453379},
      {.k1 = 100, .n1 = 1000, .k2 = 300, .n2 = 1000, .p = 5.0894689738143661e-29},
      {.k1 = 900, .n1 = 1000, .k2 = 100, .n2 = 1000, .p = 2.5091580967634298e-280},
      {.k1 = 0, .n1 = 10, .k2 = 0, .n2 = 10, .p = 1},
      {.k1 = 10, .n1 = 10, .k2 = 10, .n2 = 10, .p = 1},
      {.k1 = 0, .n1 = 0, .k2 = 0, .n2 = 10, .p = 1},
  };
  for (const TestRow& row : rows) {
    EXPECT_NEAR(pooled_z_p(row.k1, row.n1, row.k2, row.n2), row.p, row.p * 1e-11) << row.k1 << " of " << row.n1;
  }
}

TEST(CompareShares, TellsTheWorkedExample) {
  const std::optional<Comparison> comparison = compare_shares(65, 1000, 50, 1000);
  ASSERT_TRUE(comparison);
  EXPECT_NEAR(comparison->difference, 0.015, 1e-15);
  EXPECT_NEAR(comparison->interval.low, -0.00553, 5e-6);
  EXPECT_NEAR(comparison->interval.high, 0.03574, 5e-6);
  EXPECT_NEAR(comparison->p, 0.150, 5e-4);
  EXPECT_EQ(comparison->test, "z");
}

TEST(CompareShares, UsesFisherBelowFiveExpected) {
  EXPECT_EQ(compare_shares(4, 50, 5, 50)->test, "fisher");    // 4.5 expected in each
  EXPECT_EQ(compare_shares(5, 50, 5, 50)->test, "z");         // exactly 5
  EXPECT_EQ(compare_shares(46, 50, 45, 50)->test, "fisher");  // 4.5 expected to stay
  EXPECT_EQ(compare_shares(2, 4, 5e8, 1e9)->test, "fisher");
}

TEST(CompareShares, WithNobodyIsAbsent) {
  EXPECT_FALSE(compare_shares(0, 0, 5, 50));
  EXPECT_FALSE(compare_shares(5, 50, 0, 0));
}

TEST(CompareShares, OfHugeCountsIsBounded) {
  const std::optional<Comparison> comparison = compare_shares(4, 1e15, 3e7, 1e15);
  ASSERT_TRUE(comparison);
  EXPECT_TRUE(std::isfinite(comparison->p));
  EXPECT_EQ(comparison->test, "z");
  EXPECT_EQ(compare_shares(9, 1e15, 0, 1e15)->test, "fisher");
}

// Percent are no counts, but the sum over all tables must end.
TEST(FisherExactP, OfPartsOfCustomersEnds) {
  const double p = fisher_exact_p(2.1, 26.2, 2.7, 28.9);
  EXPECT_GE(p, 0);
  EXPECT_LE(p, 1);
}

}  // namespace
}  // namespace kirnu

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "metrics/catalog.h"
#include "metrics/conversion.h"
#include "metrics/intervals.h"

// What must hold for any data. std::mt19937_64 gives the same numbers everywhere; its distributions would not.
namespace kirnu {
namespace {

constexpr std::uint64_t kSeed = 20240229;
constexpr int kRounds = 3000;

class Properties : public testing::Test {
 protected:
  /// A whole number from 0 to `largest`, small ones as likely as large ones.
  double count(double largest) {
    const double bits = static_cast<double>(random_() % 48);
    const double wide = std::fmin(largest, std::ldexp(1.0, static_cast<int>(bits)));
    return static_cast<double>(random_() % (static_cast<std::uint64_t>(wide) + 1));
  }
  PeriodTotals totals() {
    PeriodTotals totals{.start = count(1e12)};
    totals.lost = count(totals.start);
    totals.new_kept = count(1e12);
    totals.new_left = count(1e9);
    totals.returned = count(1e9);
    totals.left_and_returned = count(totals.start - totals.lost);
    totals.end = totals.start - totals.lost + *totals.new_kept + totals.returned;
    return totals;
  }
  std::mt19937_64 random_{kSeed};
};

TEST_F(Properties, EveryThreeCountsGiveTheSamePeriod) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    const PeriodTotals t = totals();
    const CountInputs all{.start = t.start,
                          .lost = t.lost,
                          .new_kept = t.new_kept,
                          .end = t.end,
                          .new_left = t.new_left,
                          .left_and_returned = t.left_and_returned,
                          .returned = t.returned};
    for (std::optional<double> CountInputs::*left_out :
         {&CountInputs::start, &CountInputs::lost, &CountInputs::new_kept, &CountInputs::end}) {
      CountInputs said = all;
      (said.*left_out).reset();
      const CheckedCounts checked = check_counts(said);
      ASSERT_TRUE(checked.totals);
      ASSERT_EQ(checked.totals->start, t.start);
      ASSERT_EQ(checked.totals->lost, t.lost);
      ASSERT_EQ(checked.totals->new_kept, t.new_kept);
      ASSERT_EQ(checked.totals->end, t.end);
    }
  }
}

TEST_F(Properties, NoMetricIsEverNotANumber) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    Letters letters = build_letters(totals(), period_of(round % 2 == 0 ? PeriodUnit::Month : PeriodUnit::Week));
    add_mrr(letters, {.start = count(1e12), .churned = count(1e6), .expansion = count(1e6), .new_ = count(1e6)});
    add_value_inputs(letters, {.margin = 0.8, .discount = 0.1});
    for (const Formula& formula : all_formulas()) {
      const Metric metric = build_metric(formula.id, letters);
      if (!metric.value) continue;
      ASSERT_TRUE(std::isfinite(*metric.value)) << formula.id;
      if (!metric.interval) continue;
      ASSERT_GE(metric.interval->low, 0) << formula.id;
      ASSERT_LE(metric.interval->high, 1) << formula.id;
      ASSERT_LE(metric.interval->low, *metric.value + 1e-15) << formula.id;
      ASSERT_GE(metric.interval->high, *metric.value - 1e-15) << formula.id;
    }
  }
}

TEST_F(Properties, ChurnAndRetentionAreOne) {
  for (int round = 0; round < kRounds; ++round) {
    const Letters letters = build_letters(totals(), std::nullopt);
    const Metric churn = build_metric("customer_churn_rate", letters);
    const Metric retention = build_metric("customer_retention_rate", letters);
    ASSERT_EQ(churn.value.has_value(), retention.value.has_value());
    if (!churn.value) continue;
    ASSERT_NEAR(*churn.value + *retention.value, 1, 1e-15) << "seed " << kSeed << ", round " << round;
  }
}

TEST_F(Properties, MoreLossIsMoreChurnInEveryPeriod) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    const double n = 2 + count(1e6);
    const double k = count(n - 1);
    const Interval less = *wilson_interval(k, n);
    const Interval more = *wilson_interval(k + 1, n);
    ASSERT_LT(less.low, more.low);
    ASSERT_LT(less.high, more.high);
    const Period week = period_of(PeriodUnit::Week);
    const Period month = period_of(PeriodUnit::Month);
    ASSERT_LE(convert_share(k / n, week, month), convert_share((k + 1) / n, week, month));
    ASSERT_GE(convert_share(k / n, week, month), k / n);
    ASSERT_NEAR(convert_share(convert_share(k / n / 2, week, month), month, week), k / n / 2, 1e-14);
  }
}

TEST_F(Properties, ComparisonsTurnRoundWithTheirGroups) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    const double n1 = 1 + count(1e5), n2 = 1 + count(1e5);
    const double k1 = count(n1), k2 = count(n2);
    const Comparison one = *compare_shares(k1, n1, k2, n2);
    const Comparison other = *compare_shares(k2, n2, k1, n1);
    ASSERT_EQ(one.difference, -other.difference);
    ASSERT_NEAR(one.interval.low, -other.interval.high, 1e-14);
    ASSERT_EQ(one.test, other.test);
    ASSERT_NEAR(one.p, other.p, 1e-12);
    ASSERT_GE(one.p, 0);
    ASSERT_LE(one.p, 1);
    ASSERT_LE(one.interval.low, one.difference);
    ASSERT_GE(one.interval.high, one.difference);
    ASSERT_GE(one.interval.low, -1);
    ASSERT_LE(one.interval.high, 1);
  }
}

}  // namespace
}  // namespace kirnu

#include "metrics/projection.h"

#include <gtest/gtest.h>

#include <cmath>

#include "metrics/renewals.h"
#include "support/sample_facts.h"

namespace kirnu {
namespace {

RetentionSeries percent(std::vector<double> values) {
  return {.labels = {}, .retained = std::move(values), .percent = true};
}

const RetentionSeries kRegular = percent({100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1, 22.3, 20.7, 19.4, 18.3, 17.3});

Projection projected(const RetentionSeries& series, const ProjectionChoice& choice) {
  return std::get<Projection>(build_projection(build_renewals(series, kNominalSize), choice));
}

TEST(Projection, CarriesTheFirstSevenYearsOn) {
  const Projection projection = projected(kRegular, {.fit_periods = 7, .horizon = 12, .discount = 0.1});
  EXPECT_EQ(projection.fit_periods, 7U);
  ASSERT_EQ(projection.survival.size(), 13U);
  EXPECT_EQ(projection.survival[0], 1);
  const double forecast[] = {0.2201, 0.2044, 0.1912, 0.1799, 0.1700};
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(projection.survival[8 + i], forecast[i], 5e-5);
  double area = 0;
  for (std::size_t t = 0; t < 12; ++t) area += projection.survival[t];
  EXPECT_NEAR(projection.rmst, area, 1e-12);
  EXPECT_EQ(projection.residual_from, 13U);  // all twelve renewals are known
  ASSERT_EQ(projection.observed.size(), 13U);
  EXPECT_NEAR(projection.observed[12].value_or(0), 0.173, 1e-12);
}

TEST(Projection, BandsContainTheCurveAndNarrowWithTheCohort) {
  const Projection one = projected(kRegular, {.horizon = 12});
  ASSERT_EQ(one.band.size(), one.survival.size());
  EXPECT_EQ(one.band[0].low, 1);
  for (std::size_t t = 1; t < one.band.size(); ++t) {
    EXPECT_LT(one.band[t].low, one.survival[t]);
    EXPECT_GT(one.band[t].high, one.survival[t]);
  }
  const Projection many = std::get<Projection>(build_projection(build_renewals(kRegular, 1e5), {.horizon = 12}));
  EXPECT_NEAR(one.band[6].high - one.band[6].low, 10 * (many.band[6].high - many.band[6].low), 1e-3);
  EXPECT_TRUE(projected(kRegular, {.sized = false}).band.empty());
}

// Where all are alike, S(1) is a share of 500 renewals: its interval is that of a proportion, √(p (1 - p)/n) wide.
TEST(Projection, BandOfTheGeometricLawIsThatOfItsShare) {
  const Renewals renewals{{.left = 60, .stayed = 240}, {.left = 40, .stayed = 160}};
  const Projection projection = std::get<Projection>(build_projection(renewals, {.model = LifetimeModel::Geometric}));
  const double width = projection.band[1].high - projection.band[1].low;
  EXPECT_NEAR(width, 2 * 1.96 * std::sqrt(0.2 * 0.8 / 500), 1e-3);
}

// BdW with c = 1 is sBG, whose sum has a short form.
TEST(Projection, ResidualLifetimesOfTheBdwHaveAnEndWithoutADiscount) {
  const LifetimeParameters same{.alpha = 3.2, .beta = 1.5, .c = 1};
  for (const std::size_t n : {std::size_t{1}, std::size_t{5}, std::size_t{40}}) {
    const double expected = (1.5 + static_cast<double>(n) - 1) / 2.2;
    EXPECT_NEAR(*discounted_residual_lifetime(LifetimeModel::Bdw, same, n, 0) / expected, 1, 1e-7);
  }
  const LifetimeParameters slow{.alpha = 1.3, .beta = 0.8, .c = 1};  // S ~ t^-1.3
  EXPECT_NEAR(*discounted_residual_lifetime(LifetimeModel::Bdw, slow, 1, 0) / (0.8 / 0.3), 1, 1e-6);
  const LifetimeParameters fast{.alpha = 1.3, .beta = 0.8, .c = 3};
  double sum = 0;
  for (int t = 1; t < 20000; ++t) sum += std::exp(log_survival(LifetimeModel::Bdw, fast, t));
  EXPECT_NEAR(*discounted_residual_lifetime(LifetimeModel::Bdw, fast, 1, 0), sum, 1e-6);
  const LifetimeParameters ageless{.alpha = 1.9, .beta = 0.8, .c = 0.6};  // α·c = 1.14
  EXPECT_GT(*discounted_residual_lifetime(LifetimeModel::Bdw, ageless, 1, 0),
            *discounted_residual_lifetime(LifetimeModel::Bdw, ageless, 1, 1e-4));
  EXPECT_FALSE(discounted_residual_lifetime(LifetimeModel::Bdw, {.alpha = 1.9, .beta = 0.8, .c = 0.5}, 1, 0));
}

TEST(Projection, ResidualLifetimesHaveTheirShortForms) {
  const LifetimeParameters alike{.p = 0.2};
  EXPECT_NEAR(*discounted_residual_lifetime(LifetimeModel::Geometric, alike, 5, 0), 4, 1e-12);
  EXPECT_NEAR(*discounted_residual_lifetime(LifetimeModel::Geometric, alike, 1, 0.1), 0.8 / (1 - 0.8 / 1.1), 1e-12);
  const LifetimeParameters mixed{.alpha = 2, .beta = 3};
  EXPECT_NEAR(*discounted_residual_lifetime(LifetimeModel::Sbg, mixed, 1, 0), 3, 1e-12);  // β/(α - 1)
  EXPECT_NEAR(discounted_residual_lifetime(LifetimeModel::Sbg, mixed, 1, 1e-4).value_or(0), 3, 0.02);
  EXPECT_FALSE(discounted_residual_lifetime(LifetimeModel::Sbg, mixed, 1, 1e-6)) << "the sum has too many terms";
  EXPECT_FALSE(discounted_residual_lifetime(LifetimeModel::Sbg, {.alpha = 0.9, .beta = 3}, 1, 0));
  const double sbg = *discounted_residual_lifetime(LifetimeModel::Sbg, {.alpha = 0.9, .beta = 3}, 4, 0.1);
  const double bdw = *discounted_residual_lifetime(LifetimeModel::Bdw, {.alpha = 0.9, .beta = 3, .c = 1}, 4, 0.1);
  EXPECT_NEAR(sbg, bdw, 1e-8);
}

// The sum written out: α 0.704, β 1.182, 10 % a year, those who are there after seven renewals.
TEST(Projection, ResidualLifetimeIsTheDiscountedSum) {
  const LifetimeParameters at{.alpha = 0.704, .beta = 1.182};
  double sum = 0, stay = 1, discount = 1;
  for (int t = 8; t < 2000; ++t) {
    stay *= (1.182 + t - 1) / (0.704 + 1.182 + t - 1);
    sum += stay * discount;
    discount /= 1.1;
  }
  EXPECT_NEAR(*discounted_residual_lifetime(LifetimeModel::Sbg, at, 8, 0.1), sum, 1e-9);
}

Renewals renewals_of(const SubscriptionTable& table, std::int32_t as_of, const PeriodChoice& choice = {}) {
  return build_renewals(build_ages(build_spells(table, {.as_of = as_of}), choice, as_of), choice);
}

TEST(Renewals, OfPercentAreOfANominalThousand) {
  const Renewals renewals = build_renewals(percent({100, 63.1, 46.8}), kNominalSize);
  ASSERT_EQ(renewals.size(), 2U);
  EXPECT_NEAR(renewals[0].left, 369, 1e-9);
  EXPECT_NEAR(renewals[1].stayed, 468, 1e-9);
  const Renewals parts = build_renewals(percent({1, 0.631, 0.468}), kNominalSize);
  EXPECT_NEAR(parts[1].stayed, 468, 1e-9);
}

TEST(Renewals, OfASeriesThatBeginsBelowItAllStartAtAHundred) {
  const RetentionSeries series = percent({86.9, 74.3, 65.3});
  EXPECT_TRUE(series_start(series).left_out);
  const Renewals renewals = build_renewals(series, kNominalSize);
  ASSERT_EQ(renewals.size(), 3U);
  EXPECT_NEAR(renewals[0].left, 131, 1e-9);
  EXPECT_EQ(build_renewals({.retained = {50, 35, 28}, .percent = false}, 0)[0].left, 15);
}

// A leaves at the first renewal, B within the second month, C on the last day of February after a 31st, D stays.
TEST(Renewals, OfSubscriptionsCountWholeMonthsFromTheOwnStart) {
  const SubscriptionTable table = subscriptions({{.customer = "A", .start = "2025-01-10", .end = "2025-02-10"},
                                                 {.customer = "B", .start = "2025-01-10", .end = "2025-02-20"},
                                                 {.customer = "C", .start = "2025-01-31", .end = "2025-02-28"},
                                                 {.customer = "D", .start = "2025-01-10"}});
  const std::int32_t as_of = day("2025-04-09");
  const Renewals renewals = renewals_of(table, as_of);
  ASSERT_EQ(renewals.size(), 2U);  // the third renewal of D is the day after
  EXPECT_EQ(renewals[0].left, 2);
  EXPECT_EQ(renewals[0].stayed, 2);
  EXPECT_EQ(renewals[1].left, 1);
  EXPECT_EQ(renewals[1].stayed, 1);
}

TEST(Renewals, OfQuartersFollowFromTheAgesInMonths) {
  const SubscriptionTable table = subscriptions({{.customer = "A", .start = "2025-01-10", .end = "2025-04-10"},
                                                 {.customer = "B", .start = "2025-01-10", .end = "2025-04-11"},
                                                 {.customer = "C", .start = "2025-01-10"},
                                                 {.customer = "D", .start = "2025-06-15", .end = "2025-08-01"}});
  const std::int32_t as_of = day("2025-08-09");
  const SpellAges ages = build_ages(build_spells(table, {.as_of = as_of}), {}, as_of);
  const PeriodChoice quarters{.unit = PeriodUnit::Quarter};
  EXPECT_TRUE(answers(ages, quarters));
  EXPECT_FALSE(answers(ages, {.unit = PeriodUnit::Week}));
  const Renewals renewals = build_renewals(ages, quarters);
  ASSERT_EQ(renewals.size(), 2U);  // nobody knows D for a quarter
  EXPECT_EQ(renewals[0].left, 1);  // A; B left after the first renewal
  EXPECT_EQ(renewals[0].stayed, 2);
  EXPECT_EQ(renewals[1].left, 1);
  EXPECT_EQ(renewals[1].stayed, 1);
}

TEST(Renewals, OfWeeksAndDaysCountDays) {
  const SubscriptionTable table = subscriptions({{.customer = "A", .start = "2025-01-01", .end = "2025-01-15"},
                                                 {.customer = "B", .start = "2025-01-01", .end = "2025-01-16"},
                                                 {.customer = "C", .start = "2025-01-01"}});
  const std::int32_t as_of = day("2025-01-29");
  const Renewals weeks = renewals_of(table, as_of, {.unit = PeriodUnit::Week});
  ASSERT_EQ(weeks.size(), 4U);
  EXPECT_EQ(weeks[1].left, 1);
  EXPECT_EQ(weeks[2].left, 1);
  EXPECT_EQ(weeks[3].stayed, 1);
  const Renewals tens = renewals_of(table, as_of, {.unit = PeriodUnit::Days, .days = 10});
  ASSERT_EQ(tens.size(), 2U);
  EXPECT_EQ(tens[1].left, 2);
}

TEST(Renewals, AreNotSeenBeforeTheyAreDue) {
  const SubscriptionTable table = subscriptions({{.customer = "A", .start = "2025-01-10", .end = "2025-01-20"}});
  EXPECT_TRUE(renewals_of(table, day("2025-02-09")).empty());
  EXPECT_EQ(renewals_of(table, day("2025-02-10"))[0].left, 1);
}

TEST(Renewals, OfWholeTimesAreTheirSteps) {
  const std::vector<double> time{1, 1, 3, 3, 0};
  const Renewals renewals = build_renewals(build_steps(time, std::vector<std::uint8_t>{1, 0, 1, 0, 0}));
  ASSERT_EQ(renewals.size(), 3U);
  EXPECT_EQ(renewals[0].left, 1);
  EXPECT_EQ(renewals[0].stayed, 3);
  EXPECT_EQ(renewals[1].left, 0);
  EXPECT_EQ(renewals[1].stayed, 2);
  EXPECT_EQ(renewals[2].left, 1);
  EXPECT_TRUE(build_renewals(build_steps(std::vector<double>{0.5}, std::vector<std::uint8_t>{1})).empty());
}

TEST(Renewals, AreOfThoseWhoHaveEntered) {
  const Renewals renewals = build_renewals(
      SurvivalSteps{{.time = 1, .entered = 4}, {.time = 2, .left = 1}, {.time = 4, .left = 2, .censored = 3}});
  ASSERT_EQ(renewals.size(), 4U);
  EXPECT_EQ(renewals[0].stayed, 2);
  EXPECT_EQ(renewals[1].left, 1);
  EXPECT_EQ(renewals[1].stayed, 5);
  EXPECT_EQ(renewals[2].stayed, 5);
  EXPECT_EQ(renewals[3].left, 2);
  EXPECT_EQ(renewals[3].stayed, 3);
}

}  // namespace
}  // namespace kirnu

#include "metrics/lifetime_fit.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <random>

namespace kirnu {
namespace {

/// Percent still there as renewals of 1,000 customers.
Renewals of_percent(const std::vector<double>& percent) {
  Renewals renewals;
  for (std::size_t i = 1; i < percent.size(); ++i)
    renewals.push_back({.left = (percent[i - 1] - percent[i]) * 10, .stayed = percent[i] * 10});
  return renewals;
}

/// What a law expects of `size` customers.
Renewals expected(LifetimeModel model, const LifetimeParameters& at, std::size_t count, double size) {
  Renewals renewals;
  double before = size;
  for (std::size_t t = 1; t <= count; ++t) {
    const double now = size * std::exp(log_survival(model, at, static_cast<double>(t)));
    renewals.push_back({.left = before - now, .stayed = now});
    before = now;
  }
  return renewals;
}

const std::vector<double> kRegular{100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1};
const std::vector<double> kHighEnd{100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1};

LifetimeFit fitted(const Renewals& renewals, LifetimeModel model) {
  return std::get<LifetimeFit>(fit_lifetimes(renewals, model));
}
FitRefusal refused(const Renewals& renewals, LifetimeModel model) {
  return std::get<FitRefusal>(fit_lifetimes(renewals, model));
}

// Fader & Hardie (2007), "Regular" and "High End"; more digits and the forecasts by R's optim and lbeta.
TEST(LifetimeFit, IsThatOfTheSbgPaper) {
  const LifetimeFit regular = fitted(of_percent(kRegular), LifetimeModel::Sbg);
  EXPECT_NEAR(regular.parameters.alpha, 0.704077, 1e-6);
  EXPECT_NEAR(regular.parameters.beta, 1.182043, 1e-6);
  EXPECT_NEAR(regular.log_likelihood, -1680.265188, 1e-6);
  const double forecast[] = {0.2201, 0.2044, 0.1912, 0.1799, 0.1700};
  for (int i = 0; i < 5; ++i)
    EXPECT_NEAR(std::exp(log_survival(LifetimeModel::Sbg, regular.parameters, 8 + i)), forecast[i], 5e-5);
  const LifetimeFit high = fitted(of_percent(kHighEnd), LifetimeModel::Sbg);
  EXPECT_NEAR(high.parameters.alpha, 0.668088, 1e-6);
  EXPECT_NEAR(high.parameters.beta, 3.806095, 2e-6);
  EXPECT_NEAR(high.log_likelihood, -1611.158147, 1e-6);
}

TEST(LifetimeFit, WithAgeIsThatOfR) {
  const LifetimeFit regular = fitted(of_percent(kRegular), LifetimeModel::Bdw);
  EXPECT_NEAR(regular.parameters.alpha, 0.455614, 1e-6);
  EXPECT_NEAR(regular.parameters.beta, 0.779326, 1e-6);
  EXPECT_NEAR(regular.parameters.c, 1.283451, 1e-6);
  EXPECT_NEAR(regular.log_likelihood, -1679.602833, 1e-6);
  const LifetimeFit high = fitted(of_percent(kHighEnd), LifetimeModel::Bdw);
  EXPECT_NEAR(high.parameters.alpha, 0.214253, 1e-6);
  EXPECT_NEAR(high.parameters.beta, 1.426575, 2e-6);
  EXPECT_NEAR(high.parameters.c, 1.723565, 2e-6);
}

TEST(LifetimeFit, GeometricIsTheShareOfRenewalsLost) {
  const LifetimeFit fit = fitted({{.left = 20, .stayed = 80}, {.left = 10, .stayed = 70}}, LifetimeModel::Geometric);
  EXPECT_NEAR(fit.parameters.p, 30.0 / 180, 1e-9);
  EXPECT_NEAR(fit.covariance[0][0], 1 / (180 * (1.0 / 6) * (5.0 / 6)), 1e-6);  // of logit p
}

TEST(LifetimeFit, FindsTheParametersThatMadeTheNumbers) {
  std::minstd_rand random(7);
  std::uniform_real_distribution<double> spread(-2, 2);
  for (int i = 0; i < 60; ++i) {
    const LifetimeParameters at{
        .alpha = std::exp(spread(random)), .beta = std::exp(spread(random) + 1), .c = std::exp(spread(random) / 4)};
    SCOPED_TRACE(testing::Message() << "alpha " << at.alpha << " beta " << at.beta << " c " << at.c);
    LifetimeParameters alone = at;
    alone.c = 1;
    const LifetimeFit sbg = fitted(expected(LifetimeModel::Sbg, alone, 12, 1e5), LifetimeModel::Sbg);
    EXPECT_NEAR(sbg.parameters.alpha / at.alpha, 1, 1e-6);
    EXPECT_NEAR(sbg.parameters.beta / at.beta, 1, 1e-6);
    const LifetimeFit bdw = fitted(expected(LifetimeModel::Bdw, at, 12, 1e7), LifetimeModel::Bdw);
    EXPECT_NEAR(bdw.parameters.alpha / at.alpha, 1, 1e-4);
    EXPECT_NEAR(bdw.parameters.beta / at.beta, 1, 1e-4);
    EXPECT_NEAR(bdw.parameters.c / at.c, 1, 1e-4);
  }
}

TEST(LifetimeFit, ReadsLooksWithGapsBetweenThem) {
  const LifetimeParameters law{.alpha = 0.7, .beta = 1.2, .c = 1.3};
  for (const LifetimeModel model : {LifetimeModel::Sbg, LifetimeModel::Bdw}) {
    Renewals gaps(30);
    double before = 1000;
    std::size_t last = 0;
    for (const std::size_t t : {1U, 3U, 7U, 14U, 30U}) {
      const double now = 1000 * std::exp(log_survival(model, law, static_cast<double>(t)));
      gaps[t - 1] = {.left = before - now, .stayed = now, .since = t - last};
      before = now;
      last = t;
    }
    EXPECT_EQ(count_looks(gaps), 5U);
    const LifetimeFit fit = fitted(gaps, model);
    EXPECT_NEAR(fit.parameters.alpha, law.alpha, 1e-5);
    EXPECT_NEAR(fit.parameters.beta, law.beta, 1e-5);
    EXPECT_NEAR(model == LifetimeModel::Bdw ? fit.parameters.c : law.c, law.c, 1e-5);
  }
  EXPECT_EQ(refused({{}, {}, {.left = 5, .stayed = 5, .since = 3}}, LifetimeModel::Sbg), FitRefusal::FewPoints);
}

// Times ten the customers: the same law, known √10 times better.
TEST(LifetimeFit, OfMoreCustomersIsSurer) {
  Renewals renewals = of_percent(kRegular);
  const LifetimeFit few = fitted(renewals, LifetimeModel::Sbg);
  for (Renewal& renewal : renewals) renewal = {.left = renewal.left * 10, .stayed = renewal.stayed * 10};
  const LifetimeFit many = fitted(renewals, LifetimeModel::Sbg);
  EXPECT_NEAR(many.parameters.alpha, few.parameters.alpha, 1e-9);
  EXPECT_NEAR(many.log_likelihood, few.log_likelihood * 10, 1e-6);
  EXPECT_NEAR(many.covariance[0][0], few.covariance[0][0] / 10, 1e-8);
}

TEST(LifetimeFit, IsRefusedWhereTheNumbersTellNoLaw) {
  for (const LifetimeModel model : {LifetimeModel::Geometric, LifetimeModel::Sbg, LifetimeModel::Bdw}) {
    EXPECT_EQ(refused({}, model), FitRefusal::FewPoints);
    EXPECT_EQ(refused(of_percent({100, 60}), model), FitRefusal::FewPoints);
    EXPECT_EQ(refused(of_percent({100, 100, 100, 100}), model), FitRefusal::NobodyLeft);
    EXPECT_EQ(refused(of_percent({100, 0, 0, 0}), model), FitRefusal::NobodyStayed);
  }
  EXPECT_EQ(refused(of_percent({100, 60, 50}), LifetimeModel::Bdw), FitRefusal::FewPoints);
}

TEST(LifetimeFit, IsRefusedOnAFlatRidge) {
  const std::vector<std::vector<double>> flat{{100, 80, 64, 51.2, 40.96},       // everybody alike
                                              {100, 90, 81, 72.9, 65.6, 59.0},  // likewise, rounded
                                              {100, 95, 80, 50, 10},            // loss that speeds up
                                              {100, 60, 60, 60},                // nobody after the first renewal
                                              {100, 100, 100, 90, 80}};
  for (const std::vector<double>& percent : flat)
    EXPECT_EQ(refused(of_percent(percent), LifetimeModel::Sbg), FitRefusal::NotTold) << percent[1];
}

TEST(LifetimeFit, TakesMillisecondsAlsoOfLongAndHugeCohorts) {
  const LifetimeParameters at{.alpha = 0.8, .beta = 20, .c = 1.2};
  const Renewals renewals = expected(LifetimeModel::Bdw, at, 120, 1e9);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_NEAR(fitted(renewals, LifetimeModel::Bdw).parameters.c, 1.2, 1e-4);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  EXPECT_LT(took.count(), 500);  // 5 on an idle machine
}

}  // namespace
}  // namespace kirnu

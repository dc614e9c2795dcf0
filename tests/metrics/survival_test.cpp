#include "metrics/survival.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

#include "support/sample_facts.h"

namespace kirnu {
namespace {

// R's `aml`: months to relapse with and without maintenance; 0 is censored. Figures are R's.
const std::vector<double> kMaintained{9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161};
const std::vector<std::uint8_t> kMaintainedLeft{1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0};
const std::vector<double> kOthers{5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45};
const std::vector<std::uint8_t> kOthersLeft{1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1};

SurvivalSteps maintained() { return build_steps(kMaintained, kMaintainedLeft); }
SurvivalSteps others() { return build_steps(kOthers, kOthersLeft); }

/// A to E: rows that tell of the time after `entry`.
SurvivalTable late() {
  SurvivalTable table;
  table.groups.emplace_back();
  const std::vector<double> entry{0, 0, 2, 4, 5}, time{3, 5, 6, 8, 8};
  for (std::size_t i = 0; i < entry.size(); ++i) {
    table.entry.push_back(entry[i]);
    table.time.push_back(time[i]);
    table.left.push_back(i == 1 || i == 4 ? 0 : 1);
    add_code(table.groups[0], i == 0 || i == 2 ? "x" : "y");
  }
  return table;
}

TEST(Survival, IsThatOfR) {
  struct Row {
    double time, survival, error, low, high, log_low, log_high;
    std::int64_t at_risk;
  };
  const std::vector<Row> rows{
      {9, 0.9091, 0.0867, 0.5081, 0.9867, 0.7541, 1.0000, 11}, {13, 0.8182, 0.1163, 0.4474, 0.9512, 0.6192, 1.0000, 10},
      {18, 0.7159, 0.1397, 0.3502, 0.8990, 0.4884, 1.0000, 8}, {23, 0.6136, 0.1526, 0.2658, 0.8353, 0.3769, 0.9992, 7},
      {31, 0.4909, 0.1642, 0.1673, 0.7534, 0.2549, 0.9456, 5}, {34, 0.3682, 0.1627, 0.0928, 0.6570, 0.1549, 0.8753, 4},
      {48, 0.1841, 0.1535, 0.0117, 0.5250, 0.0359, 0.9435, 2}};
  const SurvivalCurve curve = build_survival(maintained());
  const SurvivalCurve log = build_survival(maintained(), SurvivalInterval::Log);
  EXPECT_EQ(curve.n, 11);
  EXPECT_EQ(curve.events, 7);
  EXPECT_EQ(curve.last_time, 161);
  ASSERT_EQ(curve.points.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    SCOPED_TRACE(rows[i].time);
    EXPECT_EQ(curve.points[i].time, rows[i].time);
    EXPECT_EQ(curve.points[i].at_risk, rows[i].at_risk);
    EXPECT_EQ(curve.points[i].events, 1);
    EXPECT_NEAR(curve.points[i].survival, rows[i].survival, 5e-5);
    EXPECT_NEAR(*curve.points[i].error, rows[i].error, 5e-5);
    EXPECT_NEAR(curve.points[i].interval->low, rows[i].low, 5e-5);
    EXPECT_NEAR(curve.points[i].interval->high, rows[i].high, 5e-5);
    EXPECT_NEAR(log.points[i].interval->low, rows[i].log_low, 5e-5);
    EXPECT_NEAR(log.points[i].interval->high, rows[i].log_high, 5e-5);
  }
}

// summary(fit, times = …)$n.risk
TEST(Survival, CountsWhoIsStillObserved) {
  const SurvivalCurve curve = build_survival(maintained());
  const std::vector<std::pair<double, std::int64_t>> rows{{0, 11}, {9, 11},  {13, 10}, {13.5, 8}, {20, 7},
                                                          {45, 3}, {100, 1}, {161, 1}, {162, 0}};
  for (const auto& [time, at_risk] : rows) EXPECT_EQ(at_risk_at(curve, time), at_risk) << time;
  std::vector<double> censored;
  for (const TimedCount& seen : curve.censored) censored.push_back(seen.time);
  EXPECT_EQ(censored, (std::vector<double>{13, 28, 45, 161}));
}

TEST(Survival, MediansHaveIntervalsThatMayNotEnd) {
  const MedianLifetime log = build_survival(maintained(), SurvivalInterval::Log).median;
  EXPECT_EQ(log.value, 31);
  EXPECT_EQ(log.low, 18);
  EXPECT_EQ(log.high, std::nullopt);
  const MedianLifetime log_log = build_survival(maintained()).median;
  EXPECT_EQ(log_log.value, 31);
  EXPECT_EQ(log_log.low, 13);
  EXPECT_EQ(log_log.high, std::nullopt);
  EXPECT_EQ(build_survival(others(), SurvivalInterval::Log).median.value, 23);
  EXPECT_EQ(build_survival(others(), SurvivalInterval::Log).median.low, 8);
}

TEST(Survival, AtZeroHasNoInterval) {
  const SurvivalPoint last = build_survival(others()).points.back();
  EXPECT_EQ(last.time, 45);
  EXPECT_EQ(last.survival, 0);
  EXPECT_FALSE(last.error);
  EXPECT_FALSE(last.interval);
}

TEST(Survival, AMedianOnAStretchIsItsMiddle) {
  const std::vector<double> time{2, 4, 10, 12};
  EXPECT_EQ(build_survival(build_steps(time, std::vector<std::uint8_t>{1, 1, 1, 1})).median.value, 7);
  EXPECT_EQ(build_survival(build_steps(time, std::vector<std::uint8_t>{1, 1, 0, 0})).median.value, 4);
  EXPECT_EQ(build_survival(build_steps(time, std::vector<std::uint8_t>{1, 0, 0, 0})).median.value, std::nullopt);
}

TEST(Survival, OfNobodyAndOfThoseWhoStayHasNoPoint) {
  EXPECT_TRUE(build_survival({}).points.empty());
  const SurvivalCurve curve = build_survival(build_steps(std::vector<double>{3, 4}, std::vector<std::uint8_t>{0, 0}));
  EXPECT_TRUE(curve.points.empty());
  EXPECT_EQ(curve.n, 2);
  EXPECT_EQ(build_restricted_mean(curve, 4).value, 4);
  EXPECT_EQ(build_restricted_mean(curve, 4).error, 0);
}

TEST(Survival, RestrictedMeansAreThoseOfR) {
  const RestrictedMean first = build_restricted_mean(build_survival(maintained()), 161);
  EXPECT_NEAR(first.value, 52.645, 1e-3);
  EXPECT_NEAR(first.error, 19.828, 1e-3);
  const RestrictedMean second = build_restricted_mean(build_survival(others()), 161);
  EXPECT_NEAR(second.value, 22.708, 1e-3);
  EXPECT_NEAR(second.error, 4.181, 1e-3);
  EXPECT_EQ(build_restricted_mean(build_survival(maintained()), 9).value, 9);
}

TEST(Survival, FractionsOfTimeAreTimesToo) {
  const SurvivalSteps steps =
      build_steps(std::vector<double>{2.5, 0.5, 2.5, 0.25}, std::vector<std::uint8_t>{1, 1, 0, 1});
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[0].time, 0.25);
  EXPECT_EQ(steps[2].left, 1);
  EXPECT_EQ(steps[2].censored, 1);
}

TEST(Survival, OfATableCanBeOfOneGroup) {
  SurvivalTable table;
  table.groups.emplace_back();
  for (std::size_t i = 0; i < 3; ++i) {
    table.time.push_back(static_cast<double>(i + 1));
    table.left.push_back(1);
    add_code(table.groups[0], i == 1 ? "b" : "a");
  }
  EXPECT_EQ(build_steps(table).size(), 3U);
  EXPECT_EQ(build_steps(table, &table.groups[0], 1).size(), 1U);
  EXPECT_EQ(build_steps(table, &table.groups[0], 1)[0].time, 2);
}

TEST(Survival, OfSpellsIsTheFirstSpellOfEverybody) {
  const SubscriptionTable table = subscriptions({{.customer = "A", .start = "2025-01-01", .end = "2025-01-11"},
                                                 {.customer = "A", .start = "2025-02-01", .end = "2025-02-02"},
                                                 {.customer = "B", .start = "2025-01-01"},
                                                 {.customer = "C", .start = "2025-01-20", .end = "2025-02-20"}});
  const std::int32_t as_of = day("2025-01-31");
  LengthCounts lengths;
  build_spells(table, {.as_of = as_of}).visit([&](std::uint32_t, const Spell* spell, const Spell*) {
    lengths.add(*spell, as_of);
  });
  const SurvivalSteps steps = lengths.take();
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[0].time, 10);
  EXPECT_EQ(steps[0].left, 1);
  EXPECT_EQ(steps[1].time, 11);
  EXPECT_EQ(steps[1].censored, 1);
  EXPECT_EQ(steps[2].time, 30);
  EXPECT_EQ(steps[2].censored, 1);
}

// At 3 A, B and C are at risk, at 6 C, D and E, at 8 D and E.
TEST(Survival, OfThoseObservedLaterIsOfWhoIsThere) {
  const SurvivalCurve curve = build_survival(build_steps(late()));
  EXPECT_EQ(curve.n, 5);
  EXPECT_EQ(curve.late, 3);
  EXPECT_EQ(curve.events, 3);
  ASSERT_EQ(curve.points.size(), 3U);
  const std::vector<std::pair<double, std::int64_t>> at_risk{{3, 3}, {6, 3}, {8, 2}};
  for (std::size_t i = 0; i < at_risk.size(); ++i) {
    EXPECT_EQ(curve.points[i].time, at_risk[i].first);
    EXPECT_EQ(curve.points[i].at_risk, at_risk[i].second);
  }
  EXPECT_DOUBLE_EQ(curve.points[0].survival, 2 / 3.0);
  EXPECT_DOUBLE_EQ(curve.points[1].survival, 4 / 9.0);
  EXPECT_DOUBLE_EQ(curve.points[2].survival, 2 / 9.0);
  EXPECT_NEAR(*curve.points[1].error, 4 / 9.0 * std::sqrt(1 / 3.0), 1e-12);
  EXPECT_EQ(curve.median.value, 6);
  const RestrictedMean mean = build_restricted_mean(curve, 8);
  EXPECT_NEAR(mean.value, 3 + 3 * 2 / 3.0 + 2 * 4 / 9.0, 1e-12);
  EXPECT_NEAR(mean.error, std::sqrt((8 / 9.0 * 8 / 9.0 + 26 / 9.0 * 26 / 9.0) / 6), 1e-12);
}

TEST(Survival, CountsWhoIsObservedWithEntries) {
  const SurvivalCurve curve = build_survival(build_steps(late()));
  const std::vector<std::pair<double, std::int64_t>> rows{{0, 2}, {2, 2}, {2.5, 3}, {3, 3}, {4, 2},
                                                          {5, 3}, {6, 3}, {8, 2},   {9, 0}};
  for (const auto& [time, at_risk] : rows) EXPECT_EQ(at_risk_at(curve, time), at_risk) << time;
}

TEST(Survival, StaysAtZeroWhoeverEntersLater) {
  SurvivalTable table;
  for (const auto& [entry, time] : std::vector<std::pair<double, double>>{{0, 3}, {2, 5}, {6, 9}, {7, 10}}) {
    table.entry.push_back(entry);
    table.time.push_back(time);
    table.left.push_back(time == 10 ? 0 : 1);
  }
  const SurvivalCurve curve = build_survival(build_steps(table));
  ASSERT_EQ(curve.points.size(), 3U);
  EXPECT_EQ(curve.points[1].survival, 0);
  EXPECT_EQ(curve.points[2].at_risk, 2);
  EXPECT_EQ(curve.points[2].survival, 0);
  EXPECT_FALSE(curve.points[2].interval);
  ASSERT_TRUE(find_early_end(curve));
  EXPECT_EQ(find_early_end(curve)->time, 5);
  EXPECT_FALSE(find_early_end(build_survival(others())));
}

TEST(Survival, RestsOnFewWhereOthersEnterLater) {
  const auto thin = [](int first, int later) {
    SurvivalTable table;
    for (int i = 0; i < first + later; ++i) {
      table.entry.push_back(i < first ? 0 : 5);
      table.time.push_back(i < first ? 1 + i : 10 + i);
      table.left.push_back(1);
    }
    return find_thin_point(build_survival(build_steps(table)));
  };
  ASSERT_TRUE(thin(4, 12));
  EXPECT_EQ(thin(4, 12)->time, 4);
  EXPECT_EQ(thin(4, 12)->at_risk, 1);
  EXPECT_FALSE(thin(4, 9)) << "few are there throughout";
  EXPECT_FALSE(find_thin_point(build_survival(maintained())));
}

TEST(Survival, CountsCustomersOfSeveralRowsOnce) {
  SurvivalTable table = late();  // A, and B in three rows of which the second goes on from the first
  for (const std::uint32_t customer : {0U, 1U, 2U, 1U, CodeColumn::kNone}) table.customer.push_back(customer);
  table.customers = 3;
  SurvivalCurve curve = build_survival(build_steps(table));
  count_customers(curve, table);
  EXPECT_EQ(curve.n, 4);
  EXPECT_EQ(curve.left, 3);
  EXPECT_EQ(curve.late, 2);
  SurvivalCurve of_x = build_survival(build_steps(table, &table.groups[0], 0));
  count_customers(of_x, table, &table.groups[0], 0);
  EXPECT_EQ(of_x.n, 2);
  EXPECT_EQ(of_x.late, 1);
}

TEST(Survival, NobodyIsLastSeenWhereTheNextRowGoesOn) {
  SurvivalTable table;
  table.groups.emplace_back();
  for (const double end : {3.0, 7.0}) {
    table.entry.push_back(end == 3 ? 0 : 3);
    table.time.push_back(end);
    table.left.push_back(end == 3 ? 0 : 1);
    table.before.push_back(end == 3 ? CodeColumn::kNone : 0);
    add_code(table.groups[0], end == 3 ? "x" : "y");
  }
  const SurvivalSteps steps = build_steps(table);
  ASSERT_EQ(steps.size(), 1U);
  EXPECT_EQ(steps[0].time, 7);
  EXPECT_EQ(at_risk_first(steps), 1);
  const SurvivalSteps of_y = build_steps(table, &table.groups[0], 1);  // who was an x before
  ASSERT_EQ(of_y.size(), 2U);
  EXPECT_EQ(of_y[0].entered, 1);
  EXPECT_EQ(at_risk_first(of_y), 0);
}

// At 3 and at 6 a third and two thirds of those at risk are x, at 8 none: 2 left, 1 was expected, variance 4/9.
TEST(LogRank, OfThoseObservedLaterIsOfWhoIsThere) {
  const SurvivalTable table = late();
  const std::vector<SurvivalSteps> groups{build_steps(table, &table.groups[0], 0),
                                          build_steps(table, &table.groups[0], 1)};
  const LogRank test = build_log_rank(groups).value();
  EXPECT_NEAR(test.expected[0], 1, 1e-12);
  EXPECT_NEAR(test.expected[1], 2, 1e-12);
  EXPECT_NEAR(test.chi2, 2.25, 1e-12);
}

TEST(LogRank, IsThatOfR) {
  const std::vector<SurvivalSteps> groups{maintained(), others()};
  const LogRank test = build_log_rank(groups).value();
  EXPECT_NEAR(test.chi2, 3.396389, 1e-6);
  EXPECT_EQ(test.df, 1);
  EXPECT_NEAR(test.p, 0.06533932, 1e-8);
  EXPECT_EQ(test.observed, (std::vector<std::int64_t>{7, 11}));
  EXPECT_NEAR(test.expected[0], 10.689336, 1e-6);
  EXPECT_NEAR(test.expected[1], 7.310664, 1e-6);
}

TEST(LogRank, TailsAreThoseOfTheChiSquaredTables) {
  struct Point {
    int df;
    double chi2;
  };
  for (const Point& point : {Point{1, 3.841459}, Point{2, 5.991465}, Point{3, 7.814728}, Point{4, 9.487729},
                             Point{5, 11.070498}, Point{6, 12.591587}, Point{7, 14.067140}}) {
    EXPECT_NEAR(chi_squared_p(point.chi2, point.df), 0.05, 1e-7) << point.df;
  }
  EXPECT_EQ(chi_squared_p(0, 3), 1);
  EXPECT_EQ(chi_squared_p(0, 4), 1);
}

TEST(LogRank, OfThreeGroupsDoesNotDependOnTheirOrder) {
  const std::vector<double> time{3, 6, 9, 12, 15};
  const SurvivalSteps third = build_steps(time, std::vector<std::uint8_t>{1, 0, 1, 1, 1});
  const LogRank one = build_log_rank(std::vector<SurvivalSteps>{maintained(), others(), third}).value();
  const LogRank other = build_log_rank(std::vector<SurvivalSteps>{third, maintained(), others()}).value();
  EXPECT_EQ(one.df, 2);
  EXPECT_NEAR(one.chi2, other.chi2, 1e-12);
  EXPECT_NEAR(one.expected[0] + one.expected[1] + one.expected[2], 22, 1e-12);
}

TEST(LogRank, OfAlikeGroupsIsNothing) {
  const LogRank test = build_log_rank(std::vector<SurvivalSteps>{others(), others()}).value();
  EXPECT_NEAR(test.chi2, 0, 1e-12);
  EXPECT_NEAR(test.p, 1, 1e-6);
}

TEST(LogRank, NeedsTwoGroupsAndSomebodyWhoLeft) {
  const SurvivalSteps stay = build_steps(std::vector<double>{3, 4}, std::vector<std::uint8_t>{0, 0});
  EXPECT_FALSE(build_log_rank(std::vector<SurvivalSteps>{others()}));
  EXPECT_FALSE(build_log_rank(std::vector<SurvivalSteps>{others(), {}}));
  EXPECT_FALSE(build_log_rank(std::vector<SurvivalSteps>{stay, stay}));
  EXPECT_FALSE(build_log_rank(std::vector<SurvivalSteps>(9, others())));
  const SurvivalSteps later{{.time = 50, .entered = 2}, {.time = 60, .left = 1}, {.time = 70, .left = 1}};
  EXPECT_FALSE(build_log_rank(std::vector<SurvivalSteps>{others(), later})) << "never there together";
}

}  // namespace
}  // namespace kirnu

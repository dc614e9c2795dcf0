#include "metrics/catalog.h"

#include <gtest/gtest.h>

#include <cmath>
#include <iterator>
#include <set>
#include <string>

#include "metrics/history.h"
#include "support/source_file.h"

namespace kirnu {
namespace {

Letters letters_of(const CountInputs& said, std::optional<PeriodUnit> unit = std::nullopt) {
  const CheckedCounts checked = check_counts(said);
  EXPECT_TRUE(checked.totals);
  std::optional<Period> period;
  if (unit) period = period_of(*unit);
  return build_letters(checked.totals.value_or(PeriodTotals{}), period);
}

struct Expected {
  const char* id;
  std::optional<double> value;
  double tolerance = 1e-12;
};

void expect_metrics(const Letters& letters, const std::vector<Expected>& rows) {
  for (const Expected& row : rows) {
    const Metric metric = build_metric(row.id, letters);
    EXPECT_EQ(metric.id, row.id);
    ASSERT_EQ(metric.value.has_value(), row.value.has_value()) << row.id;
    if (row.value) {
      EXPECT_NEAR(*metric.value, *row.value, row.tolerance) << row.id;
    }
  }
}

TEST(Catalog, MarketingHandbook1500And250) {
  const Letters letters = letters_of({.start = 1500, .lost = 250}, PeriodUnit::Year);
  expect_metrics(letters, {{"customers_lost", 250},
                           {"customer_churn_rate", 0.166666666666666667},
                           {"customer_retention_rate", 0.833333333333333333},
                           {"annual_churn_rate", 0.166666666666666667},
                           {"monthly_churn_rate", 0.015078624739111276},
                           {"ten_percent_test", 0.166666666666666667},
                           {"expected_lifetime", 6},
                           {"expected_lifetime_months", 72},
                           {"churn_rate_stripe", std::nullopt},
                           {"churn_rate_average_base", std::nullopt}});
  const Metric churn = build_metric("customer_churn_rate", letters);
  EXPECT_EQ(churn.numerator, 250);
  EXPECT_EQ(churn.denominator, 1500);
  ASSERT_TRUE(churn.interval);
  EXPECT_NEAR(churn.interval->low, 0.1487, 5e-5);
  EXPECT_NEAR(churn.interval->high, 0.1864, 5e-5);
  const Metric monthly = build_metric("monthly_churn_rate", letters);
  ASSERT_TRUE(monthly.interval);
  EXPECT_NEAR(monthly.interval->low, 0.01332274900256603, 1e-14);
  EXPECT_NEAR(monthly.interval->high, 0.017040907519864092, 1e-14);
}

TEST(Catalog, RetentionArticle100And15And105) {
  const Letters letters = letters_of({.start = 100, .new_kept = 15, .end = 105}, PeriodUnit::Month);
  expect_metrics(letters, {{"customer_retention_rate", 0.9},
                           {"customer_churn_rate", 0.1},
                           {"annual_churn_rate", 0.717570463519},
                           {"monthly_churn_rate", 0.1},
                           {"expected_lifetime", 10},
                           {"expected_lifetime_months", 10}});
  const Metric churn = build_metric("customer_churn_rate", letters);
  EXPECT_NEAR(churn.interval->low, 0.0552, 5e-5);
  EXPECT_NEAR(churn.interval->high, 0.1744, 5e-5);
  const Metric retention = build_metric("customer_retention_rate", letters);
  EXPECT_EQ(retention.numerator, 90);
  EXPECT_NEAR(retention.interval->low, 0.8256, 5e-5);
  EXPECT_NEAR(retention.interval->high, 0.9448, 5e-5);
}

TEST(Catalog, FiveDefinitionsOfOnePeriod) {
  const Letters letters =
      letters_of({.start = 200, .lost = 16, .new_kept = 35, .end = 219, .new_left = 5, .left_and_returned = 4});
  expect_metrics(letters, {{"customer_churn_rate", 0.08},
                           {"customer_retention_rate", 0.92},
                           {"churn_rate_stripe", 0.10416666666666667},
                           {"churn_events_rate", 0.125},
                           {"churn_rate_average_base", 0.11933174224343675}});
  EXPECT_FALSE(build_metric("churn_events_rate", letters).interval);
  EXPECT_FALSE(build_metric("churn_rate_stripe", letters).interval);
  EXPECT_FALSE(build_metric("churn_rate_average_base", letters).interval);
}

TEST(Catalog, DefinitionArticleThreeCustomersOneLeaves) {
  Letters letters = letters_of({.start = 3, .lost = 1});
  add_mrr(letters, {.start = 100, .churned = 50});
  expect_metrics(letters, {{"customers_lost", 1},
                           {"customer_churn_rate", 0.33333333333333333},
                           {"value_lost", 50},
                           {"value_lost_share", 0.5}});
}

TEST(Catalog, EventsMayPassOneHundredPercent) {
  const Letters letters = letters_of({.start = 10, .lost = 8, .new_left = 7});
  expect_metrics(letters, {{"churn_events_rate", 1.5}});
}

TEST(Catalog, RevenueMovements) {
  Letters letters = letters_of({.start = 1000, .lost = 30}, PeriodUnit::Month);
  add_mrr(
      letters,
      {.start = 100000, .churned = 3000, .contraction = 1000, .expansion = 7000, .new_ = 10000, .reactivation = 500});
  expect_metrics(letters, {{"gross_mrr_churn_rate", 0.04},
                           {"gross_mrr_churn_rate_without_contraction", 0.03},
                           {"net_mrr_churn_rate", -0.035},
                           {"net_mrr_churn_rate_without_reactivation", -0.03},
                           {"nrr", 1.03},
                           {"grr", 0.96},
                           {"value_lost", 3000},
                           {"value_lost_share", 0.03},
                           {"quick_ratio", 4.25},
                           {"quick_ratio_with_reactivation", 4.375},
                           {"mrr_lost", 4000},
                           {"mrr_end", 113500},
                           {"arpa", 100}});
  EXPECT_FALSE(build_metric("value_lost_share", letters).interval);
}

TEST(Catalog, RevenueOfFourCustomers) {
  Letters letters = letters_of({.start = 3, .lost = 1, .new_kept = 1, .end = 3});
  add_mrr(letters, {.start = 300, .churned = 100, .contraction = 40, .expansion = 50, .new_ = 80});
  expect_metrics(letters, {{"nrr", 0.7}, {"grr", 0.53333333333333333}, {"customer_churn_rate", 0.33333333333333333}});
}

TEST(Catalog, WhatNobodyLookedAtIsNotZero) {
  Letters letters = letters_of({.start = 10, .lost = 1}, PeriodUnit::Month);
  add_mrr(letters, {.start = 1000, .churned = 100});
  expect_metrics(letters, {{"gross_mrr_churn_rate", 0.1},
                           {"grr", 0.9},
                           {"mrr_lost", 100},
                           {"net_mrr_churn_rate", std::nullopt},
                           {"nrr", std::nullopt},
                           {"quick_ratio", std::nullopt},
                           {"quick_ratio_with_reactivation", std::nullopt},
                           {"mrr_end", std::nullopt}});
}

TEST(Catalog, QuickRatioWithoutLossHasNoAnswer) {
  Letters letters = letters_of({.start = 10, .lost = 0}, PeriodUnit::Month);
  add_mrr(letters, {.start = 1000, .churned = 0, .contraction = 0, .expansion = 10, .new_ = 50});
  expect_metrics(letters, {{"quick_ratio", std::nullopt}, {"gross_mrr_churn_rate", 0}, {"nrr", 1.01}});
}

TEST(Catalog, CentsLeaveNoMinusZero) {
  Letters letters = letters_of({.start = 2, .lost = 1});
  add_mrr(letters, {.start = 0.3, .churned = 0.1, .contraction = 0.2, .expansion = 0.3});
  EXPECT_EQ(build_metric("grr", letters).value, 0.0);
  EXPECT_EQ(build_metric("net_mrr_churn_rate", letters).value, 0.0);
  EXPECT_FALSE(std::signbit(*build_metric("grr", letters).value));
}

TEST(Catalog, ValueOfACustomer) {
  Letters letters = letters_of({.start = 1000, .lost = 50}, PeriodUnit::Month);
  add_value_inputs(letters, {.arpa = 50, .margin = 0.8, .discount = 0.1});
  expect_metrics(letters, {{"expected_lifetime", 20},
                           {"expected_lifetime_months", 20},
                           {"ltv", 800, 1e-9},
                           {"ltv_discounted", 695.46465577357, 1e-9}});
}

// A buys four times, B twice, C once; one of them has not bought for longer than the limit.
TEST(Catalog, BuyersComeAgainOrStop) {
  Letters letters;
  letters.customers = 3;
  letters.repeat = 2;
  letters.inactive = 1;
  expect_metrics(letters, {{"repeat_rate", 2.0 / 3}, {"inactive_rate", 1.0 / 3}});
}

// 100 customers, 5 lost a month, 50 a month at 80 %: five customers of 800, and 200 to win each anew. With 4 % instead,
// 40 · 100 · Σ (0.96^j - 0.95^j) more within twelve months.
TEST(Catalog, CostsOfALossAreThoseOfTheLostAndOfTheirReplacement) {
  Letters letters = letters_of({.start = 100, .lost = 5}, PeriodUnit::Month);
  add_value_inputs(letters, {.arpa = 50, .margin = 0.8, .acquisition_cost = 200});
  expect_metrics(letters, {{"cost_of_loss", 4000, 1e-9},
                           {"replacement_cost", 1000},
                           {"total_cost_of_loss", 5000, 1e-9},
                           {"one_point_less_churn", 2247.2299587027437, 1e-9}});
  add_value_inputs(letters, {.arpa = 50, .margin = 0.8});
  expect_metrics(letters, {{"cost_of_loss", 4000, 1e-9}, {"total_cost_of_loss", std::nullopt}});
}

// Of the 5 lost 2 stay: 3 of 100 are lost, and 2 pay 50. More cannot be kept than were lost.
TEST(Catalog, WhatIfSomeOfTheLostHadStayed) {
  Letters letters = letters_of({.start = 100, .lost = 5}, PeriodUnit::Month);
  add_value_inputs(letters, {.arpa = 50, .what_if_kept = 2});
  expect_metrics(letters, {{"what_if_churn_rate", 0.03}, {"what_if_value", 100}});
  Letters more = letters_of({.start = 100, .lost = 5}, PeriodUnit::Month);
  add_value_inputs(more, {.arpa = 50, .what_if_kept = 6});
  expect_metrics(more, {{"what_if_churn_rate", std::nullopt}, {"what_if_value", std::nullopt}});
}

// A year is one period: a point of 100 customers is one more who pays 50 at 80 %.
TEST(Catalog, OnePointLessOfAYearIsOneInAHundred) {
  Letters letters = letters_of({.start = 100, .lost = 25}, PeriodUnit::Year);
  add_value_inputs(letters, {.arpa = 50, .margin = 0.8});
  expect_metrics(letters, {{"one_point_less_churn", 40, 1e-9}});
}

// Of half a percent there is no point to take away: nobody would be lost, 100 · (1 - 0.995^1) = 0.5 customers more.
TEST(Catalog, OnePointLessStopsAtNobody) {
  Letters letters = letters_of({.start = 200, .lost = 1}, PeriodUnit::Year);
  add_value_inputs(letters, {.arpa = 50, .margin = 0.8});
  expect_metrics(letters, {{"one_point_less_churn", 40, 1e-9}});
  const std::string_view words = formula_text(*find_formula("one_point_less_churn"), letters);
  EXPECT_NE(words.find("(1 − max(0, {p} − 0.01))^j"), std::string_view::npos) << words;
}

TEST(Catalog, OnePointLessOfMoreThanAYearHasNoAnswer) {
  Letters letters = build_letters({.start = 100, .lost = 25}, period_of_days(730));
  add_value_inputs(letters, {.arpa = 50, .margin = 0.8});
  expect_metrics(letters, {{"one_point_less_churn", std::nullopt}});
}

TEST(Catalog, ValueOfAYearlyCustomerIsDiscountedByTheYear) {
  Letters letters = letters_of({.start = 100, .lost = 5}, PeriodUnit::Year);
  add_value_inputs(letters, {.arpa = 50, .margin = 0.8, .discount = 0.1});
  expect_metrics(letters, {{"ltv", 800, 1e-9}, {"ltv_discounted", 293.33333333333333, 1e-9}});
}

TEST(Catalog, AnArpaFromMonthlyRevenueIsTakenForTheOwnPeriod) {
  Letters letters = letters_of({.start = 100, .lost = 25}, PeriodUnit::Quarter);
  add_mrr(letters, {.start = 2000, .churned = 500});
  add_value_inputs(letters, {.margin = 0.5});
  expect_metrics(letters, {{"arpa", 20}, {"expected_lifetime", 4}, {"expected_lifetime_months", 12}, {"ltv", 120}});
  EXPECT_EQ(letters.arpa, 60);
}

TEST(Catalog, WithoutAPeriodNothingIsConverted) {
  Letters letters = letters_of({.start = 1500, .lost = 250});
  add_value_inputs(letters, {.arpa = 50, .margin = 0.8, .discount = 0.1});
  expect_metrics(letters, {{"customer_churn_rate", 0.166666666666666667},
                           {"annual_churn_rate", std::nullopt},
                           {"monthly_churn_rate", std::nullopt},
                           {"ten_percent_test", std::nullopt},
                           {"expected_lifetime", 6},
                           {"expected_lifetime_months", std::nullopt},
                           {"ltv_discounted", std::nullopt}});
}

TEST(Catalog, DaysAreConvertedByDays) {
  const CheckedCounts checked = check_counts({.start = 1000, .lost = 50});
  const Letters letters = build_letters(*checked.totals, period_of_days(30));
  expect_metrics(letters,
                 {{"annual_churn_rate", 0.46446178897166698}, {"monthly_churn_rate", 0.050709345710622, 1e-14}});
}

TEST(Catalog, NobodyAtTheStartHasNoRateAnywhere) {
  Letters letters = letters_of({.start = 0, .lost = 0, .new_kept = 5}, PeriodUnit::Month);
  add_mrr(letters, {.start = 0, .churned = 0, .contraction = 0, .expansion = 0, .new_ = 10});
  add_value_inputs(letters, {.margin = 0.8, .discount = 0.1});
  const std::set<std::string_view> answered{"customers_lost", "value_lost",        "mrr_lost",
                                            "mrr_end",        "churn_rate_stripe", "churn_rate_average_base"};
  for (const Formula& formula : all_formulas()) {
    const Metric metric = build_metric(formula.id, letters);
    if (formula.id == "churn_rate_average_base") {
      EXPECT_EQ(metric.value, 0.0) << "5 customers at the end are a base of 2.5";
    } else if (formula.id == "churn_rate_stripe") {
      EXPECT_EQ(metric.value, 0.0) << "the base are 5 new customers";
    } else {
      EXPECT_EQ(metric.value.has_value(), answered.contains(formula.id)) << formula.id;
    }
    EXPECT_FALSE(metric.interval) << formula.id;
  }
}

struct Edge {
  CountInputs said;
  double churn;
  double low, high;
};

TEST(Catalog, EdgesHaveTheirIntervals) {
  const Edge rows[] = {
      {.said = {.start = 20, .lost = 0}, .churn = 0, .low = 0, .high = 0.16112515805281935},
      {.said = {.start = 20, .lost = 20}, .churn = 1, .low = 0.83887484194718065, .high = 1},
      {.said = {.start = 1, .lost = 1}, .churn = 1, .low = 0.20654931437723743, .high = 1},
      {.said = {.start = 1, .lost = 0}, .churn = 0, .low = 0, .high = 0.79345068562276257},
      {.said = {.start = 20, .lost = 3}, .churn = 0.15, .low = 0.052368745896216611, .high = 0.36041886474075694},
      {.said = {.start = 1e15, .lost = 5e14}, .churn = 0.5, .low = 0.49999996901024838, .high = 0.50000003098975162},
  };
  for (const Edge& row : rows) {
    const Letters letters = letters_of(row.said, PeriodUnit::Month);
    const Metric churn = build_metric("customer_churn_rate", letters);
    EXPECT_EQ(churn.value, row.churn);
    EXPECT_NEAR(churn.interval->low, row.low, 1e-14);
    EXPECT_NEAR(churn.interval->high, row.high, 1e-14);
    const Metric retention = build_metric("customer_retention_rate", letters);
    EXPECT_NEAR(retention.interval->low, 1 - row.high, 1e-14);
    EXPECT_NEAR(retention.interval->high, 1 - row.low, 1e-14);
  }
}

TEST(Catalog, DaysOfAMarchReadSevenWays) {
  PeriodTotals march{.start = 4, .lost = 1, .new_kept = 1, .end = 4, .new_left = 1, .left_and_returned = 1};
  march.events_said = true;
  Letters letters = build_letters(march, period_of(PeriodUnit::Month));
  letters.daily = {{.lost = 0, .start = 4}, {.lost = 1, .start = 5}, {.lost = 1, .start = 4}, {.lost = 1, .start = 5}};
  letters.D = 31;
  letters.C_days = 129;
  letters.T_days = 129;
  expect_metrics(letters, {{"customer_churn_rate", 0.25},
                           {"churn_events_rate", 0.75},
                           {"churn_rate_stripe", 0.5},
                           {"churn_rate_average_base", 0.75},
                           {"churn_rate_daily_sum", 0.65},
                           {"churn_rate_daily_weighted", 93.0 / 129},
                           {"churn_hazard_30d", 0.5022585027750097}});
  letters.daily = {{.lost = 1, .start = 0}};
  letters.T_days = 0;
  expect_metrics(letters, {{"churn_rate_daily_sum", std::nullopt}, {"churn_hazard_30d", std::nullopt}});
}

TEST(Catalog, EveryoneLeavingStaysWithinOneYear) {
  const Letters letters = letters_of({.start = 20, .lost = 20}, PeriodUnit::Month);
  expect_metrics(letters, {{"annual_churn_rate", 1}, {"customer_retention_rate", 0}, {"expected_lifetime", 1}});
}

TEST(Catalog, NobodyLeavingHasNoLifetime) {
  Letters letters = letters_of({.start = 20, .lost = 0}, PeriodUnit::Month);
  add_value_inputs(letters, {.arpa = 50, .margin = 0.8});
  expect_metrics(letters, {{"annual_churn_rate", 0},
                           {"expected_lifetime", std::nullopt},
                           {"expected_lifetime_months", std::nullopt},
                           {"ltv", std::nullopt}});
}

TEST(Catalog, SeveralPeriodsCompound) {
  Letters letters;
  const PeriodCount months[] = {{.lost = 5, .start = 100}, {.lost = 4, .start = 100}, {.lost = 6, .start = 100}};
  add_history(letters, churn_shares(months));
  expect_metrics(letters, {{"compound_churn_rate", 0.14272}, {"mean_churn_rate", 0.050035089015323338}});
}

TEST(Catalog, CompoundingEdges) {
  Letters nothing;
  add_history(nothing, {});
  expect_metrics(nothing, {{"compound_churn_rate", std::nullopt}, {"mean_churn_rate", std::nullopt}});
  Letters end;
  add_history(end, std::vector<double>{0.5, 1});
  expect_metrics(end, {{"compound_churn_rate", 1}, {"mean_churn_rate", 1}});
  Letters small;
  add_history(small, std::vector<double>{1e-9, 1e-9});
  expect_metrics(small, {{"compound_churn_rate", 2e-9 - 1e-18, 1e-21}, {"mean_churn_rate", 1e-9, 1e-21}});
}

TEST(Catalog, UnknownIdHasNoAnswer) {
  const Metric metric = build_metric("happiness", Letters{});
  EXPECT_TRUE(metric.id.empty());
  EXPECT_FALSE(metric.value);
}

TEST(Catalog, IdsAreUniqueAndEveryLetterIsKnown) {
  std::set<std::string_view> ids;
  for (const Formula& formula : all_formulas()) {
    EXPECT_TRUE(ids.insert(formula.id).second) << formula.id;
    EXPECT_FALSE(formula.source.empty()) << formula.id;
    EXPECT_EQ(find_formula(formula.id), &formula);
    if (!formula.variant_of.empty()) {
      EXPECT_TRUE(find_formula(formula.variant_of)) << formula.id;
    }
    for (const std::string_view text : formula.texts) {
      for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const std::string_view token = text.substr(open + 1, text.find('}', open) - open - 1);
        EXPECT_TRUE(find_letter(token)) << formula.id << " names " << token;
      }
    }
  }
}

std::string documentation() { return read_source("docs/metrics.md"); }

TEST(Catalog, EveryFormulaIsDocumentedWithTheSameLetters) {
  const std::string page = documentation();
  for (const Formula& formula : all_formulas()) {
    std::string text(formula.texts.front());
    std::erase_if(text, [](char c) { return c == '{' || c == '}'; });
    const std::string row = "| `" + std::string(formula.id) + "` | " + text;
    EXPECT_NE(page.find(row), std::string::npos) << row;
  }
}

TEST(Catalog, FormulaTextNamesOnlyKnownLetters) {
  const Formula& retention = *find_formula("customer_retention_rate");
  EXPECT_EQ(formula_text(retention, letters_of({.start = 100, .lost = 10})), "({S} − {L}) ÷ {S}");
  EXPECT_EQ(formula_text(retention, letters_of({.start = 100, .new_kept = 15, .end = 105})), "({E} − {N'}) ÷ {S}");
  EXPECT_EQ(formula_text(retention, letters_of({.start = 100, .new_kept = 15, .end = 105, .returned = 0})),
            "({E} − {N'} − {R'}) ÷ {S}");
  EXPECT_EQ(formula_text(retention, Letters{}), "({E} − {N'} − {R'}) ÷ {S}");
}

TEST(Catalog, ConversionLettersAreMonthsOrDays) {
  const Letters year = letters_of({.start = 10, .lost = 1}, PeriodUnit::Year);
  EXPECT_EQ(year.a, 12);
  EXPECT_EQ(year.b_month, 1);
  EXPECT_EQ(year.b_year, 12);
  const Letters week = letters_of({.start = 10, .lost = 1}, PeriodUnit::Week);
  EXPECT_EQ(week.a, 7);
  EXPECT_EQ(week.b_month, 30.436875);
  EXPECT_EQ(week.b_year, 365.2425);
}

}  // namespace
}  // namespace kirnu

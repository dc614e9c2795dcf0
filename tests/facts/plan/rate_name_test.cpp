#include "facts/plan/rate_name.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

TEST(RateName, SaysThePeriodOfTheRate) {
  struct Row {
    const char* name;
    std::optional<PeriodUnit> unit;
  };
  const Row rows[] = {{"Monthly churn rate", PeriodUnit::Month},
                      {"Churn pro Monat", PeriodUnit::Month},
                      {"monatliche Kündigungsrate", PeriodUnit::Month},
                      {"Kuukausipoistuma", PeriodUnit::Month},
                      {"Poistuma-% / kk", PeriodUnit::Month},
                      {"Quarterly churn", PeriodUnit::Quarter},
                      {"Vierteljährliche Abwanderungsrate", PeriodUnit::Quarter},
                      {"Annual churn rate", PeriodUnit::Year},
                      {"Annualised churn, %", PeriodUnit::Year},
                      {"Jährliche Abwanderungsrate", PeriodUnit::Year},
                      {"Churn p.a.", PeriodUnit::Year},
                      {"Poistumaprosentti vuodessa", PeriodUnit::Year},
                      {"Weekly churn", PeriodUnit::Week},
                      {"Wöchentliche Kündigungsquote", PeriodUnit::Week},
                      {"Churn rate", std::nullopt},
                      {"Churn rate 2024", std::nullopt},
                      {"12-month churn rate", PeriodUnit::Year},
                      {"LTM churn rate", PeriodUnit::Year},
                      {"Churn (12M)", PeriodUnit::Year},
                      {"12 kk liukuva poistuma", PeriodUnit::Year},
                      {"Trailing twelve months churn", PeriodUnit::Year},
                      {"Churn (letzte 12 Monate)", PeriodUnit::Year},
                      {"Churn letzte 90 Tage", PeriodUnit::Quarter},
                      {"30-day churn", PeriodUnit::Month},
                      {"18-month churn", std::nullopt},
                      {"3-month average churn", std::nullopt},
                      {"Churn 3. Monat", std::nullopt}};
  for (const Row& row : rows) EXPECT_EQ(unit_of_rate(row.name), row.unit) << row.name;
}

TEST(RateName, MayBeOfALengthThatNobodyKnows) {
  for (const char* unknown : {"Rolling churn", "18-month churn", "Churn gleitend", "liukuva poistumaprosentti"}) {
    EXPECT_TRUE(is_of_unknown_length(unknown)) << unknown;
    EXPECT_FALSE(told_rate_kind(unknown)) << unknown;
  }
  for (const char* known : {"Churn rate", "Churn rate 2024", "Rolling 12-month churn", "3-month average churn"})
    EXPECT_FALSE(is_of_unknown_length(known)) << known;
}

TEST(RateName, IsOfCustomersLostOrKeptInTheRow) {
  EXPECT_EQ(told_rate_kind("churn_rate"), ToldRateKind::Churn);
  EXPECT_EQ(told_rate_kind("Kündigungsquote"), ToldRateKind::Churn);
  EXPECT_EQ(told_rate_kind("Retention rate"), ToldRateKind::Retention);
  for (const char* other : {"Churned", "MRR churn rate", "Average churn rate", "Churn rate YTD", "Churn rate plan"})
    EXPECT_FALSE(told_rate_kind(other)) << other;
}

TEST(RateName, ItsCellsAreRoundedAsPrinted) {
  const std::optional<ToldRate> percent = read_told_rate("7,1 %", ToldRateKind::Churn, false);
  ASSERT_TRUE(percent);
  EXPECT_DOUBLE_EQ(percent->churn, 0.071);
  EXPECT_NEAR(percent->rounding, 0.00055, 1e-12);
  const std::optional<ToldRate> kept = read_told_rate("92", ToldRateKind::Retention, true);
  ASSERT_TRUE(kept);
  EXPECT_DOUBLE_EQ(kept->churn, 1 - 0.92);
  EXPECT_NEAR(kept->rounding, 0.0055, 1e-12);
  EXPECT_FALSE(read_told_rate("-", ToldRateKind::Churn, false));
}

}  // namespace
}  // namespace kirnu

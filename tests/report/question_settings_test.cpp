#include "report/question_settings.h"

#include <gtest/gtest.h>

#include "base/definition.h"

namespace kirnu {
namespace {

QuestionSettings with(std::string_view key, std::string_view value) {
  QuestionSettings settings;
  EXPECT_EQ(take_setting(settings, key, value), SettingOutcome::Done) << key << "=" << value;
  return settings;
}

TEST(QuestionSettings, AreTakenFromTheirTexts) {
  EXPECT_EQ(write_date(*with("from", "2025-01-31").from), "2025-01-31");
  EXPECT_EQ(write_date(*with("as_of", "2024-02-29").as_of), "2024-02-29");
  EXPECT_EQ(with("period", "quarter").period->unit, PeriodUnit::Quarter);
  EXPECT_EQ(with("period", "30").period->days, 30);
  EXPECT_TRUE(with("period", "fiscal_year").fiscal_year);
  EXPECT_EQ(with("fiscal_year_start", "7").fiscal_year_start, 7);
  EXPECT_EQ(with("time_zone", "Europe/Helsinki").time_zone, "Europe/Helsinki");
  EXPECT_EQ(with("churn_date", "cancellation").churn_date, ChurnDate::Cancellation);
  EXPECT_EQ(with("gap_days", "30").gap_days, 30);
  EXPECT_FALSE(with("past_due", "exclude").count_past_due);
  EXPECT_TRUE(with("trials", "count").count_trials);
  EXPECT_EQ(write_date(with("before", "2023-01-01/2024-01-01").before->end), "2024-01-01");
  EXPECT_EQ(with("measure", "value").measure, PurchaseMeasure::Value);
  EXPECT_EQ(with("retention", "on_or_after").retention, RetentionRule::OnOrAfter);
  EXPECT_EQ(with("survival_interval", "log").survival_interval, SurvivalInterval::Log);
  EXPECT_EQ(with("tau", "12,5").tau, 12.5);
  EXPECT_EQ(with("segment", "Plan").segment, "Plan");
  EXPECT_DOUBLE_EQ(*with("margin", "80%").margin, 0.8);
  EXPECT_DOUBLE_EQ(*with("margin", "0.8").margin, 0.8);
  EXPECT_DOUBLE_EQ(*with("margin", "1").margin, 0.01);
  EXPECT_EQ(with("threshold", "250").threshold, 250);
}

TEST(QuestionSettings, GoBackToTheDefaultWithAnEmptyText) {
  QuestionSettings settings = with("gap_days", "30");
  take_setting(settings, "gap_days", "");
  EXPECT_FALSE(settings.gap_days);
  take_setting(settings, "from", "2025-01-31");
  take_setting(settings, "from", "");
  EXPECT_FALSE(settings.from);
}

TEST(QuestionSettings, RefuseWhatIsNoValueAndStayAsTheyWere) {
  struct Row {
    const char* key;
    const char* value;
  };
  const Row rows[] = {{"from", "2025-02-30"},     {"from", "31.1.2025"}, {"from", "0999-01-01"},
                      {"period", "moon"},         {"gap_days", "-1"},    {"gap_days", "1.5"},
                      {"fiscal_year_start", "0"}, {"trials", "yes"},     {"before", "2024-01-01/2024-01-01"},
                      {"before", "2024-01-01"},   {"tau", "0"},          {"tau", "long"},
                      {"margin", "180%"},         {"threshold", "-1"},   {"time_zone", "<script>"}};
  for (const Row& row : rows) {
    QuestionSettings settings;
    EXPECT_EQ(take_setting(settings, row.key, row.value), SettingOutcome::BadValue) << row.key << "=" << row.value;
    EXPECT_FALSE(setting_values(row.key).empty()) << row.key;
  }
  QuestionSettings settings = with("period", "month");
  take_setting(settings, "period", "moon");
  EXPECT_EQ(settings.period->unit, PeriodUnit::Month);
}

TEST(QuestionSettings, TakeNumbersAsTheyAre) {
  QuestionSettings settings;
  EXPECT_EQ(take_setting(settings, "margin", 0.8), SettingOutcome::Done);
  EXPECT_EQ(settings.margin, 0.8);
  EXPECT_EQ(take_setting(settings, "margin", 1.5), SettingOutcome::BadValue);
  EXPECT_EQ(take_setting(settings, "arpa", 0.1234567890123456), SettingOutcome::Done);
  EXPECT_EQ(settings.arpa, 0.1234567890123456);
  EXPECT_EQ(take_setting(settings, "horizon", 2.5), SettingOutcome::BadValue);
  EXPECT_EQ(take_setting(settings, "horizon", 12), SettingOutcome::Done);
  EXPECT_EQ(settings.horizon, 12);
  EXPECT_EQ(take_setting(settings, "from", 12), SettingOutcome::UnknownKey);
}

TEST(QuestionSettings, NameEveryDefinition) {
  for (const Definition& definition : kDefinitions) {
    QuestionSettings settings;
    EXPECT_EQ(take_setting(settings, "definition", definition.name), SettingOutcome::Done);
    EXPECT_NE(setting_values("definition").find(definition.name), std::string_view::npos) << definition.name;
  }
}

TEST(QuestionSettings, KnowTheirKeys) {
  QuestionSettings settings;
  EXPECT_EQ(take_setting(settings, "gap", "3"), SettingOutcome::UnknownKey);
  EXPECT_EQ(setting_values("gap"), "");
}

}  // namespace
}  // namespace kirnu

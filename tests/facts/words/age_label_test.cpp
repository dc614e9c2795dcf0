#include "facts/words/age_label.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

struct LabelRow {
  const char* text;
  std::optional<int> age;
  std::optional<PeriodUnit> unit = {};
};
void PrintTo(const LabelRow& one, std::ostream* out) { *out << one.text; }

class AgeLabels : public testing::TestWithParam<LabelRow> {};

TEST_P(AgeLabels, AreReadAsPeopleWriteThem) {
  const LabelRow& row = GetParam();
  const std::optional<AgeLabel> read = read_age_label(row.text);
  ASSERT_EQ(read.has_value(), row.age.has_value()) << row.text;
  if (!read) return;
  EXPECT_EQ(read->age, *row.age) << row.text;
  EXPECT_EQ(read->unit, row.unit) << row.text;
}

INSTANTIATE_TEST_SUITE_P(
    All, AgeLabels,
    testing::Values(LabelRow{"0", 0}, LabelRow{"12", 12}, LabelRow{"Month 3", 3, PeriodUnit::Month},
                    LabelRow{"M+3", 3, PeriodUnit::Month}, LabelRow{"M03", 3, PeriodUnit::Month},
                    LabelRow{"3. Monat", 3, PeriodUnit::Month}, LabelRow{"nach 3 Monaten", 3, PeriodUnit::Month},
                    LabelRow{"kk 3", 3, PeriodUnit::Month}, LabelRow{"Week_1", 1, PeriodUnit::Week},
                    LabelRow{"Month 1 (%)", 1, PeriodUnit::Month}, LabelRow{"Period 2", 2},
                    LabelRow{"Vuosi 0", 0, PeriodUnit::Year}, LabelRow{"2024", {}}, LabelRow{"Month", {}},
                    LabelRow{"Month 1-3", {}}, LabelRow{"Plan 3", {}}, LabelRow{"", {}}));

TEST(AgeLabel, ARunBeginsAtNothingOrOneAndCountsUp) {
  EXPECT_EQ(first_age({"0", "1", "2"})->age, 0);
  EXPECT_EQ(first_age({"Month 1", "Month 2"})->age, 1);
  EXPECT_FALSE(first_age({"2", "3"}));
  EXPECT_FALSE(first_age({"0", "1", "7"}));
  EXPECT_FALSE(first_age({}));
}

}  // namespace
}  // namespace kirnu

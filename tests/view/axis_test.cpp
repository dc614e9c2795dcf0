#include "view/axis.h"
#include "report/catalogue.h"

#include <gtest/gtest.h>

#include "text/words.h"
#include "view/curve.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

using Texts = std::vector<std::string>;

Texts labels_of(const Axis& axis) {
  Texts labels;
  for (const Tick& tick : axis.ticks) labels.push_back(tick.label);
  return labels;
}

TEST(CountAxis, HasNoTickAtHalfACustomer) {
  EXPECT_EQ(labels_of(count_axis(1, Language::En)), (Texts{"0", "1"}));
  EXPECT_EQ(labels_of(count_axis(2, Language::En)), (Texts{"0", "1", "2"}));
  EXPECT_EQ(labels_of(count_axis(7, Language::En)), (Texts{"0", "2", "4", "6"}));
  EXPECT_EQ(labels_of(count_axis(4500, Language::De)), (Texts{"0", "1.000", "2.000", "3.000", "4.000"}));
  EXPECT_EQ(count_axis(2, Language::En).high, 2);
  EXPECT_EQ(labels_of(count_axis(0, Language::En)), (Texts{"0", "1"}));
}

TEST(NumberAxis, HasTicksBetweenWholeNumbersWhereTimeIsShort) {
  EXPECT_EQ(labels_of(level_axis(71, Language::En)), (Texts{"0", "20", "40", "60", "80"}));
  EXPECT_EQ(level_axis(71, Language::En).high, 80);
  EXPECT_EQ(level_axis(80, Language::En).high, 80);
  EXPECT_EQ(labels_of(level_axis(0, Language::En)), (Texts{"0", "1"}));
  EXPECT_EQ(labels_of(number_axis(2, Language::De)), (Texts{"0,0", "0,5", "1,0", "1,5", "2,0"}));
}

TEST(NameLastTick, SaysWhatIsCountedAlsoOfOne) {
  const Words words = words_of(Language::En);
  EXPECT_EQ(labels_of(length_axis(23.9, "month", Language::En)), (Texts{"0", "6", "12", "18"}));
  EXPECT_EQ(labels_of(length_axis(46, "month", Language::En)), (Texts{"0", "12", "24", "36"}));
  EXPECT_EQ(labels_of(length_axis(2, "month", Language::En)), (Texts{"0.0", "0.5", "1.0", "1.5", "2.0"}));
  EXPECT_EQ(labels_of(length_axis(60, "week", Language::En)), (Texts{"0", "13", "26", "39", "52"}));
  EXPECT_EQ(labels_of(length_axis(24, "year", Language::En)), (Texts{"0", "5", "10", "15", "20"}));
  Axis many = count_axis(30, Language::En), one = count_axis(1, Language::En), none;
  name_last_tick(many, words, "lifetime.periods.month");
  name_last_tick(one, words, "lists.customers");
  name_last_tick(none, words, "lists.customers");
  EXPECT_EQ(labels_of(many), (Texts{"0", "10", "20", "30 months"}));
  EXPECT_EQ(labels_of(one), (Texts{"0", "1 customer"}));
  EXPECT_TRUE(none.ticks.empty());
}

TEST(ShareAxis, WritesWhatIsBelowZeroWithAMinus) {
  EXPECT_EQ(labels_of(share_axis(-0.4, 0.4, Language::En)), (Texts{"−40%", "−20%", "0%", "20%", "40%"}));
}

TEST(Band, RunsAlongItsUpperEdgeAndBackAlongItsLowerOne) {
  Chart chart;
  add_band(chart, {{0, {.low = 0.1, .high = 0.3}}, {1, {.low = 0.2, .high = 0.5}}});
  ASSERT_EQ(chart.shapes.size(), 1U);
  const std::vector<Point>& points = chart.shapes[0].points;
  ASSERT_EQ(points.size(), 4U);
  const double expected[4][2] = {{0, 0.3}, {1, 0.5}, {1, 0.2}, {0, 0.1}};
  for (std::size_t i = 0; i < points.size(); ++i) {
    EXPECT_EQ(points[i].x, expected[i][0]) << i;
    EXPECT_EQ(points[i].y, expected[i][1]) << i;
  }
  Chart empty;
  add_band(empty, {{0, {.low = 0.1, .high = 0.3}}});
  EXPECT_TRUE(empty.shapes.empty()) << "one place has no area";
}

TEST(Stride, SaysNoMoreThanTheMost) {
  EXPECT_EQ(stride_of(0, 60), 1U);
  EXPECT_EQ(stride_of(59, 60), 1U);
  EXPECT_EQ(stride_of(60, 60), 2U);
  EXPECT_EQ(stride_of(600, 60), 11U);
}

TEST(ShownNumber, HasAMinusAsWideAsItsPlusInEveryLanguage) {
  for (const Language language : {Language::En, Language::De, Language::Fi}) {
    EXPECT_EQ(shown_signed(-12, 0, language), "−12");
    EXPECT_EQ(shown_number(0, 0, language), "0");
  }
  EXPECT_EQ(shown_money(-1234.5, "EUR", Language::En), "−€1,234.50");
  EXPECT_EQ(shown_money(-1234.5, "EUR", Language::De), "−1.234,50\u00A0€");
  EXPECT_EQ(shown_percent(-0.035, 2, Language::De), "−3,50\u00A0%");
  EXPECT_EQ(shown_interval(-0.5, -0.1, 0, Language::En), "−50 – −10%");
  EXPECT_EQ(shown_range(-2, 3, 0, Language::Fi), "−2 – 3");
}

}  // namespace
}  // namespace kirnu

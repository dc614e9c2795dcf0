#include "text/billing_interval.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

struct Written {
  const char* text;
  double months, days;
};

TEST(BillingInterval, IsReadAsPeopleAndProgramsWriteIt) {
  const Written words[] = {{"month", 1, 0},
                           {"Monthly", 1, 0},
                           {"monatlich", 1, 0},
                           {"kuukausittain", 1, 0},
                           {"1 kk", 1, 0},
                           {"m", 1, 0},
                           {"3 months", 3, 0},
                           {"every 2 weeks", 0, 14},
                           {"biweekly", 0, 14},
                           {"weekly", 0, 7},
                           {"wöchentlich", 0, 7},
                           {"viikoittain", 0, 7},
                           {"Quarterly", 3, 0},
                           {"vierteljährlich", 3, 0},
                           {"Quartal", 3, 0},
                           {"neljännesvuosittain", 3, 0},
                           {"halbjährlich", 6, 0},
                           {"semi-annual", 6, 0},
                           {"puolivuosittain", 6, 0},
                           {"year", 12, 0},
                           {"annually", 12, 0},
                           {"jährlich", 12, 0},
                           {"Vuosi", 12, 0},
                           {"2 years", 24, 0},
                           {"P1Y", 12, 0},
                           {"P3M", 3, 0},
                           {"P1W", 0, 7},
                           {"12", 12, 0},
                           {"12m", 12, 0},
                           {"daily", 0, 1},
                           {"30 days", 0, 30},
                           {"täglich", 0, 1},
                           {"päivittäin", 0, 1},
                           {"alle drei Monate", 3, 0},
                           {"every three months", 3, 0},
                           {"kolmen kuukauden välein", 3, 0},
                           {"kahden kuukauden välein", 2, 0},
                           {"zweimonatlich", 2, 0},
                           {"dreimonatlich", 3, 0},
                           {"every other month", 2, 0},
                           {"six-monthly", 6, 0},
                           {"4 x im Jahr", 3, 0},
                           {"2x vuodessa", 6, 0},
                           {"2/Jahr", 6, 0},
                           {"twice a year", 6, 0},
                           {"once a month", 1, 0},
                           {"zweimal im Jahr", 6, 0},
                           {"kahdesti vuodessa", 6, 0},
                           {"1/4-jährlich", 3, 0},
                           {"½ Jahr", 6, 0},
                           {"ein halbes Jahr", 6, 0},
                           {"puolen vuoden välein", 6, 0},
                           {"zwei Jahre", 24, 0},
                           {"alle zwei Wochen", 0, 14},
                           {"joka toinen viikko", 0, 14},
                           {"neljän kuukauden välein", 4, 0},
                           {"jeden zweiten Monat", 2, 0},
                           {"month-to-month", 1, 0},
                           {"1 year (12 months)", 12, 0},
                           {"quarter-yearly", 3, 0},
                           {"biannual", 6, 0},
                           {"twice a month", 0.5, 0},
                           {"14-tägig", 0, 14},
                           {"Months: 3", 3, 0},
                           {"p.a.", 12, 0},
                           {"€/Monat", 1, 0}};
  for (const Written& word : words) {
    const std::optional<BillingInterval> interval = read_billing_interval(word.text);
    ASSERT_TRUE(interval) << word.text;
    EXPECT_EQ(interval->months, word.months) << word.text;
    EXPECT_EQ(interval->days, word.days) << word.text;
  }
  for (const char* text : {"", " ", "once", "lifetime", "einmalig", "pro", "0 months", "99999 months", "bimonthly",
                           "every few months", "monthly or yearly", "zweieinhalb Jahre", "one and a half years"})
    EXPECT_FALSE(read_billing_interval(text)) << text;
}

}  // namespace
}  // namespace kirnu

#include "text/number_format.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace kirnu {
namespace {

/// What Intl.NumberFormat of en-US, de-DE and fi-FI writes.
struct Case {
  double value;
  int decimals;
  std::string english, german, finnish;
};

TEST(NumberFormat, WritesNumbersAsIntlDoes) {
  const std::vector<Case> cases{
      {0, 0, "0", "0", "0"},
      {0, 2, "0.00", "0,00", "0,00"},
      {5, 0, "5", "5", "5"},
      {999, 0, "999", "999", "999"},
      {1000, 0, "1,000", "1.000", "1\u00A0000"},
      {1500, 0, "1,500", "1.500", "1\u00A0500"},
      {12345.678, 1, "12,345.7", "12.345,7", "12\u00A0345,7"},
      {1234567.891, 2, "1,234,567.89", "1.234.567,89", "1\u00A0234\u00A0567,89"},
      {-1234.5, 1, "-1,234.5", "-1.234,5", "\u22121\u00A0234,5"},
      {-12, 0, "-12", "-12", "\u221212"},
      {1.005, 2, "1.01", "1,01", "1,01"},
      {2.5, 0, "3", "3", "3"},
      {3.5, 0, "4", "4", "4"},
      {-2.5, 0, "-3", "-3", "\u22123"},
      {0.125, 2, "0.13", "0,13", "0,13"},
      {0.5, 0, "1", "1", "1"},
      {0.285, 2, "0.29", "0,29", "0,29"},
      {1e+21, 0, "1,000,000,000,000,000,000,000", "1.000.000.000.000.000.000.000",
       "1\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000"},
      {1e-7, 2, "0.00", "0,00", "0,00"},
      {999999.995, 2, "1,000,000.00", "1.000.000,00", "1\u00A0000\u00A0000,00"},
      {9.995, 2, "10.00", "10,00", "10,00"},
      {0.1, 20, "0.10000000000000000000", "0,10000000000000000000", "0,10000000000000000000"},
      {123456789012345680000.0, 0, "123,456,789,012,345,680,000", "123.456.789.012.345.680.000",
       "123\u00A0456\u00A0789\u00A0012\u00A0345\u00A0680\u00A0000"},
      {5e-324, 2, "0.00", "0,00", "0,00"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(format_number(c.value, c.decimals, Language::En), c.english) << c.value;
    EXPECT_EQ(format_number(c.value, c.decimals, Language::De), c.german) << c.value;
    EXPECT_EQ(format_number(c.value, c.decimals, Language::Fi), c.finnish) << c.value;
  }
}

TEST(NumberFormat, WritesPercentAsIntlDoes) {
  const std::vector<Case> cases{
      {0.16666666666666666, 2, "16.67%", "16,67\u00A0%", "16,67\u00A0%"},
      {0.149, 1, "14.9%", "14,9\u00A0%", "14,9\u00A0%"},
      {1, 0, "100%", "100\u00A0%", "100\u00A0%"},
      {0, 1, "0.0%", "0,0\u00A0%", "0,0\u00A0%"},
      {-0.035, 1, "-3.5%", "-3,5\u00A0%", "\u22123,5\u00A0%"},
      {0.00005, 2, "0.01%", "0,01\u00A0%", "0,01\u00A0%"},
      {0.1667, 2, "16.67%", "16,67\u00A0%", "16,67\u00A0%"},
      {12.345, 0, "1,235%", "1.235\u00A0%", "1\u00A0235\u00A0%"},
      {0.145, 0, "15%", "15\u00A0%", "15\u00A0%"},
      {1.15, 0, "115%", "115\u00A0%", "115\u00A0%"},
      {0.285, 0, "29%", "29\u00A0%", "29\u00A0%"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(format_percent(c.value, c.decimals, Language::En), c.english) << c.value;
    EXPECT_EQ(format_percent(c.value, c.decimals, Language::De), c.german) << c.value;
    EXPECT_EQ(format_percent(c.value, c.decimals, Language::Fi), c.finnish) << c.value;
  }
}

TEST(NumberFormat, WritesSignsAsIntlDoes) {
  const std::vector<Case> cases{
      {1.5, 1, "+1.5", "+1,5", "+1,5"}, {-1.5, 1, "-1.5", "-1,5", "\u22121,5"},       {0, 1, "0.0", "0,0", "0,0"},
      {0.04, 1, "0.0", "0,0", "0,0"},   {1234, 0, "+1,234", "+1.234", "+1\u00A0234"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(format_signed(c.value, c.decimals, Language::En), c.english) << c.value;
    EXPECT_EQ(format_signed(c.value, c.decimals, Language::De), c.german) << c.value;
    EXPECT_EQ(format_signed(c.value, c.decimals, Language::Fi), c.finnish) << c.value;
  }
}

TEST(NumberFormat, WritesMoneyAsIntlDoes) {
  struct MoneyCase {
    double value;
    std::string currency;
    std::string english, german, finnish;
  };
  const std::vector<MoneyCase> cases{
      {1234.5, "EUR", "€1,234.50", "1.234,50\u00A0€", "1\u00A0234,50\u00A0€"},
      {-1234.5, "EUR", "-€1,234.50", "-1.234,50\u00A0€", "\u22121\u00A0234,50\u00A0€"},
      {0.005, "EUR", "€0.01", "0,01\u00A0€", "0,01\u00A0€"},
      {1234.5, "USD", "$1,234.50", "1.234,50\u00A0$", "1\u00A0234,50\u00A0$"},
      {-0.5, "USD", "-$0.50", "-0,50\u00A0$", "\u22120,50\u00A0$"},
      {12, "GBP", "£12.00", "12,00\u00A0£", "12,00\u00A0£"},
      {1500, "CHF", "CHF\u00A01,500.00", "1.500,00\u00A0CHF", "1\u00A0500,00\u00A0CHF"},
      {-1500, "CHF", "-CHF\u00A01,500.00", "-1.500,00\u00A0CHF", "\u22121\u00A0500,00\u00A0CHF"},
      {99.9, "SEK", "SEK\u00A099.90", "99,90\u00A0SEK", "99,90\u00A0SEK"},
      {99.9, "NOK", "NOK\u00A099.90", "99,90\u00A0NOK", "99,90\u00A0NOK"},
      {99.9, "DKK", "DKK\u00A099.90", "99,90\u00A0DKK", "99,90\u00A0DKK"},
      {99.9, "PLN", "PLN\u00A099.90", "99,90\u00A0PLN", "99,90\u00A0PLN"},
      {99.9, "CZK", "CZK\u00A099.90", "99,90\u00A0CZK", "99,90\u00A0CZK"},
      {1234.5, "JPY", "¥1,235", "1.235\u00A0¥", "1\u00A0235\u00A0¥"},
      {5, "CAD", "CA$5.00", "5,00\u00A0CA$", "5,00\u00A0CAD"},
      {5, "AUD", "A$5.00", "5,00\u00A0AU$", "5,00\u00A0AUD"},
      {5, "INR", "₹5.00", "5,00\u00A0₹", "5,00\u00A0INR"},
      {1.2345, "KWD", "KWD\u00A01.235", "1,235\u00A0KWD", "1,235\u00A0KWD"},
      {5, "XOF", "F\u202FCFA\u00A05", "5\u00A0F\u202FCFA", "5\u00A0F\u202FCFA"},
  };
  for (const MoneyCase& c : cases) {
    EXPECT_EQ(format_money(c.value, c.currency, Language::En), c.english) << c.value;
    EXPECT_EQ(format_money(c.value, c.currency, Language::De), c.german) << c.value;
    EXPECT_EQ(format_money(c.value, c.currency, Language::Fi), c.finnish) << c.value;
  }
}

TEST(NumberFormat, OfMoneyWithoutCurrencyHasTwoDecimals) {
  EXPECT_EQ(format_money(1234.5, "", Language::De), "1.234,50");
  EXPECT_EQ(format_money(-1234.5, "", Language::Fi), "\u22121\u00A0234,50");
}

TEST(NumberFormat, NeverWritesMinusZero) {
  EXPECT_EQ(format_number(-0.0, 0, Language::En), "0");
  EXPECT_EQ(format_number(-0.4, 0, Language::Fi), "0");
  EXPECT_EQ(format_percent(-0.00001, 1, Language::De), "0,0\u00A0%");
  EXPECT_EQ(format_money(-0.001, "EUR", Language::En), "€0.00");
}

TEST(NumberFormat, WritesADashWhereThereIsNoAnswer) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinite = std::numeric_limits<double>::infinity();
  for (const std::optional<double> none :
       {std::optional<double>{}, std::optional<double>{nan}, std::optional<double>{-infinite}}) {
    EXPECT_EQ(format_number(none, 2, Language::De), "–");
    EXPECT_EQ(format_percent(none, 2, Language::De), "–");
    EXPECT_EQ(format_count(none, Language::De), "–");
    EXPECT_EQ(format_money(none, "EUR", Language::De), "–");
  }
  EXPECT_EQ(format_interval(nan, 1, 1, Language::De), "–");
}

TEST(NumberFormat, WritesAnIntervalWithOnePercentSign) {
  EXPECT_EQ(format_interval(0.1487, 0.1864, 1, Language::De), "14,9–18,6\u00A0%");
  EXPECT_EQ(format_interval(0.1487, 0.1864, 1, Language::Fi), "14,9–18,6\u00A0%");
  EXPECT_EQ(format_interval(0.1487, 0.1864, 1, Language::En), "14.9–18.6%");
  EXPECT_EQ(format_interval(-0.00553, 0.03574, 1, Language::De), "-0,6 – 3,6\u00A0%");
  EXPECT_EQ(format_interval(-0.00553, 0.03574, 1, Language::Fi), "\u22120,6 – 3,6\u00A0%");
  EXPECT_EQ(format_range(4, 8.5, 1, Language::En), "4.0–8.5");
}

TEST(ShortestReal, HasTwelveSignificantDigits) {
  EXPECT_EQ(shortest_real(1.0 / 6), "0.166666666667");
  EXPECT_EQ(shortest_real(0.1 + 0.2), "0.3");
  EXPECT_EQ(shortest_real(1500), "1500");
  EXPECT_EQ(shortest_real(-0.0), "0");
  EXPECT_EQ(shortest_real(365.2425), "365.2425");
  EXPECT_EQ(shortest_real(0.70412345678, 6), "0.704123");
  EXPECT_EQ(shortest_real(1e21), "1e+21");
  EXPECT_EQ(shortest_real(std::numeric_limits<double>::infinity()), "");
}

TEST(JsonReal, IsTheNearestDoubleOfTwelveDigits) {
  EXPECT_EQ(json_real(1.0 / 6), 0.166666666667);
  EXPECT_EQ(json_real(0.1 + 0.2), 0.3);
  EXPECT_EQ(json_real(0.70412345678, 6), 0.704123);
  EXPECT_FALSE(std::signbit(json_real(-0.0)));
}

}  // namespace
}  // namespace kirnu

#include "text/number.h"

#include <gtest/gtest.h>

#include <cmath>

#include <string>
#include <vector>

namespace kirnu {
namespace {

constexpr auto kOk = NumberStatus::Ok;
constexpr auto kBad = NumberStatus::Unreadable;
constexpr NumberHabit kColumn{};

struct PlainCase {
  std::string text;
  double value;
};

TEST(Number, IsTheSameInEveryLanguageWhereItsMarksLeaveNoDoubt) {
  const std::vector<PlainCase> cases{
      {"0", 0},
      {"250", 250},
      {"00123", 123},
      {"+7", 7},
      {"1.500,00", 1500},
      {"1,500.00", 1500},
      {"1.234,56", 1234.56},
      {"1,234.56", 1234.56},
      {"1 500,00", 1500},
      {"1\u00A0500,00", 1500},
      {"1\u202F500,00", 1500},
      {"1\u2009500,00", 1500},
      {"1 500", 1500},
      {"1 500 000", 1500000},
      {"1'500.00", 1500},
      {"1’500.00", 1500},
      {"1’500", 1500},
      {"1,50,000", 150000},
      {"12,34,567.89", 1234567.89},
      {"1.234.567", 1234567},
      {"1,234,567", 1234567},
      {"12,5", 12.5},
      {"12.5", 12.5},
      {"0.05", 0.05},
      {"0,05", 0.05},
      {"0.500", 0.5},
      {"0,500", 0.5},
      {"1234,500", 1234.5},
      {"1 500,250", 1500.25},
      {".5", 0.5},
      {",5", 0.5},
      {"12.", 12},
      {"12,", 12},
      {"1,2E+05", 120000},
      {"7,21045E+12", 7210450000000},
      {"1.5e-3", 0.0015},
      {"1.234e2", 123.4},
      {"-12,50", -12.5},
      {"12,50-", -12.5},
      {"12-", -12},
      {"(12,50)", -12.5},
      {"(12.50)", -12.5},
      {"−12", -12},
      {"–12", -12},
      {"‑12", -12},
      {"- 12", -12},
      {"12,-", 12},
      {"12.--", 12},
      {"-0", 0},
      {"-1e-400", 0},
      {"\u00A0 42 \u200B", 42},
      {"\uFEFF42", 42},
      {"0.1", 0.1},
      {"9007199254740993", 9007199254740992},
  };
  for (const PlainCase& c : cases) {
    for (const NumberHabit& habit :
         {kColumn, typed_habit(Language::En), typed_habit(Language::De), typed_habit(Language::Fi)}) {
      const ReadNumber number = read_number(c.text, NumberKind::Real, habit);
      EXPECT_EQ(number.status, kOk) << c.text;
      EXPECT_EQ(number.value, c.value) << c.text;
      EXPECT_FALSE(std::signbit(number.value) && number.value == 0) << c.text;
    }
  }
}

TEST(Number, OfAThreeDigitGroupAloneFollowsTheReadersLanguage) {
  struct Case {
    std::string text;
    Language language;
    double value;
  };
  const std::vector<Case> cases{
      {"1.500", Language::De, 1500},   {"1.500", Language::Fi, 1500},     {"1.500", Language::En, 1.5},
      {"1,500", Language::De, 1.5},    {"1,500", Language::Fi, 1.5},      {"1,500", Language::En, 1500},
      {"-1.500", Language::De, -1500}, {"€ 12.345", Language::De, 12345}, {"$12,345", Language::En, 12345},
  };
  for (const Case& c : cases) {
    const ReadNumber number = read_number(c.text, NumberKind::Money, typed_habit(c.language));
    EXPECT_EQ(number.status, kOk) << c.text;
    EXPECT_EQ(number.value, c.value) << c.text;
    EXPECT_TRUE(number.by_habit) << c.text;
    EXPECT_FALSE(number.thousands_assumed) << c.text;
  }
}

TEST(Number, OfAThreeDigitGroupAloneIsAmbiguousInAColumnThatDoesNotSay) {
  for (const std::string text : {"1.500", "1,500"}) {
    const ReadNumber number = read_number(text, NumberKind::Money, kColumn);
    EXPECT_EQ(number.status, NumberStatus::Ambiguous) << text;
    EXPECT_EQ(number.value, 1500) << text;
    EXPECT_EQ(number.other, 1.5) << text;
  }
}

TEST(Number, OfACountTakesThreeDigitsAfterAMarkAsThousandsInEveryLanguage) {
  for (const std::string text : {"1.500", "1,500"}) {
    for (const NumberHabit& habit :
         {kColumn, typed_habit(Language::En), typed_habit(Language::De), typed_habit(Language::Fi)}) {
      const ReadNumber number = read_number(text, NumberKind::Count, habit);
      EXPECT_EQ(number.status, kOk) << text;
      EXPECT_EQ(number.value, 1500) << text;
      EXPECT_TRUE(number.thousands_assumed) << text;
    }
  }
}

TEST(Number, OfACountMayBeWrittenWithDecimalsThatAreZero) {
  struct Case {
    std::string text;
    double value;
  };
  const std::vector<Case> cases{{"1500,0", 1500}, {"1500.00", 1500}, {"1.500,00", 1500},
                                {"1.5", 1.5},     {"2,5", 2.5},      {"-3", -3}};
  for (const Case& c : cases) {
    const ReadNumber number = read_number(c.text, NumberKind::Count, typed_habit(Language::De));
    EXPECT_EQ(number.status, kOk) << c.text;
    EXPECT_EQ(number.value, c.value) << c.text;
    EXPECT_FALSE(number.thousands_assumed) << c.text;
  }
}

TEST(Number, KeepsTheCurrencyAsItWasWritten) {
  struct Case {
    std::string text;
    double value;
    std::string currency;
    std::string per;
  };
  const std::vector<Case> cases{
      {"€ 12,00", 12, "€", ""},
      {"12,00 EUR", 12, "EUR", ""},
      {"1234,56 €", 1234.56, "€", ""},
      {"€ 1.234,56", 1234.56, "€", ""},
      {"$1,234.56", 1234.56, "$", ""},
      {"£0.50", 0.5, "£", ""},
      {"CHF 1’500.00", 1500, "CHF", ""},
      {"Fr.12.50", 12.5, "Fr.", ""},
      {"100 kr", 100, "kr", ""},
      {"100 kr.", 100, "kr.", ""},
      {"usd 5", 5, "usd", ""},
      {"12,50 euroa", 12.5, "euroa", ""},
      {"-€12.50", -12.5, "€", ""},
      {"€-12.50", -12.5, "€", ""},
      {"€ (12.50)", -12.5, "€", ""},
      {"(€12.50)", -12.5, "€", ""},
      {"12,50- EUR", -12.5, "EUR", ""},
      {"12 000 €/kk", 12000, "€", "/kk"},
      {"$12.50/mo", 12.5, "$", "/mo"},
      {"$.50", 0.5, "$", ""},
      {"12 e", 12, "e", ""},
      {"SEK\u00A01\u00A0500,00", 1500, "SEK", ""},
      {"R$ 10,00", 10, "R$", ""},
      {"12,– €", 12, "€", ""},
  };
  for (const Case& c : cases) {
    const ReadNumber number = read_number(c.text, NumberKind::Money, kColumn);
    EXPECT_EQ(number.status, kOk) << c.text;
    EXPECT_EQ(number.value, c.value) << c.text;
    EXPECT_EQ(number.currency, c.currency) << c.text;
    EXPECT_EQ(number.per, c.per) << c.text;
  }
}

TEST(Number, WithAPercentSignIsAFraction) {
  struct Case {
    std::string text;
    double value;
  };
  const std::vector<Case> cases{{"5 %", 0.05},      {"5%", 0.05},       {"16,67\u00A0%", 0.1667},
                                {"16.67%", 0.1667}, {"-3,5 %", -0.035}, {"% 7", 0.07},
                                {"100 %", 1},       {"0.1%", 0.001}};
  for (const Case& c : cases) {
    const ReadNumber number = read_number(c.text, NumberKind::Real, kColumn);
    EXPECT_EQ(number.status, kOk) << c.text;
    EXPECT_EQ(number.value, c.value) << c.text;
    EXPECT_TRUE(number.percent) << c.text;
  }
  EXPECT_FALSE(read_number("0,05", NumberKind::Real, kColumn).percent);
}

TEST(Number, IsMissingWhereTheCellSaysSo) {
  struct Case {
    std::string text;
    MissingKind kind;
  };
  const std::vector<Case> cases{
      {"", MissingKind::Blank},
      {" \u00A0\t", MissingKind::Blank},
      {"n/a", MissingKind::NotAvailable},
      {"N/A", MissingKind::NotAvailable},
      {"-", MissingKind::NotAvailable},
      {"–", MissingKind::NotAvailable},
      {"-   €", MissingKind::NotAvailable},
      {"$ –", MissingKind::NotAvailable},
      {"k. A.", MissingKind::NotAvailable},
      {"NULL", MissingKind::Null},
      {"\\N", MissingKind::Null},
      {"None", MissingKind::Null},
      {"NaN", MissingKind::NotANumber},
      {"Inf", MissingKind::NotANumber},
      {"-Infinity", MissingKind::NotANumber},
      {"#REF!", MissingKind::ErrorCell},
      {"#DIV/0!", MissingKind::ErrorCell},
      {"#N/A", MissingKind::ErrorCell},
      {"#NV", MissingKind::ErrorCell},
      {"#PUUTTUU!", MissingKind::ErrorCell},
      {"####", MissingKind::ErrorCell},
  };
  for (const Case& c : cases) {
    const ReadNumber number = read_number(c.text, NumberKind::Money, kColumn);
    EXPECT_EQ(number.status, NumberStatus::Missing) << c.text;
    EXPECT_EQ(number.missing, c.kind) << c.text;
  }
}

TEST(Number, TypedByAPersonIsNoMissingValueWhenItIsAMistake) {
  for (const std::string text : {"NaN", "Infinity", "NULL", "#REF!"}) {
    EXPECT_EQ(read_number(text, NumberKind::Count, typed_habit(Language::En)).status, kBad) << text;
  }
  EXPECT_EQ(read_number("", NumberKind::Count, typed_habit(Language::En)).status, NumberStatus::Missing);
  EXPECT_EQ(read_number("–", NumberKind::Count, typed_habit(Language::En)).status, NumberStatus::Missing);
}

TEST(Number, MayBeInThousandsAndMillions) {
  const std::vector<std::pair<std::string, double>> texts{
      {"$1.2k", 1200},        {"90k", 90'000},           {"1.2M", 1'200'000},       {"1,2 Mio.", 1'200'000},
      {"90 tsd.", 90'000},    {"1,5 Mio. €", 1'500'000}, {"90 T€", 90'000},         {"1.2M€", 1'200'000},
      {"1,2 milj. €", 1.2e6}, {"100 tuhatta", 100'000},  {"-3,5 Mrd. EUR", -3.5e9}, {"€ 2M", 2'000'000}};
  for (const auto& [text, value] : texts) EXPECT_EQ(read_number(text, NumberKind::Real).value, value) << text;
  for (const std::string text : {"12M", "12 m", "12 t", "1kk", "k"})  // a year, metres, tonnes, months
    EXPECT_EQ(read_number(text, NumberKind::Real).status, kBad) << text;
}

TEST(Number, IsRefusedWhenItIsNone) {
  const std::vector<std::string> texts{"abc",          "12abc",  "$1.2q",    "1.2.3",    "01.02.2024",
                                       "2024-01-31",   "12:30",  "1,2,3",    "1.50.000", "1.234,56,78",
                                       "--5",          "+-5",    "5-5",      "(-5)",     "5%%",
                                       "€5€",          "12 34",  "1 5000",   "1  500",   "1.,5",
                                       "1..5",         "e5",     "1e+",      "0x10",     "٣٤",
                                       "１２",         "1.500.", "1,234,56", "½",        "5 /kk",
                                       "1 500 00",     "(5",     "5)",       "1e5e5",    std::string(300, '1'),
                                       "1.234,56E+05", "€",      "%"};
  for (const std::string& text : texts) {
    EXPECT_EQ(read_number(text, NumberKind::Real, kColumn).status, kBad) << text;
    EXPECT_EQ(read_number(text, NumberKind::Real, typed_habit(Language::De)).status, kBad) << text;
  }
}

TEST(Number, IsTooLargeBeyondADoubleAndACountBeyondWholeNumbers) {
  for (const std::string text : {"1e400", "-1e400", "1e99999999999", "9e308"}) {
    EXPECT_EQ(read_number(text, NumberKind::Real, kColumn).status, NumberStatus::TooLarge) << text;
  }
  EXPECT_EQ(read_number("9007199254740992", NumberKind::Count, kColumn).status, kOk);
  EXPECT_EQ(read_number("9007199254740994", NumberKind::Count, kColumn).status, NumberStatus::TooLarge);
  EXPECT_EQ(read_number("12345678901234567890", NumberKind::Count, kColumn).status, NumberStatus::TooLarge);
  EXPECT_EQ(read_number("0e999999999999", NumberKind::Real, kColumn).value, 0);
}

TEST(Number, OfTheOtherStyleIsToldInAColumnThatDecided) {
  const NumberHabit comma{.decimal = DecimalMark::Comma, .strict = true};
  const NumberHabit point{.decimal = DecimalMark::Point, .strict = true};
  EXPECT_EQ(read_number("12.5", NumberKind::Money, comma).status, NumberStatus::OtherStyle);
  EXPECT_EQ(read_number("12.5", NumberKind::Money, comma).value, 12.5);
  EXPECT_EQ(read_number("1,234,567", NumberKind::Money, comma).status, NumberStatus::OtherStyle);
  EXPECT_EQ(read_number("12,5", NumberKind::Money, point).status, NumberStatus::OtherStyle);
  EXPECT_EQ(read_number("1.500", NumberKind::Money, comma).value, 1500);
  EXPECT_EQ(read_number("1.500", NumberKind::Money, point).value, 1.5);
  EXPECT_EQ(read_number("1 500", NumberKind::Money, point).status, kOk);
}

TEST(NumberStyle, IsWhatMostOfTheColumnSays) {
  struct Case {
    std::vector<std::string_view> values;
    DecimalMark mark;
  };
  const std::vector<Case> cases{
      {{"1.500", "2.000", "12,50"}, DecimalMark::Comma},
      {{"1,500", "2,000", "12.50"}, DecimalMark::Point},
      {{"12,5", "13,5", "14.5"}, DecimalMark::Comma},
      {{"1.234.567", "1.500"}, DecimalMark::Comma},
      {{"1,50,000", "1,500"}, DecimalMark::Point},
      {{"1.500", "2.000"}, DecimalMark::Unknown},
      {{"12,5", "12.5"}, DecimalMark::Unknown},
      {{"5", "7", "n/a", ""}, DecimalMark::Unknown},
      {{}, DecimalMark::Unknown},
  };
  for (const Case& c : cases) EXPECT_EQ(find_number_style(c.values), c.mark) << c.values.size();
}

TEST(NumberEvidence, CountsEveryCellOnce) {
  NumberEvidence evidence;
  for (const std::string_view text : {"1.500", "12,5", "12.5", "1 500", "7", "n/a", "", "Müller"})
    add_evidence(evidence, text);
  EXPECT_EQ(evidence.lone, 1);
  EXPECT_EQ(evidence.comma, 1);
  EXPECT_EQ(evidence.point, 1);
  EXPECT_EQ(evidence.plain, 2);
  EXPECT_EQ(evidence.missing, 2);
  EXPECT_EQ(evidence.other, 1);
}

}  // namespace
}  // namespace kirnu

#include "archive/cell_format.h"

#include <gtest/gtest.h>

#include <string>

namespace kirnu {
namespace {

CellFormat zeros(int digits) { return static_cast<CellFormat>(static_cast<int>(CellFormat::Padded) + digits); }

TEST(CellFormat, IsToldByItsCode) {
  struct Case {
    const char* code;
    CellFormat format;
  };
  const Case cases[] = {
      {"General", CellFormat::Number},
      {"0.00", CellFormat::Number},
      {"#,##0.00\\ \"€\"", CellFormat::Number},
      {"0\"days\"", CellFormat::Number},
      {"\\d0", CellFormat::Number},
      {"0_d", CellFormat::Number},
      {"[Red]0.0;[Blue]-0.0", CellFormat::Number},
      {"[$USD] #,##0", CellFormat::Number},
      {"0.00E+00", CellFormat::Number},
      {"@", CellFormat::Number},
      {"[h]:mm:ss", CellFormat::Number},
      {"[mm]:ss", CellFormat::Number},
      {"", CellFormat::Number},
      {";;;", CellFormat::Number},
      {"\"", CellFormat::Number},
      {"[", CellFormat::Number},
      {"\\", CellFormat::Number},
      {"0", CellFormat::Number},
      {"00000", zeros(5)},
      {"[$-407]0000", zeros(4)},
      {"000\\-00", zeros(5)},
      {"0%", CellFormat::Percent},
      {"#,##0.0 %", CellFormat::Percent},
      {"0\"%\"", CellFormat::Number},
      {"dd.mm.yyyy", CellFormat::Date},
      {"DD.MM.YYYY", CellFormat::Date},
      {"[$-407]d. mmmm yyyy;@", CellFormat::Date},
      {"[$-F800]dddd, mmmm dd, yyyy", CellFormat::Date},
      {"mmm-yy", CellFormat::Date},
      {"mmmm", CellFormat::Date},
      {"yyyy\\-mm\\-dd\\ hh:mm", CellFormat::DateTime},
      {"d/m/yyyy h:mm AM/PM", CellFormat::DateTime},
      {"hh:mm", CellFormat::Time},
      {"mm:ss.0", CellFormat::Time},
  };
  for (const Case& c : cases) EXPECT_EQ(format_of_code(c.code), c.format) << c.code;
}

TEST(CellFormat, IsBuiltInForSmallNumbers) {
  struct Case {
    std::uint64_t id;
    CellFormat format;
  };
  const Case cases[] = {
      {0, CellFormat::Number},  {2, CellFormat::Number},   {9, CellFormat::Percent},   {10, CellFormat::Percent},
      {11, CellFormat::Number}, {13, CellFormat::Number},  {14, CellFormat::Date},     {17, CellFormat::Date},
      {18, CellFormat::Time},   {21, CellFormat::Time},    {22, CellFormat::DateTime}, {27, CellFormat::Date},
      {36, CellFormat::Date},   {37, CellFormat::Number},  {45, CellFormat::Time},     {46, CellFormat::Number},
      {47, CellFormat::Time},   {49, CellFormat::Number},  {50, CellFormat::Date},     {58, CellFormat::Date},
      {59, CellFormat::Number}, {164, CellFormat::Number},
  };
  for (const Case& c : cases) EXPECT_EQ(built_in_format(c.id), c.format) << c.id;
}

TEST(CellNumber, IsWrittenAsTablesHaveIt) {
  struct Case {
    const char* stored;
    CellFormat format;
    Epoch epoch;
    const char* text;
  };
  constexpr auto k1900 = Epoch::Year1900, k1904 = Epoch::Year1904;
  const Case cases[] = {
      {"0", CellFormat::Number, k1900, "0"},
      {"-12", CellFormat::Number, k1900, "-12"},
      {"12345678901234567890", CellFormat::Number, k1900, "12345678901234567890"},
      {"1234.5", CellFormat::Number, k1900, "1234.5"},
      {"-0.25", CellFormat::Number, k1900, "-0.25"},
      {"7210448301.0", CellFormat::Number, k1900, "7210448301"},
      {"0.0", CellFormat::Number, k1900, "0"},
      {"0.001", CellFormat::Number, k1900, "0.001"},
      {"1.234", CellFormat::Number, k1900, "1.2340"},  // 1.234 could be a thousand
      {"-999.125", CellFormat::Number, k1900, "-999.1250"},
      {"1000.125", CellFormat::Number, k1900, "1000.125"},
      {"0.125", CellFormat::Number, k1900, "0.125"},
      {"1.1000000000000001", CellFormat::Number, k1900, "1.1"},
      {"0.30000000000000004", CellFormat::Number, k1900, "0.30000000000000004"},
      {"12.30", CellFormat::Number, k1900, "12.3"},
      {"1.5E3", CellFormat::Number, k1900, "1500"},
      {"7.21045e+12", CellFormat::Number, k1900, "7210450000000"},
      {"1.23456789012346E+19", CellFormat::Number, k1900, "1.23456789012346e+19"},
      {"1E-7", CellFormat::Number, k1900, "1e-07"},
      {"1E-5", CellFormat::Number, k1900, "1e-05"},
      {"1E+999999999999", CellFormat::Number, k1900, "1E+999999999999"},
      {"1E", CellFormat::Number, k1900, "1E"},
      {"1,5", CellFormat::Number, k1900, "1,5"},
      {"abc", CellFormat::Date, k1900, "abc"},
      {".", CellFormat::Percent, k1900, "."},
      {"123", zeros(5), k1900, "00123"},
      {"123.0", zeros(5), k1900, "00123"},
      {"123456", zeros(5), k1900, "123456"},
      {"1.5", zeros(5), k1900, "1.5"},
      {"-12", zeros(5), k1900, "-12"},
      {"0.05", CellFormat::Percent, k1900, "5%"},
      {"0.1667", CellFormat::Percent, k1900, "16.67%"},
      {"0.01234", CellFormat::Percent, k1900, "1.2340%"},
      {"1", CellFormat::Percent, k1900, "100%"},
      {"0", CellFormat::Percent, k1900, "0%"},
      {"-0.5", CellFormat::Percent, k1900, "-50%"},
      {"0.14999999999999999", CellFormat::Percent, k1900, "15%"},
      {"1", CellFormat::Date, k1900, "1900-01-01"},
      {"59", CellFormat::Date, k1900, "1900-02-28"},
      {"60", CellFormat::Date, k1900, "1900-02-29"},
      {"61", CellFormat::Date, k1900, "1900-03-01"},
      {"45657", CellFormat::Date, k1900, "2024-12-31"},
      {"45657.5", CellFormat::Date, k1900, "2024-12-31 12:00:00"},
      {"45657", CellFormat::DateTime, k1900, "2024-12-31 00:00:00"},
      {"45351.54524305555", CellFormat::DateTime, k1900, "2024-02-29 13:05:09"},
      {"45656.999999", CellFormat::DateTime, k1900, "2024-12-31 00:00:00"},
      {"2958465", CellFormat::Date, k1900, "9999-12-31"},
      {"2958466", CellFormat::Date, k1900, "2958466"},
      {"-1", CellFormat::Date, k1900, "-1"},
      {"0.3541666666666667", CellFormat::Time, k1900, "08:30:00"},
      {"0.5", CellFormat::Date, k1900, "12:00:00"},
      {"1E300", CellFormat::Date, k1900, "1e+300"},
      {"0", CellFormat::Date, k1904, "1904-01-01"},
      {"0.25", CellFormat::Time, k1904, "06:00:00"},
      {"44195", CellFormat::Date, k1904, "2024-12-31"},
      {"2957003", CellFormat::Date, k1904, "9999-12-31"},
  };
  for (const Case& c : cases) {
    std::string text;
    append_cell_number(text, c.stored, c.format, c.epoch);
    EXPECT_EQ(text, c.text) << c.stored;
  }
}

}  // namespace
}  // namespace kirnu

#include "base/short_decimal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

namespace kirnu {
namespace {

/// What the C library makes of a value with so many significant digits.
double printed_and_read(double value, int count) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*e", count - 1, value);
  return std::strtod(text, nullptr);
}

TEST(ShortDecimal, IsTheNearestOfSoManyDigits) {
  const ShortDecimal third = *short_decimal(-1.0 / 3, 4);
  EXPECT_EQ(third.digits, -3333);
  EXPECT_EQ(third.scale, 4);
  EXPECT_EQ(short_decimal(2.5, 1)->digits, 2);  // halves to even
  EXPECT_EQ(short_decimal(3.5, 1)->digits, 4);
  const ShortDecimal carried = *short_decimal(99.96, 3);
  EXPECT_EQ(carried.digits, 100);
  EXPECT_EQ(carried.scale, 0);
  EXPECT_EQ(short_decimal(0, 12)->digits, 0);
  const ShortDecimal large = *short_decimal(123456789012345, 3);
  EXPECT_EQ(large.digits, 123);
  EXPECT_EQ(large.scale, -12);
}

TEST(ShortDecimal, IsAbsentForTheVeryLargeAndTheVerySmall) {
  for (const double value : {1e15, 9.9e-6, 5e-324, 1e300, double{INFINITY}, double{NAN}})
    EXPECT_FALSE(short_decimal(value, 12)) << value;
}

TEST(ShortDecimal, AgreesWithTheLibraryOnPowersOfTenAndTheirNeighbours) {
  for (int exponent = -5; exponent <= 14; ++exponent) {
    const double power = std::strtod(("1e" + std::to_string(exponent)).c_str(), nullptr);
    for (const double value : {power, std::nextafter(power, 0), std::nextafter(power, 1e300), 1.5 * power}) {
      if (!(value >= 1e-5)) continue;
      for (int count = 1; count <= 15; ++count)
        EXPECT_EQ(value_of(*short_decimal(value, count)), printed_and_read(value, count)) << value << " " << count;
    }
  }
}

TEST(ShortDecimal, AgreesWithTheLibraryOnManyValues) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<double> exponents(-5, 15);
  for (int i = 0; i < 200'000; ++i) {
    const double value = std::pow(10, exponents(random)) * (random() % 2 == 0 ? 1 : -1);
    const int count = 1 + static_cast<int>(random() % 15);
    const std::optional<ShortDecimal> decimal = short_decimal(value, count);
    if (std::fabs(value) < 1e-5 || std::fabs(value) >= 1e15) continue;
    ASSERT_TRUE(decimal) << value;
    ASSERT_EQ(value_of(*decimal), printed_and_read(value, count)) << value << " " << count;
  }
}

}  // namespace
}  // namespace kirnu

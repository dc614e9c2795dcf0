#include "base/decimal_digits.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>

namespace kirnu {
namespace {

std::string printed(const char* format, int digits, double value) {
  std::array<char, 400> text{};
  std::snprintf(text.data(), text.size(), format, digits, value);
  return text.data();
}

/// Doubles of any size, and such as people write.
double some_double(std::mt19937_64& random) {
  if (random() % 2 == 0) {
    return std::round(std::pow(10, static_cast<double>(random() % 12)) * static_cast<double>(random() % 9999)) / 100;
  }
  std::uint64_t bits = random();
  double value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return std::isfinite(value) ? value : 1;
}

TEST(DecimalDigits, AreThoseOfTheCLibrary) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937_64 random(seed);
  for (int i = 0; i < 20'000; ++i) {
    const double value = some_double(random);
    const int digits = 1 + static_cast<int>(random() % 20);
    ASSERT_EQ(write_digits(nearest_digits(value, digits), digits), printed("%.*g", digits, value));
  }
}

TEST(DecimalDigits, AreReadAsByTheCLibrary) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937_64 random(seed);
  for (int i = 0; i < 20'000; ++i) {
    std::string digits;
    for (std::size_t size = 1 + random() % 40; digits.size() < size;) digits += static_cast<char>('0' + random() % 10);
    const int exponent = static_cast<int>(random() % 700) - 350;
    ASSERT_EQ(nearest_double(digits, exponent),
              std::strtod(("0." + digits + "e" + std::to_string(exponent)).c_str(), nullptr))
        << digits << " " << exponent;
  }
}

TEST(DecimalDigits, TheShortestReadBackAsTheSameDouble) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 5'000; ++i) {
    const double value = some_double(random);
    const DecimalDigits number = shortest_digits(value);
    EXPECT_EQ(nearest_double(number.digits, number.exponent), std::fabs(value));
    EXPECT_LE(number.digits.size(), 17U);
  }
  EXPECT_EQ(shortest_digits(0.1).digits, "1");
  EXPECT_EQ(shortest_digits(0.1 + 0.2).digits, "30000000000000004");
}

TEST(DecimalDigits, HalfwayBetweenTwoDoublesIsTheEvenOne) {
  struct Row {
    const char* name;
    std::string digits;
    int exponent;
    double value;
  };
  const std::string middle = "9007199254740993";  // 2^53 + 1
  const Row rows[] = {
      {"a tie goes down to the even", middle, 16, 9007199254740992.0},
      {"a tie goes up to the even", "9007199254740995", 16, 9007199254740996.0},
      {"a little more than the middle", middle + std::string(900, '0') + "1", 16, 9007199254740994.0},
      {"the largest", "17976931348623157", 309, std::numeric_limits<double>::max()},
      {"too large", "18", 309, std::numeric_limits<double>::infinity()},
      {"more than half of the smallest", "25", -323, 5e-324},
      {"less than half of the smallest", "24", -323, 0},
      {"far too small", "1", -100'000, 0},
      {"zeros before it", std::string(500, '0') + "15", 501, 1.5},
      {"nothing", "", 5, 0},
  };
  for (const Row& row : rows) EXPECT_EQ(nearest_double(row.digits, row.exponent), row.value) << row.name;
}

TEST(DecimalDigits, AreRoundedHalfAwayFromZero) {
  EXPECT_EQ(rounded(shortest_digits(0.125), 2).digits, "13");
  EXPECT_EQ(rounded(shortest_digits(9.995), 2).digits, "1");
  EXPECT_EQ(rounded(shortest_digits(9.995), 2).exponent, 2);
  EXPECT_EQ(rounded(shortest_digits(0.001), 2).digits, "");
}

TEST(DecimalDigits, WholeNumbersGetZerosBeforeThem) {
  EXPECT_EQ(padded(7, 2), "07");
  EXPECT_EQ(padded(2025, 4), "2025");
  EXPECT_EQ(padded(-7, 4), "-007");
}

}  // namespace
}  // namespace kirnu

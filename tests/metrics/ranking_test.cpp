#include "metrics/ranking.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <limits>
#include <random>

namespace kirnu {
namespace {

TEST(Ranking, PutsTheLargestFirstAndKeepsTheOrderOfEqualOnes) {
  EXPECT_THAT(ranked_numbers({{5, 0}, {7, 1}, {5, 2}, {-1, 3}, {7, 4}}), testing::ElementsAre(1, 4, 0, 2, 3));
  EXPECT_TRUE(ranked_numbers({}).empty());
}

TEST(Ranking, OfManyIsThatOfFew) {
  constexpr std::uint64_t kSeed = 7;
  std::mt19937_64 random(kSeed);
  std::vector<Ranked> entries;
  for (std::uint32_t i = 0; i < 20000; ++i) {
    const auto wide = static_cast<std::int64_t>(random());
    entries.push_back({.value = i % 3 == 0 ? wide : wide % 50, .number = i});
  }
  entries.push_back({.value = std::numeric_limits<std::int64_t>::min(), .number = 20000});
  std::vector<Ranked> expected = entries;
  std::stable_sort(expected.begin(), expected.end(),
                   [](const Ranked& a, const Ranked& b) { return a.value > b.value; });
  const std::vector<std::uint32_t> numbers = ranked_numbers(entries);
  ASSERT_EQ(numbers.size(), expected.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) ASSERT_EQ(numbers[i], expected[i].number) << "seed " << kSeed;
}

}  // namespace
}  // namespace kirnu

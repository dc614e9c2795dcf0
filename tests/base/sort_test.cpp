#include "base/sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>

namespace kirnu {
namespace {

TEST(Sort, IsThatOfTheStandardLibraryAndKeepsTheOrderOfEquals) {
  std::mt19937 random(3);
  for (std::size_t size = 0; size < 70; ++size) {
    std::vector<std::pair<int, std::string>> items;
    for (std::size_t i = 0; i < size; ++i) items.emplace_back(static_cast<int>(random() % 9), std::to_string(i));
    std::vector<std::pair<int, std::string>> expected = items;
    const auto by_number = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::stable_sort(expected.begin(), expected.end(), by_number);
    std::vector<std::pair<int, std::string>> few = items;
    sort_items(items, by_number);
    EXPECT_EQ(items, expected) << size;
    sort_few(std::span(few), by_number);
    EXPECT_EQ(few, expected) << size;
  }
}

TEST(Sort, MovesWhatCannotBeCopied) {
  std::vector<std::unique_ptr<int>> items;
  for (const int number : {3, 1, 2}) items.push_back(std::make_unique<int>(number));
  sort_items(items, [](const auto& a, const auto& b) { return *a > *b; });
  EXPECT_EQ(*items[0] * 100 + *items[1] * 10 + *items[2], 321);
}

}  // namespace
}  // namespace kirnu

#include "text/recent_months.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace kirnu {
namespace {

std::string day_first(const std::string& iso, char mark) {
  return iso.substr(8, 2) + mark + iso.substr(5, 2) + mark + iso.substr(0, 4);
}

/// Ten bytes of every kind: days that exist, days that do not, letters and signs where digits belong.
std::string random_day(std::mt19937& random) {
  const auto below = [&](unsigned limit) { return static_cast<unsigned>(random() % limit); };
  std::string text = std::to_string(990 + below(1200)) + "-" + std::to_string(100 + below(15)).substr(1) + "-" +
                     std::to_string(100 + below(34)).substr(1);
  text = std::string(10 - std::min<std::size_t>(10, text.size()), '0') + text;
  if (below(4) == 0) text[below(10)] = static_cast<char>(' ' + below(90));
  return text;
}

TEST(RecentMonths, ReadWhatTheLongWayReads) {
  constexpr unsigned kSeed = 20240229;
  std::mt19937 random(kSeed);
  RecentMonths months;
  std::size_t existing = 0;
  for (int i = 0; i < 200000; ++i) {
    const std::string text = random_day(random);
    std::int32_t expected = 0, day = 0;
    const bool exists = read_iso_day(text.data(), expected);
    ASSERT_EQ(months.read_year_first(text.data(), day), exists) << text;
    if (!exists) continue;
    ++existing;
    ASSERT_EQ(day, expected) << text;
    for (const char mark : {'.', '/', '-'}) {
      ASSERT_TRUE(months.read_day_first(day_first(text, mark).data(), day)) << text;
      ASSERT_EQ(day, expected) << text;
    }
  }
  EXPECT_GT(existing, 50000U);
}

TEST(RecentMonths, TheLastOfFebruary) {
  RecentMonths months;
  std::int32_t day = 0;
  EXPECT_TRUE(months.read_year_first("2024-02-29", day));
  EXPECT_EQ(day, 19782);
  EXPECT_FALSE(months.read_year_first("2023-02-29", day));
  EXPECT_TRUE(months.read_day_first("29.02.2000", day));
  EXPECT_FALSE(months.read_day_first("29.02.1900", day));
}

TEST(RecentMonths, MarksAreOfOneKindAndStandWhereTheyShould) {
  RecentMonths months;
  std::int32_t day = 0;
  for (const char* text :
       {"31.12/2024", "31 12 2024", "31.12.2 24", "2024-12-31", "00.12.2024", "32.12.2024", "3\xC3.12.2024"})
    EXPECT_FALSE(months.read_day_first(text, day)) << text;
  for (const char* text : {"2024-12/31", "2024.12.31", "31.12.2024", "2024-12-00", "2024-12-3x"})
    EXPECT_FALSE(months.read_year_first(text, day)) << text;
}

}  // namespace
}  // namespace kirnu

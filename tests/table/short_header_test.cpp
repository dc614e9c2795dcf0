#include "table/short_header.h"

#include <gtest/gtest.h>

#include <array>

namespace kirnu {
namespace {

const CsvSyntax kCommas{.delimiter = ","}, kSpaces{.separation = Separation::Spaces};

using Rows = std::vector<std::vector<std::string>>;

TEST(ShortHeader, BelongsToColumnsWithRowNamesOrToNumbersCutInTwo) {
  const Rows running = {{"time", "status"}, {"1", "5", "0"}, {"2", "6", "1"}, {"3", "6", "1"}};
  EXPECT_EQ(find_short_header(running, 3, kCommas), ShortHeader::RowNames);
  const Rows named = {{"time", "status"}, {"Anna", "5", "0"}, {"Ben", "6", "1"}, {"Cay", "6", "1"}};
  EXPECT_EQ(find_short_header(named, 3, kSpaces), ShortHeader::RowNames);
  EXPECT_EQ(find_short_header(named, 3, kCommas), ShortHeader::Full);
  const Rows split = {{"id", "amount"}, {"Anna", "5", "00"}, {"Ben", "6", "50"}, {"Anna", "6", "95"}};
  EXPECT_EQ(find_short_header(split, 3, kCommas), ShortHeader::SplitDecimals);
  EXPECT_EQ(find_short_header(split, 3, kSpaces), ShortHeader::Full);
  const Rows more = {{"id", "amount"}, {"Anna", "5", "x"}, {"Ben", "6", "y"}, {"Anna", "6", "y"}};
  EXPECT_EQ(find_short_header(more, 3, kCommas), ShortHeader::Full);
  EXPECT_EQ(find_short_header(named, 2, kSpaces), ShortHeader::Full);
  const Rows ends = {{"Month", "Start"}, {"1", "5", ""}, {"2", "6", ""}, {"3", "6", "seen"}};
  EXPECT_EQ(find_short_header(ends, 3, kCommas), ShortHeader::Full) << "a separator too many";
  const Rows remarks = {{"Nr", "Start"}, {"1", "5", "a"}, {"2", "6", "b"}, {"3", "6", "c"}};
  EXPECT_EQ(find_short_header(remarks, 3, kCommas), ShortHeader::Full) << "the numbers have a name";
}

TEST(ShortHeader, TellsNumbersThatACommaCut) {
  const auto split = [](std::string_view one, std::string_view two) {
    return has_split_number(std::array<std::string_view, 3>{"x", one, two}, {});
  };
  EXPECT_TRUE(split("12", "50"));
  EXPECT_TRUE(split("-1", "234.00"));
  EXPECT_TRUE(split("1", "234"));
  EXPECT_FALSE(split("12", "5"));
  EXPECT_FALSE(split("1.2", "50"));
  EXPECT_FALSE(split("2024", "100"));
  EXPECT_FALSE(split("12", ""));
  const std::vector<bool> usual = usual_pairs(Rows{{"a", "12", "50"}, {"b", "3", "40"}}, 3);
  EXPECT_FALSE(has_split_number(std::array<std::string_view, 3>{"x", "12", "50"}, usual));
}

}  // namespace
}  // namespace kirnu

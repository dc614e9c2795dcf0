#include "metrics/matched_lists.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

/// A list of ids, and beside each what another column says.
CustomerList list(const std::string& name, const std::vector<std::string>& ids,
                  const std::vector<std::string>& others = {}) {
  CustomerList list{.name = name};
  for (const std::string& id : ids) list.customers.add(id);
  if (others.empty()) return list;
  list.others.push_back({.name = "other"});
  for (const std::string& text : others)
    list.others[0].codes.push_back(text.empty() ? CodeColumn::kNone : list.others[0].words.add(text));
  return list;
}

TEST(MatchedLists, AreToldByTheColumnsThatShareTheMost) {
  CustomerList earlier = list("Kundennummer", {"1001", "1002", "1003"}, {"a@x.de", "b@x.de", ""});
  for (const std::int64_t value : {10, 20, 30}) earlier.value.push_back(value);
  const std::optional<MatchedLists> matched = match_lists(earlier, list("email", {"b@x.de", "a@x.de", "e@x.de"}));
  ASSERT_TRUE(matched);
  EXPECT_EQ(matched->earlier.name, "other");
  EXPECT_EQ(matched->later.name, "email");
  EXPECT_EQ(matched->earlier.customers.text(1), "b@x.de");
  EXPECT_EQ(matched->earlier.customers.text(2), "1003");
  EXPECT_EQ(matched->earlier.value[1], 20);
}

TEST(MatchedLists, WhoHasTwoIdsIsOneCustomerWithBothValues) {
  CustomerList earlier = list("Kundennummer", {"1001", "1002", "1003"}, {"d@x.de", "b@x.de", "d@x.de"});
  for (const std::int64_t value : {40, 20, 400}) earlier.value.push_back(value);
  for (const std::int32_t day : {9, 5, 3}) earlier.first_seen.push_back(day);
  const std::optional<MatchedLists> matched = match_lists(earlier, list("email", {"b@x.de", "d@x.de"}));
  ASSERT_TRUE(matched);
  ASSERT_EQ(matched->earlier.customers.size(), 2U);
  EXPECT_EQ(matched->earlier.value[0], 440);
  EXPECT_EQ(matched->earlier.first_seen[0], 3);
  EXPECT_EQ(matched->earlier.repeated, 1);
}

TEST(MatchedLists, AreNoneWhereTheIdsWillDoOrNothingIsShared) {
  const CustomerList earlier = list("Nr", {"1", "2", "3"}, {"Meier", "Koch", "Lang"});
  EXPECT_FALSE(match_lists(earlier, list("Nr", {"3", "4", "5"}, {"Meier", "Koch", "Lang"})));
  EXPECT_FALSE(match_lists(earlier, list("Nr", {"4", "5", "6"}, {"Adler", "Baum", "Meier"})));
  EXPECT_FALSE(match_lists(earlier, list("Nr", {"4", "5", "6"})));
}

}  // namespace
}  // namespace kirnu

#include "metrics/list_comparison.h"

#include <gmock/gmock.h>

namespace kirnu {
namespace {

using testing::ElementsAre;

CustomerList list(const std::vector<std::string>& ids, const std::vector<std::int64_t>& values = {}) {
  CustomerList list;
  for (const std::string& id : ids) list.customers.add(id);
  for (const std::int64_t value : values) list.value.push_back(value);
  return list;
}

// The marketing handbook's lists: lost A, D and E are 50 %.
TEST(ListComparison, IgnoresNewNames) {
  const ListComparison result = compare_lists(list({"A", "B", "C", "D", "E", "F"}), list({"B", "C", "F", "X", "Y"}));
  EXPECT_EQ(result.earlier, 6);
  EXPECT_EQ(result.later, 5);
  EXPECT_EQ(result.lost, 3);
  EXPECT_EQ(result.kept, 3);
  EXPECT_EQ(result.new_or_returned, 2);
  EXPECT_FALSE(result.new_);
  EXPECT_FALSE(result.returned);
  EXPECT_THAT(result.lost_customers, ElementsAre(0, 3, 4));
  EXPECT_FALSE(result.value_lost);
}

TEST(ListComparison, ASumOfMoneyNeverTurnsIntoItsOpposite) {
  constexpr std::int64_t kLarge = 8'000'000'000'000'000'000;
  const ListComparison result = compare_lists(list({"A", "B", "C"}, {kLarge, kLarge, kNoMoney}), list({"C"}));
  EXPECT_EQ(result.value_lost, std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(result.value, std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(compare_lists(list({"A", "B"}, {-kLarge, -kLarge}), list({"C"})).value_lost,
            -std::numeric_limits<std::int64_t>::max());
}

TEST(ListComparison, AThirdListTellsWhoReturned) {
  const CustomerList before = list({"X", "A", "Z"});
  const ListComparison result = compare_lists(list({"A", "B", "C"}), list({"B", "X", "Y"}), &before);
  EXPECT_EQ(result.lost, 2);
  EXPECT_EQ(result.new_or_returned, 2);
  EXPECT_EQ(result.returned, 1);
  EXPECT_EQ(result.new_, 1);
}

CustomerList dated(const std::vector<std::string>& ids, const std::vector<std::int32_t>& days) {
  CustomerList dated = list(ids);
  for (const std::int32_t day : days) dated.first_seen.push_back(day);
  return dated;
}

// The earlier list ends on day 200, so X was a customer before it; Y came later.
TEST(ListComparison, FirstDaysTellWhoReturned) {
  const CustomerList earlier = dated({"A", "B"}, {200, 50}), later = dated({"B", "X", "Y"}, {50, 120, 201});
  const ListComparison result = compare_lists(earlier, later);
  EXPECT_EQ(result.first_seen_until, 200);
  EXPECT_EQ(result.returned, 1);
  EXPECT_EQ(result.new_, 1);
  EXPECT_EQ(compare_lists(earlier, later, nullptr, 120).returned, 0);
}

TEST(ListComparison, FirstDaysOfTheLaterListAreEnoughWhereItsBeginningIsSaid) {
  const CustomerList later = dated({"A", "X", "Y", "Z"}, {1, 99, 100, 101});
  EXPECT_FALSE(compare_lists(list({"A"}), later).returned);
  EXPECT_EQ(compare_lists(list({"A"}), later, nullptr, 100).returned, 1);
  EXPECT_EQ(compare_lists(list({"A"}), later, nullptr, 100).new_, 2);
}

TEST(ListComparison, AMissingFirstDayLeavesItOpen) {
  const ListComparison result = compare_lists(dated({"A"}, {200}), dated({"X", "Y"}, {120, kNoDay}));
  EXPECT_FALSE(result.returned);
  EXPECT_FALSE(result.first_seen_until);
  EXPECT_EQ(compare_lists(dated({"A"}, {200}), dated({"A", "Y"}, {kNoDay, 300})).new_, 1);
}

// Three customers of 20, 30 and 50, and the 50 leaves: a third of the customers, half of the value.
TEST(ListComparison, CountsTheValueThatIsLost) {
  const ListComparison result = compare_lists(list({"A", "B", "C"}, {200000, 300000, 500000}), list({"A", "B"}));
  EXPECT_EQ(result.lost, 1);
  EXPECT_EQ(result.value_lost, 500000);
  EXPECT_EQ(result.value, 1000000);
}

TEST(ListComparison, RanksTheLostByValue) {
  const ListComparison result =
      compare_lists(list({"A", "B", "C", "D", "E"}, {100, kNoMoney, 300, 100, -5}), list({"X"}));
  EXPECT_THAT(result.lost_customers, ElementsAre(2, 0, 3, 4, 1));
  EXPECT_EQ(result.value_lost, 495);
}

TEST(ListComparison, IdsAreTakenLetterByLetter) {
  const ListComparison result = compare_lists(list({"Müller", "a"}), list({"Mu\xCC\x88ller", "A"}));
  EXPECT_EQ(result.lost, 2);
}

TEST(ListComparison, TellsOfRepeatedRows) {
  CustomerList earlier = list({"A"});
  earlier.repeated = 2;
  CustomerList later = list({"A"});
  later.repeated = 1;
  const ListComparison result = compare_lists(earlier, later);
  EXPECT_EQ(result.kept, 1);
  EXPECT_EQ(result.repeated_earlier, 2);
  EXPECT_EQ(result.repeated_later, 1);
}

TEST(ListComparison, OfNobody) {
  const ListComparison everybody_lost = compare_lists(list({"A", "B"}), {});
  EXPECT_EQ(everybody_lost.lost, 2);
  EXPECT_EQ(everybody_lost.kept, 0);
  const ListComparison nobody_there = compare_lists({}, list({"A"}));
  EXPECT_EQ(nobody_there.earlier, 0);
  EXPECT_EQ(nobody_there.lost, 0);
  EXPECT_EQ(nobody_there.new_or_returned, 1);
}

}  // namespace
}  // namespace kirnu

#include "metrics/flows.h"

#include <gtest/gtest.h>

#include "metrics/catalog.h"
#include "support/sample_facts.h"

namespace kirnu {
namespace {

std::vector<Flow> flows_of(const std::vector<SubscriptionRow>& rows, const char* from, const char* to,
                           const PeriodChoice& choice = {}) {
  const SubscriptionTable table = subscriptions(rows);
  return build_flows(build_spells(table, {}), build_grid(choice, day(from), day(to), day(to) - 1));
}

void expect_flow(const Flow& flow, const Flow& expected) {
  EXPECT_EQ(flow.opening, expected.opening);
  EXPECT_EQ(flow.new_, expected.new_);
  EXPECT_EQ(flow.reactivated, expected.reactivated);
  EXPECT_EQ(flow.churned, expected.churned);
  EXPECT_EQ(flow.closing, expected.closing);
  EXPECT_EQ(flow.lost, expected.lost);
  EXPECT_EQ(flow.new_kept, expected.new_kept);
  EXPECT_EQ(flow.new_left, expected.new_left);
  EXPECT_EQ(flow.left_and_returned, expected.left_and_returned);
  EXPECT_EQ(flow.returned, expected.returned);
}

TEST(Flows, OfThreeCustomersInThreeMonths) {
  const std::vector<Flow> flows = flows_of({{.customer = "A", .start = "2024-06-01"},
                                            {.customer = "B", .start = "2024-12-31", .end = "2025-02-15"},
                                            {.customer = "C", .start = "2025-02-10", .end = "2025-02-20"}},
                                           "2025-01-01", "2025-04-01");
  ASSERT_EQ(flows.size(), 3U);
  expect_flow(flows[0], {.opening = 2, .closing = 2});
  expect_flow(flows[1], {.opening = 2, .new_ = 1, .churned = 2, .closing = 1, .lost = 1, .new_left = 1});
  expect_flow(flows[2], {.opening = 1, .closing = 1});
}

// A snapshot is a left limit: who starts on the boundary belongs to the period that opens there, and who ends on it
// too.
TEST(Flows, EventsOnABoundaryBelongToThePeriodThatOpensThere) {
  const std::vector<Flow> flows = flows_of({{.customer = "A", .start = "2025-01-01", .end = "2025-02-01"},
                                            {.customer = "B", .start = "2025-02-01", .end = "2025-02-01"}},
                                           "2025-01-01", "2025-03-01");
  expect_flow(flows[0], {.new_ = 1, .closing = 1, .new_kept = 1});
  expect_flow(flows[1], {.opening = 1, .new_ = 1, .churned = 2, .lost = 1, .new_left = 1});
}

struct JourneyCase {
  const char* name;
  std::vector<std::pair<const char*, const char*>> spells;  ///< of one customer
  Flow february;
};
void PrintTo(const JourneyCase& one, std::ostream* out) { *out << one.name; }

class Journeys : public testing::TestWithParam<JourneyCase> {};

TEST_P(Journeys, AreToldApartInFebruary) {
  std::vector<SubscriptionRow> rows;
  for (const auto& [start, end] : GetParam().spells) rows.push_back({.customer = "A", .start = start, .end = end});
  expect_flow(flows_of(rows, "2025-02-01", "2025-03-01")[0], GetParam().february);
}

INSTANTIATE_TEST_SUITE_P(
    All, Journeys,
    testing::Values(JourneyCase{"left_and_came_back",
                                {{"2025-01-01", "2025-02-05"}, {"2025-02-10", ""}},
                                {.opening = 1, .reactivated = 1, .churned = 1, .closing = 1, .left_and_returned = 1}},
                    JourneyCase{"left_came_back_and_left",
                                {{"2025-01-01", "2025-02-05"}, {"2025-02-10", "2025-02-15"}},
                                {.opening = 1, .reactivated = 1, .churned = 2, .lost = 1}},
                    JourneyCase{"came_back",
                                {{"2024-01-01", "2024-02-05"}, {"2025-02-10", ""}},
                                {.reactivated = 1, .closing = 1, .returned = 1}},
                    JourneyCase{"came_back_and_left",
                                {{"2024-01-01", "2024-02-05"}, {"2025-02-10", "2025-02-12"}},
                                {.reactivated = 1, .churned = 1}},
                    JourneyCase{
                        "came_back_left_and_came_back",
                        {{"2024-01-01", "2024-02-05"}, {"2025-02-10", "2025-02-12"}, {"2025-02-20", "2025-03-12"}},
                        {.reactivated = 2, .churned = 1, .closing = 1, .returned = 1}},
                    JourneyCase{"new_left_and_came_back",
                                {{"2025-02-02", "2025-02-05"}, {"2025-02-10", ""}},
                                {.new_ = 1, .reactivated = 1, .churned = 1, .closing = 1, .new_kept = 1}},
                    JourneyCase{"new_left_came_back_and_left",
                                {{"2025-02-02", "2025-02-05"}, {"2025-02-10", "2025-02-11"}},
                                {.new_ = 1, .reactivated = 1, .churned = 2, .new_left = 1}},
                    JourneyCase{"left_for_good_and_back_in_march",
                                {{"2025-01-01", "2025-02-05"}, {"2025-03-10", ""}},
                                {.opening = 1, .churned = 1, .lost = 1}},
                    JourneyCase{"all_before", {{"2024-01-01", "2024-02-05"}, {"2024-03-10", "2024-04-01"}}, {}},
                    JourneyCase{"all_after", {{"2025-03-01", "2025-03-02"}, {"2025-04-01", ""}}, {}}),
    [](const auto& info) { return std::string(info.param.name); });

/// Adds `count` customers with the same spells.
void add(std::vector<SubscriptionRow>& rows, int count,
         const std::vector<std::pair<const char*, const char*>>& spells) {
  const std::size_t first = rows.size();
  for (int i = 0; i < count; ++i) {
    const std::string name = std::to_string(first) + "." + std::to_string(i);
    for (const auto& [start, end] : spells) rows.push_back({.customer = name, .start = start, .end = end});
  }
}

// 200 at the start; 40 new, 35 of them still there; 16 lost for good; 4 left and came back; 5 new left; 219 at the end.
TEST(Flows, AnswerThroughTheCatalogue) {
  std::vector<SubscriptionRow> rows;
  add(rows, 180, {{"2024-01-01", ""}});
  add(rows, 16, {{"2024-01-01", "2025-01-10"}});
  add(rows, 4, {{"2024-01-01", "2025-01-10"}, {"2025-01-20", ""}});
  add(rows, 35, {{"2025-01-05", ""}});
  add(rows, 5, {{"2025-01-05", "2025-01-25"}});
  const Flow flow = flows_of(rows, "2025-01-01", "2025-02-01")[0];
  expect_flow(flow, {.opening = 200,
                     .new_ = 40,
                     .reactivated = 4,
                     .churned = 25,
                     .closing = 219,
                     .lost = 16,
                     .new_kept = 35,
                     .new_left = 5,
                     .left_and_returned = 4});
  const Letters letters = build_letters(totals_of(flow), period_of(PeriodUnit::Month));
  EXPECT_NEAR(*build_metric("customer_churn_rate", letters).value, 0.08, 1e-15);
  EXPECT_NEAR(*build_metric("customer_retention_rate", letters).value, 0.92, 1e-15);
  EXPECT_NEAR(*build_metric("churn_rate_stripe", letters).value, 0.104167, 1e-6);
  EXPECT_NEAR(*build_metric("churn_events_rate", letters).value, 0.125, 1e-15);
  EXPECT_NEAR(*build_metric("churn_rate_average_base", letters).value, 0.119332, 1e-6);
}

TEST(Flows, EverybodyLeavesAtOnce) {
  const std::vector<Flow> flows = flows_of({{.customer = "A", .start = "2024-02-29", .end = "2024-02-29"},
                                            {.customer = "B", .start = "2024-02-01", .end = "2024-02-29"}},
                                           "2024-02-01", "2024-04-01");
  expect_flow(flows[0], {.new_ = 2, .churned = 2, .new_left = 2});
  expect_flow(flows[1], {});
}

TEST(Flows, OfNobodyAreEmpty) {
  EXPECT_EQ(flows_of({}, "2025-01-01", "2025-03-01").size(), 2U);
  EXPECT_EQ(build_flows(Spells{}, {}).size(), 0U);
}

}  // namespace
}  // namespace kirnu

#include "facts/tables/counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

namespace kirnu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> codes(const CheckedCounts& checked) {
  std::vector<std::string> names;
  for (const Issue& issue : checked.issues) names.emplace_back(issue_code_name(issue.code));
  return names;
}

/// The number an issue names; fails the test when there is none.
double number(const Issue& issue, std::string_view name) {
  for (const IssueValue& value : issue.values) {
    if (value.name == name && std::holds_alternative<double>(value.value)) return std::get<double>(value.value);
  }
  ADD_FAILURE() << "no number " << name;
  return 0;
}

struct Complete {
  CountInputs said;
  double start, new_kept, lost, end;
};

TEST(Counts, AnyThreeGiveTheFourth) {
  const Complete rows[] = {
      {.said = {.start = 100, .lost = 10, .new_kept = 15}, .start = 100, .new_kept = 15, .lost = 10, .end = 105},
      {.said = {.start = 100, .new_kept = 15, .end = 105}, .start = 100, .new_kept = 15, .lost = 10, .end = 105},
      {.said = {.start = 100, .lost = 10, .end = 105}, .start = 100, .new_kept = 15, .lost = 10, .end = 105},
      {.said = {.lost = 10, .new_kept = 15, .end = 105}, .start = 100, .new_kept = 15, .lost = 10, .end = 105},
      {.said = {.start = 100, .lost = 10, .new_kept = 15, .end = 105},
       .start = 100,
       .new_kept = 15,
       .lost = 10,
       .end = 105},
      {.said = {.start = 20, .lost = 20, .end = 0}, .start = 20, .new_kept = 0, .lost = 20, .end = 0},
      {.said = {.lost = 0, .new_kept = 7, .end = 7}, .start = 0, .new_kept = 7, .lost = 0, .end = 7},
      {.said = {.start = 1e15, .lost = 1, .new_kept = 1}, .start = 1e15, .new_kept = 1, .lost = 1, .end = 1e15},
      {.said = {.start = 1e15, .new_kept = 0, .end = 999999999999999},
       .start = 1e15,
       .new_kept = 0,
       .lost = 1,
       .end = 999999999999999},
      {.said = {.lost = 1e15, .new_kept = 0, .end = 1e15}, .start = 2e15, .new_kept = 0, .lost = 1e15, .end = 1e15},
  };
  for (const Complete& row : rows) {
    const CheckedCounts checked = check_counts(row.said);
    ASSERT_TRUE(checked.totals) << testing::PrintToString(codes(checked));
    EXPECT_EQ(checked.totals->start, row.start);
    EXPECT_EQ(checked.totals->new_kept, row.new_kept);
    EXPECT_EQ(checked.totals->lost, row.lost);
    EXPECT_EQ(checked.totals->end, row.end);
  }
}

TEST(Counts, StartAndLostAreEnough) {
  const CheckedCounts checked = check_counts({.start = 1500, .lost = 250});
  ASSERT_TRUE(checked.totals);
  EXPECT_EQ(checked.totals->start, 1500);
  EXPECT_EQ(checked.totals->lost, 250);
  EXPECT_FALSE(checked.totals->end);
  EXPECT_FALSE(checked.totals->new_kept);
  EXPECT_FALSE(checked.totals->events_said);
  EXPECT_FALSE(checked.totals->returned_said);
  EXPECT_THAT(checked.issues, IsEmpty());
}

TEST(Counts, ReturnedCustomersAreNeitherNewNorKept) {
  EXPECT_EQ(check_counts({.start = 100, .new_kept = 10, .end = 100, .returned = 5}).totals->lost, 15);
  EXPECT_EQ(check_counts({.start = 100, .lost = 15, .end = 100, .returned = 5}).totals->new_kept, 10);
  EXPECT_EQ(check_counts({.start = 100, .lost = 15, .new_kept = 10, .returned = 5}).totals->end, 100);
  EXPECT_EQ(check_counts({.lost = 15, .new_kept = 10, .end = 100, .returned = 5}).totals->start, 100);
  EXPECT_EQ(check_counts({.start = 100, .lost = 15, .new_kept = 10, .end = 100, .returned = 5}).totals->lost, 15);
}

TEST(Counts, FinerCountsMakeTheEvents) {
  const CheckedCounts checked =
      check_counts({.start = 200, .lost = 16, .new_kept = 35, .end = 219, .new_left = 5, .left_and_returned = 4});
  ASSERT_TRUE(checked.totals);
  EXPECT_TRUE(checked.totals->events_said);
  EXPECT_EQ(churn_events(*checked.totals), 25);
  ASSERT_THAT(codes(checked), ElementsAre("formula_forgets_new", "gross_new_shown"));
  EXPECT_DOUBLE_EQ(number(checked.issues[1], "with_gross_new"), 0.895);
  EXPECT_DOUBLE_EQ(number(checked.issues[1], "retention"), 0.92);
  EXPECT_EQ(checked.issues[1].severity, Severity::Warning);
}

struct Refused {
  const char* what;
  CountInputs said;
  std::vector<std::string> expected;
  const char* field;
};

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

void expect_refused(const std::vector<Refused>& rows) {
  for (const Refused& row : rows) {
    const CheckedCounts checked = check_counts(row.said);
    EXPECT_FALSE(checked.totals) << row.what;
    EXPECT_EQ(codes(checked), row.expected) << row.what;
    if (!checked.issues.empty()) {
      EXPECT_EQ(checked.issues[0].field, row.field) << row.what;
      EXPECT_GE(checked.issues[0].severity, Severity::Question) << row.what;
    }
  }
}

TEST(Counts, MissingOnesAreAskedFor) {
  expect_refused({
      {"nothing", {}, {"start_needed"}, "start"},
      {"lost alone", {.lost = 10}, {"start_needed"}, "start"},
      {"end alone", {.end = 10}, {"start_needed"}, "start"},
      {"new alone", {.new_kept = 10}, {"start_needed"}, "start"},
      {"lost and end", {.lost = 10, .end = 10}, {"start_needed"}, "start"},
      {"lost and new", {.lost = 10, .new_kept = 1}, {"start_needed"}, "start"},
      {"new and end", {.new_kept = 10, .end = 20}, {"start_needed"}, "start"},
      {"returned alone", {.returned = 3}, {"start_needed"}, "start"},
      {"start alone", {.start = 10}, {"more_needed"}, "lost"},
      {"start and new", {.start = 10, .new_kept = 2}, {"more_needed"}, "lost"},
      {"start and returned", {.start = 10, .returned = 2}, {"more_needed"}, "lost"},
      {"start and end", {.start = 1500, .end = 1400}, {"new_needed"}, "new"},
      {"growth hides loss", {.start = 100, .end = 120}, {"new_needed"}, "new"},
      {"nobody, then some", {.start = 0, .end = 120}, {"new_needed"}, "new"},
      {"all gone", {.start = 100, .end = 0}, {"new_needed"}, "new"},
      {"start, end, returned", {.start = 100, .end = 90, .returned = 3}, {"new_needed"}, "new"},
  });
}

TEST(Counts, NewNeededNamesWhatWouldBeHidden) {
  const Issue issue = check_counts({.start = 1500, .end = 1400}).issues.at(0);
  EXPECT_EQ(number(issue, "start"), 1500);
  EXPECT_EQ(number(issue, "end"), 1400);
  EXPECT_NEAR(number(issue, "hidden_rate"), 0.066666666666666667, 1e-15);
  EXPECT_EQ(check_counts({.start = 0, .end = 5}).issues.at(0).values.size(), 2U);
}

TEST(Counts, WhatIsNoCountIsRefused) {
  expect_refused({
      {"negative start", {.start = -1, .lost = 0}, {"count_negative"}, "start"},
      {"negative lost", {.start = 10, .lost = -3}, {"count_negative"}, "lost"},
      {"negative new", {.start = 10, .lost = 3, .new_kept = -3}, {"count_negative"}, "new"},
      {"negative end", {.start = 10, .lost = 3, .end = -7}, {"count_negative"}, "end"},
      {"negative fraction", {.start = 10, .lost = -0.5}, {"count_negative"}, "lost"},
      {"negative new_left", {.start = 10, .lost = 3, .new_left = -1}, {"count_negative"}, "new_left"},
      {"negative left_and_returned",
       {.start = 10, .lost = 3, .left_and_returned = -1},
       {"count_negative"},
       "left_and_returned"},
      {"negative returned", {.start = 10, .lost = 3, .returned = -1}, {"count_negative"}, "returned"},
      {"half a customer", {.start = 10.5, .lost = 3}, {"count_fractional"}, "start"},
      {"a tenth lost", {.start = 10, .lost = 0.1}, {"count_fractional"}, "lost"},
      {"a third new", {.start = 10, .new_kept = 1.0 / 3, .end = 8}, {"count_fractional"}, "new"},
      {"end a little off", {.start = 10, .lost = 1, .end = 9.000001}, {"count_fractional"}, "end"},
      {"a hair above zero", {.start = 10, .lost = 5e-324}, {"count_fractional"}, "lost"},
      {"too large", {.start = 1e16, .lost = 3}, {"number_too_large"}, "start"},
      {"a little too large", {.start = 1000000000000001, .lost = 3}, {"number_too_large"}, "start"},
      {"infinite start", {.start = kInfinity, .lost = 3}, {"number_too_large"}, "start"},
      {"infinite loss", {.start = 10, .lost = -kInfinity}, {"number_too_large"}, "lost"},
      {"no number", {.start = kNan, .lost = 3}, {"number_unreadable"}, "start"},
      {"no number lost", {.start = 10, .lost = kNan}, {"number_unreadable"}, "lost"},
      {"two at once", {.start = -1, .lost = 0.5}, {"count_negative", "count_fractional"}, "start"},
      {"alone", {.end = -4}, {"count_negative"}, "end"},
  });
}

TEST(Counts, ImpossibleOnesAreRefused) {
  expect_refused({
      {"lost over start", {.start = 100, .lost = 101}, {"lost_over_start", "formula_inverted"}, "lost"},
      {"swapped", {.start = 250, .lost = 1500}, {"lost_over_start", "formula_inverted"}, "lost"},
      {"lost of nobody", {.start = 0, .lost = 5}, {"lost_over_start"}, "lost"},
      {"lost over start, all four",
       {.start = 100, .lost = 200, .new_kept = 150, .end = 50},
       {"lost_over_start", "formula_inverted"},
       "lost"},
      {"new over end", {.start = 100, .new_kept = 60, .end = 50}, {"new_over_end"}, "new"},
      {"new over end, start unknown", {.lost = 5, .new_kept = 60, .end = 50}, {"new_over_end"}, "new"},
      {"new over end, nothing else", {.new_kept = 60, .end = 50}, {"new_over_end"}, "new"},
      {"new over end, all four", {.start = 100, .lost = 100, .new_kept = 60, .end = 50}, {"new_over_end"}, "new"},
      {"kept over start", {.start = 100, .new_kept = 10, .end = 120}, {"kept_over_start"}, "new"},
      {"kept over nobody", {.start = 0, .new_kept = 10, .end = 11}, {"kept_over_start"}, "new"},
      {"kept over start by one", {.start = 100, .new_kept = 10, .end = 111}, {"kept_over_start"}, "new"},
      {"kept over start with returned",
       {.start = 100, .new_kept = 10, .end = 120, .returned = 5},
       {"kept_over_start"},
       "new"},
      {"new would be negative", {.start = 100, .lost = 10, .end = 80}, {"new_negative"}, "end"},
      {"new would be negative by one", {.start = 100, .lost = 10, .end = 89}, {"new_negative"}, "end"},
      {"all four unequal", {.start = 100, .lost = 10, .new_kept = 15, .end = 110}, {"counts_disagree"}, "end"},
      {"all four unequal by one", {.start = 100, .lost = 10, .new_kept = 15, .end = 104}, {"counts_disagree"}, "end"},
      {"returned was forgotten",
       {.start = 100, .lost = 10, .new_kept = 15, .end = 105, .returned = 1},
       {"counts_disagree"},
       "end"},
      {"returned over end", {.start = 100, .lost = 95, .end = 10, .returned = 11}, {"returned_over_end"}, "returned"},
      {"returned over end, alone", {.end = 10, .returned = 11}, {"returned_over_end"}, "returned"},
      {"returned and new over end",
       {.start = 100, .new_kept = 6, .end = 10, .returned = 5},
       {"returned_over_end"},
       "returned"},
      {"returned over what is not kept",
       {.start = 100, .lost = 10, .end = 95, .returned = 6},
       {"returned_over_end"},
       "returned"},
      {"start would be negative", {.lost = 3, .new_kept = 6, .end = 10, .returned = 5}, {"start_negative"}, "returned"},
      {"left and returned over kept",
       {.start = 100, .lost = 90, .left_and_returned = 11},
       {"left_and_returned_over_kept"},
       "left_and_returned"},
      {"left and returned, but everybody left",
       {.start = 5, .lost = 5, .left_and_returned = 1},
       {"left_and_returned_over_kept"},
       "left_and_returned"},
  });
}

TEST(Counts, DisagreementNamesTheExpectedEnd) {
  const Issue issue = check_counts({.start = 100, .lost = 10, .new_kept = 15, .end = 110}).issues.at(0);
  EXPECT_EQ(number(issue, "expected_end"), 105);
  EXPECT_EQ(number(issue, "end"), 110);
}

TEST(Counts, SwappedNumbersExplainTheInvertedFormula) {
  const std::vector<Issue> issues = check_counts({.start = 250, .lost = 1500}).issues;
  EXPECT_EQ(number(issues.at(1), "lifetime"), 6);
  EXPECT_EQ(number(issues.at(1), "start"), 1500);
  EXPECT_EQ(number(issues.at(1), "lost"), 250);
  EXPECT_EQ(issues.at(1).severity, Severity::Note);
}

TEST(Counts, TheFormulaThatForgetsNewIsExplained) {
  const CheckedCounts checked = check_counts({.start = 100, .new_kept = 15, .end = 105});
  ASSERT_THAT(codes(checked), ElementsAre("formula_forgets_new"));
  EXPECT_DOUBLE_EQ(number(checked.issues[0], "wrong"), -0.05);
  EXPECT_DOUBLE_EQ(number(checked.issues[0], "right"), 0.1);
  EXPECT_THAT(check_counts({.start = 100, .lost = 10, .new_kept = 0}).issues, IsEmpty()) << "nobody new: it is right";
}

TEST(Counts, NobodyAtTheStartHasNoRate) {
  EXPECT_THAT(codes(check_counts({.start = 0, .lost = 0})), ElementsAre("zero_base"));
  EXPECT_THAT(codes(check_counts({.start = 0, .new_kept = 5, .end = 5})), ElementsAre("zero_base"));
  EXPECT_TRUE(check_counts({.start = 0, .lost = 0}).totals);
  EXPECT_EQ(check_counts({.start = 0, .lost = 0}).issues.at(0).severity, Severity::Warning);
}

TEST(Counts, MinusZeroIsZero) {
  const CheckedCounts checked = check_counts({.start = 10, .lost = -0.0, .new_left = -0.0});
  ASSERT_TRUE(checked.totals);
  EXPECT_FALSE(std::signbit(checked.totals->lost));
  EXPECT_FALSE(std::signbit(checked.totals->new_left));
}

}  // namespace
}  // namespace kirnu

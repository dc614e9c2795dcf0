#include "facts/tables/mrr.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace kirnu {
namespace {

TEST(Mrr, NothingSaidIsNothing) {
  const CheckedMrr checked = check_mrr({});
  EXPECT_FALSE(checked.totals);
  EXPECT_TRUE(checked.issues.empty());
}

TEST(Mrr, WhatWasNotSaidStaysUnknown) {
  const CheckedMrr checked = check_mrr({.start = 1000.5, .churned = 30.25});
  ASSERT_TRUE(checked.totals);
  EXPECT_EQ(checked.totals->start, 1000.5);
  EXPECT_EQ(checked.totals->churned, 30.25);
  EXPECT_FALSE(checked.totals->contraction);
  EXPECT_FALSE(checked.totals->expansion);
}

TEST(Mrr, EverythingMayBeLostEvenInCents) {
  EXPECT_TRUE(check_mrr({.start = 0.3, .churned = 0.1, .contraction = 0.2}).totals);
}

struct Refused {
  const char* what;
  MrrInputs said;
  std::string code;
  std::string field;
};

TEST(Mrr, ImpossibleAmountsAreRefused) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  const Refused rows[] = {
      {"no start", {.churned = 5}, "mrr_start_needed", "mrr_start"},
      {"only growth", {.expansion = 5}, "mrr_start_needed", "mrr_start"},
      {"negative start", {.start = -1}, "amount_negative", "mrr_start"},
      {"negative churned", {.start = 10, .churned = -1}, "amount_negative", "mrr_churned"},
      {"negative contraction", {.start = 10, .contraction = -0.01}, "amount_negative", "mrr_contraction"},
      {"negative expansion", {.start = 10, .expansion = -1}, "amount_negative", "mrr_expansion"},
      {"negative new", {.start = 10, .new_ = -1}, "amount_negative", "mrr_new"},
      {"negative reactivation", {.start = 10, .reactivation = -1}, "amount_negative", "mrr_reactivation"},
      {"too large", {.start = 1.1e15}, "number_too_large", "mrr_start"},
      {"infinite", {.start = infinity}, "number_too_large", "mrr_start"},
      {"no number", {.start = nan}, "number_unreadable", "mrr_start"},
      {"more lost than there was", {.start = 10, .churned = 11}, "mrr_lost_over_start", "mrr_churned"},
      {"together more", {.start = 10, .churned = 6, .contraction = 5}, "mrr_lost_over_start", "mrr_churned"},
      {"a cent more", {.start = 10, .contraction = 10.01}, "mrr_lost_over_start", "mrr_contraction"},
      {"of nothing", {.start = 0, .churned = 1}, "mrr_lost_over_start", "mrr_churned"},
  };
  for (const Refused& row : rows) {
    const CheckedMrr checked = check_mrr(row.said);
    EXPECT_FALSE(checked.totals) << row.what;
    ASSERT_EQ(checked.issues.size(), 1U) << row.what;
    EXPECT_EQ(issue_code_name(checked.issues[0].code), row.code) << row.what;
    EXPECT_EQ(checked.issues[0].field, row.field) << row.what;
  }
}

TEST(Mrr, AnEndTellsWhatIsMissingAndMustAddUp) {
  const MrrInputs all{.start = 1000, .churned = 30, .contraction = 20, .expansion = 50, .new_ = 100, .end = 1100};
  ASSERT_TRUE(check_mrr(all).totals);
  MrrInputs wrong = all;
  wrong.end = 1110;
  const CheckedMrr refused = check_mrr(wrong);
  ASSERT_EQ(refused.issues.size(), 1U);
  EXPECT_EQ(refused.issues[0].code, IssueCode::CountsDisagree);
  EXPECT_EQ(std::get<double>(refused.issues[0].values[4].value), 1100);
  MrrInputs rounded = all;
  rounded.end = 1102;
  EXPECT_TRUE(check_mrr(rounded).totals) << "six numbers rounded to whole units";
  for (std::optional<double> MrrInputs::*one : {&MrrInputs::start, &MrrInputs::expansion, &MrrInputs::new_}) {
    MrrInputs without = all;
    (without.*one).reset();
    const CheckedMrr checked = check_mrr(without);
    ASSERT_TRUE(checked.totals);
    EXPECT_EQ(checked.totals->start, 1000);
    EXPECT_EQ(checked.totals->expansion, 50);
    EXPECT_EQ(checked.totals->new_, 100);
  }
  EXPECT_FALSE(check_mrr({.churned = 30, .end = 1100}).totals) << "gains that nobody tells";
}

}  // namespace
}  // namespace kirnu

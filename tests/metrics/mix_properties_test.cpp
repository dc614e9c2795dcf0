#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "metrics/mix.h"

// What must hold for any parts. std::mt19937_64 gives the same numbers everywhere; its distributions would not.
namespace kirnu {
namespace {

constexpr std::uint64_t kSeed = 20250401;
constexpr int kRounds = 2000;

class GeneratedParts : public testing::Test {
 protected:
  double number(std::uint64_t below) { return static_cast<double>(random_() % below); }

  PeriodCount count() {
    const double start = number(8) == 0 ? 0 : number(400);
    return {.lost = number(static_cast<std::uint64_t>(start) + 1), .start = start};
  }

  std::vector<PartCounts> parts() {
    std::vector<PartCounts> parts(2 + random_() % 6);
    for (PartCounts& part : parts) part = {.before = count(), .after = count()};
    return parts;
  }

  std::mt19937_64 random_{kSeed};
};

TEST_F(GeneratedParts, TheAdjustedRateLiesAmongThoseOfTheParts) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    const std::vector<PartCounts> all = parts();
    const std::optional<MixAdjusted> mix = adjust_mix(all);
    if (!mix) continue;
    double lowest = 1, highest = 0;
    for (const PartCounts& part : all) {
      if (part.before.start == 0 || part.after.start == 0) continue;
      lowest = std::min(lowest, part.after.lost / part.after.start);
      highest = std::max(highest, part.after.lost / part.after.start);
    }
    ASSERT_GE(mix->adjusted, lowest - 1e-12);
    ASSERT_LE(mix->adjusted, highest + 1e-12);
    ASSERT_GE(mix->interval.low, 0);
    ASSERT_LE(mix->interval.low, mix->adjusted + 1e-12);
    ASSERT_GE(mix->interval.high, mix->adjusted - 1e-12);
    ASSERT_LE(mix->interval.high, 1);
  }
}

TEST_F(GeneratedParts, TheirOrderIsNothing) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    std::vector<PartCounts> all = parts();
    const std::optional<MixAdjusted> mix = adjust_mix(all);
    std::rotate(all.begin(), all.begin() + 1, all.end());
    const std::optional<MixAdjusted> rotated = adjust_mix(all);
    ASSERT_EQ(mix.has_value(), rotated.has_value());
    if (!mix) continue;
    ASSERT_NEAR(mix->adjusted, rotated->adjusted, 1e-12);
    ASSERT_NEAR(mix->interval.low, rotated->interval.low, 1e-12);
    ASSERT_NEAR(mix->interval.high, rotated->interval.high, 1e-12);
    ASSERT_EQ(mix->paradox, rotated->paradox);
  }
}

TEST_F(GeneratedParts, WithTheSameMixNothingIsAdjusted) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    std::vector<PartCounts> all = parts();
    for (PartCounts& part : all) {
      part.after.start = part.before.start;
      part.after.lost = std::min(part.after.lost, part.after.start);
    }
    const std::optional<MixAdjusted> mix = adjust_mix(all);
    if (!mix) continue;
    ASSERT_NEAR(mix->adjusted, mix->after, 1e-12);
  }
}

TEST_F(GeneratedParts, TenTimesAsManyCustomersGiveTheSameRatesWithANarrowerInterval) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    std::vector<PartCounts> all = parts();
    const std::optional<MixAdjusted> mix = adjust_mix(all);
    for (PartCounts& part : all) {
      for (PeriodCount* count : {&part.before, &part.after}) *count = {count->lost * 10, count->start * 10};
    }
    const std::optional<MixAdjusted> more = adjust_mix(all);
    ASSERT_EQ(mix.has_value(), more.has_value());
    if (!mix) continue;
    ASSERT_NEAR(mix->before, more->before, 1e-12);
    ASSERT_NEAR(mix->after, more->after, 1e-12);
    ASSERT_NEAR(mix->adjusted, more->adjusted, 1e-12);
    ASSERT_EQ(mix->paradox, more->paradox);
    ASSERT_LT(more->interval.high - more->interval.low, mix->interval.high - mix->interval.low);
  }
}

}  // namespace
}  // namespace kirnu

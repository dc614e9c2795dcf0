#include "metrics/customer_group.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "metrics/cohorts.h"
#include "metrics/flows.h"
#include "metrics/revenue.h"
#include "metrics/subscription_workings.h"
#include "support/sample_facts.h"

namespace kirnu {
namespace {

/// Customers over four years, on three plans and some on none, in two currencies: one row each, or of every `several`
/// customers one with more.
SubscriptionTable random_table(unsigned seed, int rows, int several = 0) {
  std::mt19937 random(seed);
  const auto number = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
  SubscriptionTable table;
  table.plan.name = "plan";
  for (int row = 0; row < rows; ++row) {
    const bool again = several > 0 && row > 0 && number(several) == 0;
    table.customer.push_back(table.customers.add("c" + std::to_string(again ? number(row) : row)));
    const std::int32_t start = day("2022-01-01") + number(1400);
    table.start.days.push_back(start);
    table.end.days.push_back(number(3) == 0 ? kNoDay : start + number(500));
    table.amount.push_back(number(5) * 100'000);
    table.currency.codes.push_back(table.currency.words.add(number(2) == 0 ? "EUR" : "USD"));
    const int plan = number(4);
    table.plan.codes.push_back(plan == 3 ? CodeColumn::kNone
                                         : table.plan.words.add(std::string(1, static_cast<char>('a' + plan))));
  }
  return table;
}

std::string text_of(const Flow& flow) {
  std::string text;
  for (const std::int64_t count : {flow.opening, flow.new_, flow.reactivated, flow.churned, flow.closing, flow.lost,
                                   flow.new_kept, flow.new_left, flow.left_and_returned, flow.returned})
    text += std::to_string(count) + " ";
  return text;
}

std::string text_of(const MrrMovement& movement) {
  std::string text;
  for (const MrrSum sum : {movement.opening, movement.new_, movement.expansion, movement.contraction, movement.churned,
                           movement.reactivation, movement.closing})
    text += std::to_string(major_units(sum)) + " ";
  return text + std::to_string(movement.payers) + " " + std::to_string(movement.payers_lost);
}

/// All that is asked of a group, as lines.
std::vector<std::string> answers_of(const CustomerGroup& group, const PeriodGrid& series, const PeriodGrid& cohorts,
                                    const PeriodGrid& leading, std::int32_t as_of) {
  std::vector<std::string> lines;
  for (const Flow& flow : build_flows(group, series)) lines.push_back(text_of(flow));
  lines.push_back(text_of(build_flow(group, {.from = leading.bounds[0], .to = leading.bounds[1]})));
  for (const Cohort& cohort : build_cohorts(group, cohorts, as_of, RetentionRule::Exact).cohorts) {
    lines.emplace_back();
    for (const std::int64_t retained : cohort.retained) lines.back() += std::to_string(retained) + " ";
  }
  const Revenue revenue =
      build_revenue(group, {.series = series, .leading = leading, .cohorts = cohorts, .as_of = as_of});
  for (const CurrencyRevenue& one : revenue.currencies) {
    lines.push_back(one.currency + " " + text_of(one.leading));
    for (const MrrMovement& movement : one.series) lines.push_back(text_of(movement));
    for (const RevenueCohort& cohort : one.cohorts) {
      lines.emplace_back();
      for (const MrrSum sum : cohort.retained) lines.back() += std::to_string(major_units(sum)) + " ";
    }
  }
  return lines;
}

std::vector<std::string> lines_of(const SurvivalSteps& steps) {
  std::vector<std::string> lines;
  for (const SurvivalStep& step : steps)
    lines.push_back(std::to_string(step.time) + " " + std::to_string(step.left) + " " + std::to_string(step.censored));
  return lines;
}

/// The periods of a question: a series that begins late, cohorts from the first day on, a window of its own.
struct Periods {
  std::int32_t as_of = day("2025-11-20");
  PeriodGrid series = build_grid({.unit = PeriodUnit::Quarter}, day("2023-05-01"), as_of + 1, as_of);
  PeriodGrid cohorts = build_grid({.unit = PeriodUnit::Month}, day("2022-01-01"), as_of + 1, as_of);
  PeriodGrid leading = grid_of({day("2025-02-15"), day("2025-06-01")});
};

class Sums : public testing::TestWithParam<int> {};

TEST_P(Sums, SayWhatSpellsSay) {
  const Periods periods;
  const auto answers = [&](const CustomerGroup& group) {
    return answers_of(group, periods.series, periods.cohorts, periods.leading, periods.as_of);
  };
  for (unsigned seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    const SubscriptionTable table = random_table(seed, 400, GetParam());
    SubscriptionWorkings workings;
    prepare(workings, table, {.gap_days = 10, .as_of = periods.as_of});
    const Spells& everybody = workings.spells;
    ASSERT_EQ(everybody.first.empty(), GetParam() == 0);
    const StartEndTable* const sums =
        find_starts_and_ends(workings, table,
                             {.grids = {&periods.series, &periods.cohorts, &periods.leading},
                              .column = &table.plan,
                              .days = *everybody.days,
                              .as_of = periods.as_of});
    ASSERT_NE(sums, nullptr);
    ASSERT_EQ(sums->groups.size(), 3U);
    CustomerGroup by_spells{.table = &table, .options = *workings.options, .spells = &everybody};
    CustomerGroup by_sums{.table = &table,
                          .options = *workings.options,
                          .spells = &everybody,
                          .starts_and_ends = sums,
                          .sums = &sums->everybody};
    EXPECT_EQ(answers(by_sums), answers(by_spells));
    const std::vector<PartRows> parts = build_part_rows(table, *workings.options, table.plan, 3, everybody);
    for (std::uint32_t code = 0; code < 3; ++code) {
      SpellOptions options = *workings.options;
      options.segment = &table.plan;
      options.segment_code = code;
      const StartEndSums& own = sums->groups[code];
      const Spells all = build_spells(table, options);
      const Spells& rest = parts[code].spells;
      EXPECT_EQ(own.all + rest.customers, all.customers);
      by_spells = {.table = &table, .options = options, .spells = &all};
      by_sums = {.table = &table,
                 .options = options,
                 .spells = &rest,
                 .starts_and_ends = sums,
                 .sums = &own,
                 .paid = &parts[code].paid};
      EXPECT_EQ(answers(by_sums), answers(by_spells));
      LengthCounts lengths, added = own.lengths;
      DayCounts days(*everybody.days), summed = own.days;
      const auto count = [&](const Spells& spells, LengthCounts& by_length, DayCounts& by_day) {
        spells.visit([&](std::uint32_t, const Spell* begin, const Spell* end) {
          by_length.add(*begin, periods.as_of);
          by_day.add(begin, end);
        });
      };
      count(all, lengths, days);
      count(rest, added, summed);
      EXPECT_EQ(lines_of(added.take()), lines_of(lengths.take()));
      EXPECT_EQ(summed.starts, days.starts);
      EXPECT_EQ(summed.ends, days.ends);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(OneRowEachAndSomeWithSeveral, Sums, testing::Values(0, 50, 2));

TEST(Sums, AreNotMadeOfManyDays) {
  const SubscriptionTable table = random_table(1, 50);
  const PeriodGrid days =
      build_grid({.unit = PeriodUnit::Day}, day("2022-01-01"), day("2025-11-21"), day("2025-11-20"));
  SubscriptionWorkings workings;
  prepare(workings, table, {.as_of = day("2025-11-20")});
  EXPECT_EQ(find_starts_and_ends(workings, table, {.grids = {&days}, .days = *workings.spells.days}), nullptr);
}

TEST(Workings, ServeTheSameCustomersOnly) {
  const SubscriptionTable table = subscriptions({{"A", "2025-01-01", "2025-02-01"}, {"B", "2025-01-01"}});
  SubscriptionWorkings workings;
  prepare(workings, table, {.as_of = day("2025-03-31")});
  EXPECT_EQ(workings.steps.size(), 2U);
  prepare(workings, table, {.as_of = day("2025-01-20")});
  ASSERT_EQ(workings.steps.size(), 1U);  // both were last seen on the same day
  EXPECT_EQ(workings.steps[0].censored, 2);
  prepare(workings, table, {.gap_days = 9, .as_of = day("2025-03-31")});
  EXPECT_EQ(workings.steps.size(), 2U);
}

}  // namespace
}  // namespace kirnu

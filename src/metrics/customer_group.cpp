#include "metrics/customer_group.h"

namespace kirnu {

std::vector<Flow> build_flows(const CustomerGroup& group, const PeriodGrid& grid) {
  return group.sums != nullptr ? build_flows(*group.starts_and_ends, *group.sums, grid)
                               : build_flows(*group.spells, grid);
}

Flow build_flow(const CustomerGroup& group, const DayWindow& days) {
  return build_flows(group, grid_of({days.from, days.to})).front();
}

CohortTable build_cohorts(const CustomerGroup& group, const PeriodGrid& grid, std::int32_t as_of, RetentionRule rule) {
  return group.sums != nullptr ? build_cohorts(*group.starts_and_ends, *group.sums, grid, as_of)
                               : build_cohorts(*group.spells, grid, as_of, rule);
}

Revenue build_revenue(const CustomerGroup& group, const RevenuePeriods& periods) {
  return group.sums != nullptr ? build_revenue(*group.starts_and_ends, *group.sums, periods)
                               : build_revenue(group.table, group.options, *group.spells, periods);
}

std::optional<DayRange> find_table_days(SubscriptionWorkings& workings, const SubscriptionTable& table,
                                        const ZoneOffsets& zone) {
  if (!workings.table_days || workings.table_days->first != zone)
    workings.table_days.emplace(zone, day_range(table, zone));
  return workings.table_days->second;
}

void prepare(SubscriptionWorkings& workings, const SubscriptionTable& table, const SpellOptions& options) {
  if (workings.options && !workings.spells.packed.empty())
    workings.options->gap_days = options.gap_days;  // with one row each there are no gaps
  if (workings.options == options) return;
  workings.options = options;
  workings.spells = build_spells(table, options);
  workings.days = day_range(workings.spells);
  workings.by_day = workings.days ? count_days(workings.spells, *workings.days) : DayCounts();
  workings.steps = build_steps(workings.spells, options.as_of);
  workings.ages.reset();
  workings.starts_and_ends.reset();
}

Renewals find_renewals(SubscriptionWorkings& workings, const PeriodChoice& choice) {
  if (!workings.ages || !answers(*workings.ages, choice))
    workings.ages = build_ages(workings.spells, choice, workings.options->as_of);
  return build_renewals(*workings.ages, choice);
}

const StartEndTable* find_starts_and_ends(SubscriptionWorkings& workings, const SubscriptionTable& table,
                                          const StartEndQuestion& question) {
  if (!workings.starts_and_ends || !answers(*workings.starts_and_ends, question))
    workings.starts_and_ends = build_start_end_table(table, workings.spells, question);
  return workings.starts_and_ends ? &*workings.starts_and_ends : nullptr;
}

}  // namespace kirnu

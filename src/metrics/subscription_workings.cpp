#include "metrics/subscription_workings.h"

namespace kirnu {

std::optional<DataEnd> find_data_end(SubscriptionWorkings& workings, const SubscriptionTable& table,
                                     const ZoneOffsets& zone) {
  if (!workings.data_end || workings.data_end->first != zone)
    workings.data_end.emplace(zone, find_data_end(table, zone));
  return workings.data_end->second;
}

void prepare(SubscriptionWorkings& workings, const SubscriptionTable& table, const SpellOptions& options) {
  if (workings.options && workings.spells.first.empty())
    workings.options->gap_days = options.gap_days;  // with one row each there are no gaps
  if (workings.options == options) return;
  workings.options = options;
  workings.spells = build_spells(table, options);
  workings.starts_and_ends.reset();
  workings.paid.reset();
  workings.ages = {};
  if (!workings.spells.days) return;
  workings.by_day = DayCounts(*workings.spells.days);
  LengthCounts lengths;
  workings.spells.visit([&](std::uint32_t, const Spell* begin, const Spell* end) {
    workings.by_day.add(begin, end);
    lengths.add(*begin, options.as_of);
  });
  workings.steps = lengths.take();
}

Renewals find_renewals(SubscriptionWorkings& workings, const PeriodChoice& choice) {
  if (!answers(workings.ages, choice)) workings.ages = build_ages(workings.spells, choice, workings.options->as_of);
  return build_renewals(workings.ages, choice);
}

const PaidRows* find_paid_rows(SubscriptionWorkings& workings, const SubscriptionTable& table) {
  if (table.amount.empty() || workings.spells.first.empty()) return nullptr;
  if (!workings.paid) workings.paid = build_paid_rows(table, *workings.options, workings.spells);
  return &*workings.paid;
}

const StartEndTable* find_starts_and_ends(SubscriptionWorkings& workings, const SubscriptionTable& table,
                                          const StartEndQuestion& question) {
  if (!workings.starts_and_ends || !answers(*workings.starts_and_ends, question))
    workings.starts_and_ends = build_start_end_table(table, workings.spells, question);
  return workings.starts_and_ends ? &*workings.starts_and_ends : nullptr;
}

}  // namespace kirnu

#pragma once
#include <optional>
#include <utility>

#include "metrics/cohorts.h"
#include "metrics/daily.h"
#include "metrics/flows.h"
#include "metrics/renewals.h"
#include "metrics/start_end_sums.h"

/// Everybody, or the customers of one value of a column, and what is asked of them.
namespace kirnu {

/// Who came and went when: told by spells, or, where `sums` is there, by sums that were made for all periods asked.
struct CustomerGroup {
  const SubscriptionTable& table;
  SpellOptions options = {};
  const Spells* spells = nullptr;
  const StartEndTable* starts_and_ends = nullptr;
  const StartEndSums* sums = nullptr;
};
std::vector<Flow> build_flows(const CustomerGroup&, const PeriodGrid&);
Flow build_flow(const CustomerGroup&, const DayWindow&);
CohortTable build_cohorts(const CustomerGroup&, const PeriodGrid&, std::int32_t as_of, RetentionRule);
Revenue build_revenue(const CustomerGroup&, const RevenuePeriods&);

/// What a question about subscriptions has worked out and the next one about the same table can use, which mostly asks
/// for other periods of the same customers. Who asks several times keeps it; it knows nothing of other tables.
struct SubscriptionWorkings {
  std::optional<std::pair<ZoneOffsets, std::optional<DayRange>>> table_days = {};
  std::optional<SpellOptions> options = {};  ///< that all below is of; absent: of nothing yet
  Spells spells = {};
  std::optional<DayRange> days = {};  ///< of the spells
  DayCounts by_day = {};
  SurvivalSteps steps = {};
  std::optional<SpellAges> ages = {};
  std::optional<StartEndTable> starts_and_ends = {};
};

/// day_range() of the table.
std::optional<DayRange> find_table_days(SubscriptionWorkings&, const SubscriptionTable&, const ZoneOffsets&);

/// Has the workings be of these customers; `options` are everybody's.
void prepare(SubscriptionWorkings&, const SubscriptionTable&, const SpellOptions& options);

/// Renewals of everybody.
Renewals find_renewals(SubscriptionWorkings&, const PeriodChoice&);

/// Sums for a question, where they tell it; null where spells must.
const StartEndTable* find_starts_and_ends(SubscriptionWorkings&, const SubscriptionTable&, const StartEndQuestion&);

}  // namespace kirnu

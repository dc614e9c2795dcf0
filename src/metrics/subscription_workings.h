#pragma once
#include <optional>
#include <utility>

#include "metrics/daily.h"
#include "metrics/data_end.h"
#include "metrics/paid_rows.h"
#include "metrics/renewals.h"
#include "metrics/start_end_sums.h"

namespace kirnu {

/// What a question about subscriptions has worked out and the next one about the same table can use, which mostly asks
/// for other periods of the same customers. Who asks several times keeps it; it knows nothing of other tables.
struct SubscriptionWorkings {
  std::optional<std::pair<ZoneOffsets, std::optional<DataEnd>>> data_end = {};
  std::optional<SpellOptions> options = {};  ///< that all below is of; absent: of nothing yet
  Spells spells = {};
  DayCounts by_day = {};
  SurvivalSteps steps = {};
  SpellAges ages = {};
  std::optional<StartEndTable> starts_and_ends = {};
  std::optional<PaidRows> paid = {};
};

/// find_data_end() of the table.
std::optional<DataEnd> find_data_end(SubscriptionWorkings&, const SubscriptionTable&, const ZoneOffsets&);

/// Has the workings be of these customers; `options` are everybody's.
void prepare(SubscriptionWorkings&, const SubscriptionTable&, const SpellOptions& options);

/// Renewals of everybody.
Renewals find_renewals(SubscriptionWorkings&, const PeriodChoice&);

/// What customers with several rows pay; null where nobody has several, or nobody says what.
const PaidRows* find_paid_rows(SubscriptionWorkings&, const SubscriptionTable&);

/// Sums for a question, where they tell it; null where spells must.
const StartEndTable* find_starts_and_ends(SubscriptionWorkings&, const SubscriptionTable&, const StartEndQuestion&);

}  // namespace kirnu

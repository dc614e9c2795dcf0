#pragma once
#include <cstdint>
#include <optional>

#include "metrics/time_zone.h"

namespace kirnu {

/// Where the data of subscriptions end when nobody says it.
struct DataEnd {
  std::int32_t day = 0;                       ///< the latest date of the table
  std::optional<std::int32_t> to_come = {};   ///< the last end after the day on which the file was made
  std::optional<std::int32_t> happened = {};  ///< the last start, end or cancellation before ends that seem planned
};

/// Ends that go on long after the last start or cancellation seem planned, contracts' that still run, where the rows
/// say so: a status that runs, cancellations beside them, terms of whole years, starts that never paused so long.
/// Absent when the table has no dates.
std::optional<DataEnd> find_data_end(const SubscriptionTable&, const ZoneOffsets&);

}  // namespace kirnu

#pragma once
#include <cstdint>
#include <optional>

#include "metrics/time_zone.h"

namespace kirnu {

/// Where the data of subscriptions end when nobody says it.
struct DataEnd {
  std::int32_t day = 0;                      ///< last day that the data know
  std::optional<std::int32_t> planned = {};  ///< the last end behind it, where those ends are contracts' that still run
};

/// The latest date of the table. Where ends go on long after the last start or cancellation, and the rows say that they
/// are planned (a status that runs, terms of whole years, starts that never paused so long), the last of those instead.
/// Absent when the table has no dates.
std::optional<DataEnd> find_data_end(const SubscriptionTable&, const ZoneOffsets&);

}  // namespace kirnu

#pragma once
#include <cstdint>
#include <vector>

#include "metrics/letters.h"
#include "metrics/order_rows.h"
#include "metrics/spells.h"

namespace kirnu {

/// How many spells start and end on each day.
struct DayCounts {
  std::int32_t first = 0;  ///< the day of place 0
  std::vector<std::int32_t> starts = {};
  std::vector<std::int32_t> ends = {};

  DayCounts() = default;
  explicit DayCounts(const DayRange& days)
      : first(days.first), starts(static_cast<std::size_t>(days.last - days.first) + 1), ends(starts.size()) {}

  /// Spells within the days.
  void add(const Spell* spell, const Spell* end) {
    for (; spell != end; ++spell) {
      ++starts[static_cast<std::size_t>(spell->start - first)];
      if (spell->end != Spell::kOpen) ++ends[static_cast<std::size_t>(spell->end - first)];
    }
  }
};

/// Adds what definitions by the day need: each day's departures and customers, and the days that customers were there.
void add_daily(Letters&, const DayCounts&, const DayWindow& window);

}  // namespace kirnu

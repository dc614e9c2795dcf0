#include "metrics/yearly_ends.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "base/date.h"

namespace kirnu {

bool end_with_the_year(const SubscriptionTable& table, const ZoneOffsets& zone) {
  const TimeColumn& ends = table.end.empty() ? table.canceled : table.end;
  if (ends.empty()) return false;
  constexpr std::size_t kMostDays = 2;  // 30 June and 31 December
  std::vector<CivilDate> days;          // of the year
  std::int64_t all = 0;
  bool years = false;
  DayBuffer buffer;
  for (std::size_t b = 0; b < table.customer.block_count(); ++b) {
    for (const std::int32_t end : days_of(ends, b, table.customer.block_size(b), zone, buffer)) {
      if (end == kNoDay) continue;
      const CivilDate date = civil_date({end});
      const auto same = [&](const CivilDate& known) { return known.month == date.month && known.day == date.day; };
      if (std::none_of(days.begin(), days.end(), same)) days.push_back(date);
      if (days.size() > kMostDays) return false;
      years = years || date.year != days[0].year;
      ++all;
    }
  }
  const bool halves = days.size() == kMostDays && all > 2 && std::abs(days[0].month - days[1].month) == 6;
  return years && (days.size() == 1 || halves);
}

}  // namespace kirnu

#include "metrics/time_zone.h"
#include "text/zone_clock.h"

namespace kirnu {
namespace {

/// An offset that holds for less is not seen. The shortest of the tz data is a summer of one week: Recife in 2000.
constexpr std::int64_t kStep = 6 * kSecondsPerDay;
constexpr std::int64_t kLast = 2840140800;  // 2060-01-01

/// The first instant after `low` that has another offset than `low`, where `high` has another.
std::int64_t first_change(const ZoneClock& clock, std::int64_t low, std::int64_t high) {
  const std::optional<std::int32_t> before = clock.offset(low);
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (clock.offset(middle) == before ? low : high) = middle;
  }
  return high;
}

}  // namespace

std::optional<ZoneOffsets> read_zone_offsets(std::string_view name) {
  const ZoneClock clock(name);
  std::optional<std::int32_t> before = clock.offset(0);
  if (!before) return std::nullopt;
  ZoneOffsets zone;
  zone.changes.push_back({.instant = 0, .offset = *before});
  for (std::int64_t instant = kStep; instant < kLast + kStep; instant += kStep) {
    const std::optional<std::int32_t> now = clock.offset(instant);
    for (std::int64_t from = instant - kStep; now && now != before;) {  // there may be two changes
      from = first_change(clock, from, instant);
      before = clock.offset(from);
      zone.changes.push_back({.instant = from, .offset = *before});
    }
  }
  return zone;
}

}  // namespace kirnu

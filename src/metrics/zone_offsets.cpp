#include "metrics/time_zone.h"
#include "text/zone_clock.h"

namespace kirnu {
namespace {

constexpr std::int64_t kWeek = 7 * 86400;
constexpr std::int64_t kLast = 2840140800;  // 2060-01-01

/// The first instant after `low` that has the offset of `high`, when the offset changes once between them.
std::int64_t first_instant(const ZoneClock& clock, std::int64_t low, std::int64_t high, std::int32_t offset) {
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (clock.offset(middle) == offset ? high : low) = middle;
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
  for (std::int64_t instant = kWeek; instant < kLast; instant += kWeek) {
    const std::optional<std::int32_t> now = clock.offset(instant);
    if (!now || now == before) continue;
    zone.changes.push_back({.instant = first_instant(clock, instant - kWeek, instant, *now), .offset = *now});
    before = now;
  }
  return zone;
}

}  // namespace kirnu

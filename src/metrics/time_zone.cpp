#include "metrics/time_zone.h"

#include <algorithm>

namespace kirnu {
namespace {

std::int32_t offset_at(std::int64_t instant, const ZoneOffsets& zone) {
  if (zone.changes.empty()) return 0;
  const auto next =
      std::upper_bound(zone.changes.begin(), zone.changes.end(), instant,
                       [](std::int64_t t, const ZoneOffsets::Change& change) { return t < change.instant; });
  return next == zone.changes.begin() ? next->offset : (next - 1)->offset;
}

}  // namespace

std::int32_t local_day(std::int64_t instant, const ZoneOffsets& zone) {
  return day_of_instant(instant + offset_at(instant, zone));
}

std::int32_t day_of(const TimeColumn& column, std::size_t row, const ZoneOffsets& zone) {
  if (column.empty()) return kNoDay;
  if (!column.clock) return column.days[row];
  const std::int64_t instant = column.instants[row];
  if (instant == kNoInstant) return kNoDay;
  return column.local ? day_of_instant(instant) : local_day(instant, zone);
}

std::span<const std::int32_t> days_of(const TimeColumn& column, std::size_t block, std::size_t count,
                                      const ZoneOffsets& zone, DayBuffer& buffer) {
  if (!column.clock && !column.days.empty()) return column.days.block(block, buffer.packed);
  std::vector<std::int32_t>& days = buffer.days;
  days.resize(count);
  if (column.instants.empty()) {
    std::fill(days.begin(), days.end(), kNoDay);
    return days;
  }
  const std::span<const std::int64_t> instants = column.instants.block(block, buffer.instants);
  for (std::size_t i = 0; i < count; ++i) {
    days[i] = instants[i] == kNoInstant ? kNoDay
              : column.local            ? day_of_instant(instants[i])
                                        : local_day(instants[i], zone);
  }
  return days;
}

std::optional<DayRange> day_range(const TimeColumn& column, const ZoneOffsets& zone) {
  const std::size_t blocks = column.clock ? column.instants.block_count() : column.days.block_count();
  DayBuffer buffer;
  std::int32_t first = kNoDay;
  std::int32_t last = kNoDay;  // below every day
  for (std::size_t block = 0; block < blocks; ++block) {
    const std::size_t count = column.clock ? column.instants.block_size(block) : column.days.block_size(block);
    for (const std::int32_t day : days_of(column, block, count, zone, buffer)) {
      // kNoDay - 1 wraps round to the largest number, so that no day is never the first
      const auto before = static_cast<std::uint32_t>(day) - 0x80000001U;
      if (before < static_cast<std::uint32_t>(first) - 0x80000001U) first = day;
      last = std::max(last, day);
    }
  }
  if (last == kNoDay) return std::nullopt;
  return DayRange{.first = first, .last = last};
}

}  // namespace kirnu

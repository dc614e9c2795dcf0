#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "facts/tables/tables.h"

/// Days are counted from 1970-01-01, instants in seconds from its midnight in UTC.
namespace kirnu {

/// How far a time zone is from UTC, and when that changes; who asks brings it. Empty: UTC.
struct ZoneOffsets {
  struct Change {
    std::int64_t instant = 0;  ///< from here on …
    std::int32_t offset = 0;   ///< … clocks are this many seconds ahead of UTC
    bool operator==(const Change&) const = default;
  };
  std::vector<Change> changes = {};  ///< by instant; the first one's offset holds before it too
  bool operator==(const ZoneOffsets&) const = default;
};

/// The offsets of an IANA name from 1970 to 2059, each change to the second. Absent for a name that the C library
/// (natively) or Intl (in wasm) does not know.
std::optional<ZoneOffsets> read_zone_offsets(std::string_view name);

/// The local day of an instant.
std::int32_t local_day(std::int64_t instant, const ZoneOffsets& zone);

/// The day of a row; kNoDay where it has none. Bare dates are the same in every zone.
std::int32_t day_of(const TimeColumn& column, std::size_t row, const ZoneOffsets& zone);

/// For the days of one block at a time.
struct DayBuffer {
  std::vector<std::uint32_t> packed = {};
  std::vector<std::uint64_t> instants = {};
  std::vector<std::int32_t> days = {};
};

/// The days of one block of a column with `count` rows (PackedColumn::block); they may lie in `buffer`. An empty column
/// gives kNoDay throughout.
std::span<const std::int32_t> days_of(const TimeColumn& column, std::size_t block, std::size_t count,
                                      const ZoneOffsets& zone, DayBuffer& buffer);

/// The first and the last day of a column; absent where no row has one.
struct DayRange {
  std::int32_t first = 0;
  std::int32_t last = 0;
};
std::optional<DayRange> day_range(const TimeColumn& column, const ZoneOffsets& zone);

}  // namespace kirnu

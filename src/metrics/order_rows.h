#pragma once
#include <cstdint>
#include <limits>
#include <optional>

#include "facts/tables/tables.h"
#include "metrics/time_zone.h"

namespace kirnu {

/// Days [from, to).
struct DayWindow {
  std::int32_t from = 0;
  std::int32_t to = 0;
  std::int32_t days() const { return to - from; }
};

/// Which rows of an order file count, for every question about it.
struct OrderOptions {
  std::int32_t as_of = std::numeric_limits<std::int32_t>::max();  ///< later rows are left out
  bool as_of_said = false;  ///< by somebody: the data are not taken to go on in silence
  ZoneOffsets zone = {};
  int first_month = 1;  ///< of the years that are compared
  /// Money is added of rows with this code of `currency` alone; absent: the only currency. Where a file has several and
  /// none is chosen, there are no values.
  std::optional<std::uint32_t> currency = {};
  const CodeColumn* segment = nullptr;  ///< one of the table's columns: only rows with …
  std::uint32_t segment_code = 0;       ///< … this code count
};

/// Rows that are no orders, by reason.
struct OrdersLeftOut {
  std::int64_t failed = 0;  ///< status failed, cancelled, voided …
  std::int64_t future = 0;
  std::int64_t date_missing = 0;
};

}  // namespace kirnu

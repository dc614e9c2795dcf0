#pragma once
#include <optional>

#include "text/date_text.h"

namespace kirnu {

/// What stands behind a date: a clock, a zone, both or nothing.
struct ClockTime {
  bool said = false;                    ///< there is a clock
  bool possible = true;                 ///< false: 25:00, or an offset of more than 15 hours
  int seconds = 0;                      ///< since midnight; 86400 for 24:00
  std::optional<int> offset_minutes{};  ///< east of UTC
};

/// Reads what is left behind a date, to its end; absent when it is neither clock nor zone. `compact`: the date had no
/// marks, so neither needs the clock: 20241231 1405.
std::optional<ClockTime> read_clock(DateScanner scanner, bool compact);

/// Reads the clock at the front of a text such as "14:05:59 CET 2024" and leaves what stands behind it and its zone.
std::optional<ClockTime> take_clock_and_zone(DateScanner& scanner, bool hour_alone, bool compact);

}  // namespace kirnu

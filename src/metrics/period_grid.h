#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/period.h"

namespace kirnu {

/// Which periods a question is about. Weeks begin on Monday.
struct PeriodChoice {
  PeriodUnit unit = PeriodUnit::Month;
  int days = 30;        ///< of Days: whole, at least 1; the last of them ends with the day as_of
  int first_month = 1;  ///< of Year: 7 makes a fiscal year that begins in July
};

/// The length that rates of such periods are converted with.
Period length_of(const PeriodChoice&);

/// Finds the period of a day by looking it up; valid as long as its grid.
struct PlaceOfDay {
  const std::int32_t* places;
  std::int32_t first;
  std::int32_t last;

  std::int32_t operator()(std::int32_t day) const { return places[std::clamp(day, first - 1, last) - first + 1]; }
};

/// Consecutive periods; period i is [bounds[i], bounds[i + 1]) in days. No bounds: no period.
struct PeriodGrid {
  std::vector<std::int32_t> bounds = {};
  std::vector<std::int32_t> places = {-1};  ///< -1, then each day's period from bounds[0] on, then size()

  std::int32_t size() const { return bounds.empty() ? 0 : static_cast<std::int32_t>(bounds.size()) - 1; }

  /// For loops over many days: -1 before the first period, size() after the last. Without periods always -1.
  PlaceOfDay lookup() const {
    if (bounds.empty()) return {.places = places.data(), .first = 1, .last = 0};
    return {.places = places.data(), .first = bounds.front(), .last = bounds.back()};
  }
  std::int32_t index_of(std::int32_t day) const { return lookup()(day); }

  /// The last period that ends with the day as_of or before; absent when there is none.
  std::optional<std::int32_t> last_complete(std::int32_t as_of) const;
};

/// The grid of ascending bounds.
PeriodGrid grid_of(std::vector<std::int32_t> bounds);

/// The most periods of a grid; where there would be more, the latest are kept.
inline constexpr std::int32_t kMostPeriods = 40000;

/// The periods that cover the days [from, to), whole periods throughout. Empty when from >= to.
PeriodGrid build_grid(const PeriodChoice&, std::int32_t from, std::int32_t to, std::int32_t as_of);

}  // namespace kirnu

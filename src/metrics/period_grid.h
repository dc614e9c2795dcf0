#pragma once
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

/// Consecutive periods; period i is [bounds[i], bounds[i + 1]) in days. Empty: no period.
struct PeriodGrid {
  std::vector<std::int32_t> bounds = {};
  std::vector<std::int32_t> places = {};  ///< for each day from bounds[0] on, its period

  std::int32_t size() const { return bounds.empty() ? 0 : static_cast<std::int32_t>(bounds.size()) - 1; }

  /// The period of a day: -1 before the first, size() after the last.
  std::int32_t index_of(std::int32_t day) const {
    if (bounds.empty() || day < bounds.front()) return -1;
    return day >= bounds.back() ? size() : places[static_cast<std::size_t>(day - bounds.front())];
  }

  /// The last period that ends with the day as_of or before; absent when there is none.
  std::optional<std::int32_t> last_complete(std::int32_t as_of) const;
};

/// The most periods of a grid; where there would be more, the latest are kept.
inline constexpr std::int32_t kMostPeriods = 40000;

/// The periods that cover the days [from, to), whole periods throughout. Empty when from >= to.
PeriodGrid build_grid(const PeriodChoice&, std::int32_t from, std::int32_t to, std::int32_t as_of);

}  // namespace kirnu

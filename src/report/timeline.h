#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "facts/tables/count_table.h"
#include "metrics/order_rows.h"
#include "metrics/period_grid.h"
#include "metrics/time_zone.h"
#include "report/question_settings.h"

namespace kirnu {

/// The periods that a question looks at, and the one that its metrics are of.
struct Timeline {
  PeriodChoice choice = {};
  PeriodGrid grid = {};                   ///< of the series
  std::int32_t as_of = 0;                 ///< last day that the data know
  std::int32_t complete = 0;              ///< so many periods of the grid end with as_of or before
  std::optional<DayWindow> leading = {};  ///< absent: no period is complete
  bool chosen = false;                    ///< the leading days are those that somebody named
  Period period = {};                     ///< length of the leading period
};

/// The timeline of data that reach over `days`. Without settings: the unit `usual` from the first day to as_of, and its
/// last complete period leads. `from` with `to` and no period: these days lead, and the series lies within them.
Timeline build_timeline(const QuestionSettings&, const DayRange& days, PeriodUnit usual);

/// The days before the leading ones: the period before, else as many months or days. There must be a leading period.
DayWindow window_before(const Timeline&);

/// The length of days as rates are converted with it: a calendar unit where they are one, else their number.
Period period_of_window(const DayWindow&);

/// "2025-01", "2025-Q1", "2025-H1", "2025", "2025/26"; the first day for other periods.
std::string period_label(const PeriodChoice&, std::int32_t first_day);

/// The dates of days [from, to).
LabelSpan span_of(const DayWindow&);

}  // namespace kirnu

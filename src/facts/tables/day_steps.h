#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "facts/tables/count_table.h"

/// Labels that are days: "2024-01-01; 2024-01-02", "01.01.2024; 08.01.2024".
namespace kirnu {

/// Periods of a day or a week each, in the order of their labels.
struct DaySteps {
  PeriodUnit unit = PeriodUnit::Day;
  std::vector<std::int32_t> first_days = {};

  LabelSpan span_of(std::size_t label, std::int32_t back = 0) const;  ///< so many days earlier
};

/// Of labels that are all days and lie a day or weeks apart, upwards or downwards; the same day may stand several times
/// in a row. Absent for all else, and for days of months.
std::optional<DaySteps> read_day_steps(std::span<const std::string_view> labels);

/// The days of labels that stand for months: each the first, the last or the same day of its month, in the order of day
/// and month in which they are so, day first if in both. Upwards or downwards; one may stand several times in a row.
std::optional<std::vector<std::int32_t>> read_month_days(std::span<const std::string_view> labels);

/// The month in which a day lies.
LabelSpan month_around(Date day);

}  // namespace kirnu

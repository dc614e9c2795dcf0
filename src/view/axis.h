#pragma once
#include <string_view>

#include "base/language.h"
#include "text/words.h"
#include "view/node/chart.h"

namespace kirnu {

/// Half of what a bar is thick, of the room it has: a row, or a period.
inline constexpr double kHalfBar = 0.28;

/// An axis of shares from 0 (or the lowest value, when that is below 0) to a round value above `highest`, with at most
/// six labelled ticks.
Axis share_axis(double lowest, double highest, Language);

/// An axis of plain numbers from 0 to `highest`, with at most six labelled ticks at round values.
Axis number_axis(double highest, Language);

/// The same for what is counted whole: there is no tick at half a customer.
Axis count_axis(double highest, Language);

/// How many there were, on an axis up: to a tick at or above `highest`.
Axis level_axis(double highest, Language);

/// Lengths in a unit of the calendar, as period_unit_name() has it: months stand by the quarter and the year, weeks by
/// the quarter. Other units and short lengths are plain numbers.
Axis length_axis(double highest, std::string_view unit, Language);

/// The last tick says what is counted: "0 10 20 30 months". `key` is a string with {number}.
void name_last_tick(Axis&, const Words&, std::string_view key);

}  // namespace kirnu

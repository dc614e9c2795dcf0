#pragma once
#include <string>

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

/// The last tick says what is counted: "0 10 20 30 months". `unit` is a period unit's name or "none"; empty: no unit.
void name_unit(Axis&, const Words&, const std::string& unit);

}  // namespace kirnu

#pragma once
#include "base/language.h"
#include "view/node/chart.h"

namespace kirnu {

/// An axis of shares from 0 (or the lowest value, when that is below 0) to a round value above `highest`, with at most
/// six labelled ticks.
Axis share_axis(double lowest, double highest, Language);

/// An axis of plain numbers from 0 to `highest`, with at most six labelled ticks at round values.
Axis number_axis(double highest, Language);

}  // namespace kirnu

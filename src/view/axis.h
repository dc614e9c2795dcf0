#pragma once
#include "base/language.h"
#include "view/node/chart.h"

namespace kirnu {

/// An axis of shares from 0 (or the lowest value, when that is below 0) to a round value above `highest`, with at most
/// six labelled ticks.
Axis share_axis(double lowest, double highest, Language);

}  // namespace kirnu

#pragma once
#include "metrics/letters.h"
#include "metrics/order_rows.h"
#include "metrics/spells.h"

namespace kirnu {

/// Adds what definitions by the day need: each day's departures and customers, and the days that customers were there.
void add_daily(Letters&, const Spells&, const DayWindow& window);

}  // namespace kirnu

#pragma once
#include <optional>

#include "base/rate.h"

namespace kirnu {

/// The share lost in a period `to` if the share p in [0, 1] of every period `from` stayed the same:
/// 1 - (1 - p)^(b / a), where b / a = periods_in(from, to). Source: metrics.md, section 2.
double convert_share(double p, const Period& from, const Period& to);

/// Both ends of an interval converted as convert_share() does.
Interval convert_interval(const Interval&, const Period& from, const Period& to);

/// The share lost in a month of 30.436875 days, from the share lost in a calendar month of 28 to 31 `days`.
double convert_to_normal_month(double p, double days);

}  // namespace kirnu

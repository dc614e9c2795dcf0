#pragma once
#include "facts/tables/tables.h"
#include "metrics/time_zone.h"

namespace kirnu {

/// Whether subscriptions end on one and the same day of the year, or on two half a year apart, in several years:
/// members who may leave on 31 December leave in a year, and in no month.
bool end_with_the_year(const SubscriptionTable& table, const ZoneOffsets& zone);

}  // namespace kirnu

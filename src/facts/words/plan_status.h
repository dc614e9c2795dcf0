#pragma once
#include "facts/tables/tables.h"

namespace kirnu {

/// Lets plans say what no status does: "Free trial" and "Probeabo" are tried, "Free" and "kostenlos" cost nothing. A
/// table that has no other plans is left as it is.
void tell_status_by_plan(SubscriptionTable& table);

}  // namespace kirnu

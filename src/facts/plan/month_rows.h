#pragma once
#include <optional>

#include "facts/plan/kind_fits.h"

namespace kirnu {

/// The roles of a table with a row for each customer and month of what it pays ("Month; Customer; MRR") or of how it
/// stands ("customer; month; status"), or of nothing else: subscriptions, told by the months in which they are there.
/// Absent where customers skip months or pay another amount from month to month, as for purchases, unless recurring
/// revenue is named or a person has `chosen` so.
std::optional<RoleAssignment> find_month_rows(const KindFits& fits, bool chosen = false);

}  // namespace kirnu

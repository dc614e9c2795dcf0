#pragma once
#include <optional>

#include "facts/plan/kind_fits.h"

namespace kirnu {

/// The roles of a table with each customer's first and last purchase, perhaps with their number and value. Absent for
/// contracts: with an end, a plan, a status or a price of a month.
std::optional<RoleAssignment> find_purchase_summary(const KindFits& fits);

}  // namespace kirnu

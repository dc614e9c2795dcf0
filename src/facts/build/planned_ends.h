#pragma once
#include <cstdint>

#include <optional>
#include <string_view>
#include <vector>

#include "facts/plan/role_assignment.h"
#include "facts/tables/tables.h"

namespace kirnu {

/// Where every contract has an end, `paid_until` is what ends are, or `left` says who left, the end of one that runs is
/// only the day until which it runs: it goes on unless it is cancelled. Forgets such ends and answers how many they
/// were. A status tells that a contract runs, or a cancellation that is missing where ends lie months after all that
/// happened, or `left` where there are flags, one a row. Of a customer's several rows only the latest can go on.
std::int64_t forget_planned_ends(SubscriptionTable& table, const Column<std::uint8_t>& left, bool paid_until);

/// The last day on which somebody began; kNoDay where nobody did.
std::int32_t last_start(const SubscriptionTable& table);

/// The day until which a file tells, by the last update of a row: ends long after it are still to come. kNoDay where
/// ends lie in the weeks after it, of which some may have passed.
std::int32_t day_made(const SubscriptionTable& table, const TimeColumn& updated);

}  // namespace kirnu

#pragma once
#include <cstdint>

#include "facts/tables.h"

namespace kirnu {

/// Where every contract has an end, the end of one that runs is only the day until which it runs: it goes on unless it
/// is cancelled. Forgets such ends and answers how many they were. A status tells that a contract runs, or a
/// cancellation that is missing where ends lie months after all that happened. Nothing is forgotten where customers
/// have several rows.
std::int64_t forget_planned_ends(SubscriptionTable& table);

}  // namespace kirnu

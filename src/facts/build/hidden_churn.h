#pragma once
#include <cstdint>
#include <vector>

#include "base/issue.h"
#include "facts/tables/tables.h"

namespace kirnu {

/// Files that cannot show churn although each row is right: one date everywhere, nobody who ever left, everybody who
/// did.
void note_hidden_churn(const SubscriptionTable& table, std::vector<Issue>& issues);

/// Some programs write what a customer pays now: 0 for all who have gone, where others pay something. Forgets such
/// prices, so that the rows are of customers, and answers how many they were.
std::int64_t forget_prices_of_gone(SubscriptionTable& table);

}  // namespace kirnu

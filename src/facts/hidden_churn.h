#pragma once
#include <vector>

#include "base/issue.h"
#include "facts/tables.h"

namespace kirnu {

/// Files that cannot show churn although each row is right: one date everywhere, nobody who ever left.
void note_hidden_churn(const SubscriptionTable& table, std::vector<Issue>& issues);

}  // namespace kirnu

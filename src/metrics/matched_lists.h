#pragma once
#include <optional>
#include <string>

#include "facts/tables/tables.h"

namespace kirnu {

/// Two lists by columns that tell the same customers, and the names of these columns.
struct MatchedLists {
  CustomerList earlier = {}, later = {};
};

/// Lists whose ids have next to nothing in common, by those of their other columns that share the most. Absent where
/// the ids will do, and where no columns share three tenths of the shorter list.
std::optional<MatchedLists> match_lists(const CustomerList& earlier, const CustomerList& later);

}  // namespace kirnu

#pragma once
#include <cstdint>

#include "facts/tables/tables.h"

/// A stay: the time in which a customer was observed without a gap, in one row of a survival table or in several that
/// follow each other. A row goes on from another of its customer that ends where it begins, the customer still there.
namespace kirnu {

/// Rows of customers who had left already, or who stand in another row at that time.
struct Returns {
  std::int64_t count = 0;
  std::uint32_t first_customer = CodeColumn::kNone;
};

/// Finds for each row the one that it goes on from.
Returns follow_rows(SurvivalTable&);

/// Leaves each customer one stay: the first, or the latest. How many rows are gone.
std::int64_t keep_one_stay(SurvivalTable&, bool latest);

}  // namespace kirnu

#pragma once
#include <optional>
#include <string_view>

#include "text/date_reader.h"

namespace kirnu {

/// Reads what most cells of big files hold, an order of magnitude sooner than the rest of read_date(), and the same:
/// 2024-12-31, 31.12.2024 or 12/31/2024 in the column's order, 20241231 in a column of such; behind the first ones
/// nothing, " 14:05", "T14:05:59" or the like with Z. Absent for anything else, whatever it is.
std::optional<Moment> read_usual_date(std::string_view text, const DateHabit& habit);

}  // namespace kirnu

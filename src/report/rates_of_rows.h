#pragma once
#include <optional>

#include "facts/tables/count_table.h"

namespace kirnu {

/// The table with its rates converted to the periods of its rows, and a note of it; absent where no name of a rate says
/// that it is of another period.
std::optional<CountTable> with_rates_of_rows(const CountTable& table);

}  // namespace kirnu

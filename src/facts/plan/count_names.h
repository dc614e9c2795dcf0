#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "facts/words/count_name.h"

namespace kirnu {

/// A column as its name and the first look at its cells show it.
struct CountColumn {
  std::string_view name = {};
  bool percent = false;  ///< its cells have percent signs
  bool dated = false;    ///< its cells are names of periods, and no numbers: "month_start" above 2024-01-01
};

/// What the names of a table say, without those of plans, of the year before, of sums and means where others are of the
/// same: they count nothing.
std::vector<CountName> count_names(std::span<const CountColumn> columns);

}  // namespace kirnu

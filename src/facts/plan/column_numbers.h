#pragma once
#include <cstddef>

#include "facts/plan/count_arithmetic.h"
#include "table/table_reader.h"

namespace kirnu {

/// The numbers of a column of the sample, row by row; 5 % is 5.
ColumnNumbers numbers_of(const TableHead& head, std::size_t column);

/// Whether the numbers of a column never rise, of which there is one at least.
bool never_rises(const ColumnNumbers& numbers);

/// Whether they never rise and do fall.
bool is_falling(const ColumnNumbers& numbers);

/// Whether they begin with 100, 1 or 100 %, as a series of shares does.
bool begins_whole(const ColumnNumbers& numbers);

/// Whether they are 0, 1, 2 … or 1, 2, 3 …: ages of a series.
bool count_up(const ColumnNumbers& numbers);

}  // namespace kirnu

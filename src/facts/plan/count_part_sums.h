#pragma once
#include <cstddef>
#include <vector>

#include "facts/plan/count_arithmetic.h"
#include "facts/words/count_part_name.h"

/// What columns of one role say to one another by their numbers.
namespace kirnu {

struct CountPart {
  std::size_t column = 0;
  PartName name = {};
  ColumnNumbers numbers = {};
};
using CountParts = std::vector<CountPart>;

/// Row by row; absent where none of them has a number.
ColumnNumbers sum_of(const CountParts& parts);

/// 5, 12, 20 beside 5, 7, 8; also of all the others together.
bool is_running_total(const CountPart& part, const CountParts& parts);

/// A share in percent of what was there, or fractions beside whole numbers.
bool is_rate(const CountPart& part, const CountParts& parts, const CountParts& opening);

bool is_sum_of_others(const CountPart& part, const CountParts& parts);

/// Whether no other is larger in any row.
bool is_at_least(const CountPart& part, const CountParts& parts);

/// Whether the others together are not larger in any row.
bool is_at_least_sum(const CountPart& part, const CountParts& parts);

/// Whether every row closes, or opens the next one, with what was there, who came and who was lost; at least one does.
bool adds_up(const CountParts& opening, const CountParts& added, const CountParts& lost, const CountParts& closing);

}  // namespace kirnu

#include "facts/plan/column_numbers.h"

#include "text/number.h"

namespace kirnu {

ColumnNumbers numbers_of(const TableHead& head, std::size_t column) {
  ColumnNumbers numbers;
  for (const std::vector<std::string>& row : head.sample) {
    const std::string_view cell = column < row.size() ? std::string_view(row[column]) : std::string_view();
    const ReadNumber number = read_number(cell, NumberKind::Count);
    numbers.push_back(number.status == NumberStatus::Ok
                          ? std::optional(number.percent ? number.value * 100 : number.value)
                          : std::nullopt);
  }
  return numbers;
}

bool never_rises(const ColumnNumbers& numbers) {
  std::optional<double> last;
  for (const std::optional<double>& number : numbers) {
    if (number && last && *number > *last) return false;
    if (number) last = number;
  }
  return last.has_value();
}

bool is_falling(const ColumnNumbers& numbers) {
  std::optional<double> first, last;
  for (const std::optional<double>& number : numbers) {
    if (number && !first) first = number;
    if (number) last = number;
  }
  return never_rises(numbers) && *last < *first;
}

bool begins_whole(const ColumnNumbers& numbers) {
  return numbers.size() >= 3 && numbers[0] && (*numbers[0] == 100 || *numbers[0] == 1);
}

bool count_up(const ColumnNumbers& numbers) {
  if (numbers.size() < 2 || !numbers[0] || (*numbers[0] != 0 && *numbers[0] != 1)) return false;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    if (!numbers[i] || *numbers[i] != *numbers[0] + static_cast<double>(i)) return false;
  }
  return true;
}

}  // namespace kirnu

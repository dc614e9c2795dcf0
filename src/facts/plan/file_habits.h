#pragma once
#include <optional>
#include <string>

#include "facts/plan/column_facts.h"

namespace kirnu {

/// What the columns of a file say together: a program writes all of them alike.
struct FileHabits {
  DecimalMark decimal = DecimalMark::Unknown;
  std::string decimal_from = {};
  DateOrder order = DateOrder::Unknown;
  std::string order_from = {};
  std::optional<ColumnPlan> dates = {};  ///< the first column of dates: columns without any yet will be like it
};

FileHabits find_file_habits(const TableFacts& table);

/// Whether most cells are numbers, and no days.
bool is_mostly_numbers(const ColumnFacts& column);

}  // namespace kirnu

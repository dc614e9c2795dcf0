#include "facts/plan/file_habits.h"

namespace kirnu {
namespace {

/// What columns say one after the other: the last word, and whether they agree.
template <class Habit>
struct Agreement {
  Habit habit = Habit::Unknown;
  std::string from = {};  ///< the first column that said it
  bool differ = false;

  void add(Habit said, const std::string& column) {
    if (said == Habit::Unknown) return;
    differ = differ || (habit != Habit::Unknown && habit != said);
    if (habit == Habit::Unknown) from = column;
    habit = said;
  }
  Habit agreed() const { return differ ? Habit::Unknown : habit; }
};

DecimalMark decimal_of(const ColumnFacts& column) {
  return is_mostly_numbers(column) ? decimal_mark_of(column.profile.number) : DecimalMark::Unknown;
}

DateOrder order_of(const ColumnFacts& column) {
  const bool decided = column.date && !column.date->ambiguous && column.date->habit.form == DateForm::Calendar &&
                       column.profile.date.only_dmy + column.profile.date.only_mdy > 0;
  return decided ? column.date->habit.order : DateOrder::Unknown;
}

}  // namespace

bool is_mostly_numbers(const ColumnFacts& column) {
  return !column.date && column.profile.numbers() > 0 && may_be_numbers(column.profile);
}

FileHabits find_file_habits(const TableFacts& table) {
  Agreement<DecimalMark> decimal;
  Agreement<DateOrder> order;
  for (const ColumnFacts& column : table.columns) {
    decimal.add(decimal_of(column), column.name);
    order.add(order_of(column), column.name);
  }
  return {.decimal = decimal.agreed(), .decimal_from = decimal.from, .order = order.agreed(), .order_from = order.from};
}

}  // namespace kirnu

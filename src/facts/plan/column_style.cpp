#include "facts/plan/column_style.h"

#include "facts/plan/date_style.h"
#include "facts/plan/file_habits.h"
#include "facts/plan/number_style.h"

namespace kirnu {
namespace {

/// Numbers with a role that wants them, and others that are shown as such; ids and names of periods are texts.
bool is_read_as_numbers(const ImportPlan& plan, Role role, const ColumnFacts& facts) {
  if (is_number_role(role)) return true;
  const bool time = role == Role::Time && plan.kind == FactKind::Survival;
  return (role == Role::Ignore || time) && is_mostly_numbers(facts);
}

/// A column whose first rows are empty is read as the file's other dates or numbers are.
void choose_for_empty(ColumnPlan& column, const FileHabits& file, const ImportChoice& choice) {
  if (is_date_role(column.role)) {
    column.date.order = choice.date_order;
    if (!file.dates) return;
    column.date = file.dates->date;
    column.clock = file.dates->clock;
    column.local_clock = file.dates->local_clock;
    column.periods = file.dates->periods;
    column.style = file.dates->style;
  } else if (is_number_role(column.role)) {
    column.number.decimal = choice.decimal != DecimalMark::Unknown ? choice.decimal : file.decimal;
  }
}

}  // namespace

void choose_styles(ImportPlan& plan, const TableFacts& table, const ImportChoice& choice) {
  FileHabits file = find_file_habits(table);
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    ColumnPlan& column = plan.columns[c];
    const ColumnFacts& facts = table.columns[c];
    if (facts.profile.filled == 0) continue;
    if (is_read_as_numbers(plan, column.role, facts)) {
      choose_number_style(plan, column, facts, table, file, choice);
    } else if (is_date_role(column.role) || column.role == Role::Ignore) {
      choose_date_style(plan, column, facts, file, choice);
      if (is_date_role(column.role) && !file.dates && !column.style.empty()) file.dates = column;
    }
  }
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    if (table.columns[c].profile.filled == 0) choose_for_empty(plan.columns[c], file, choice);
  }
}

}  // namespace kirnu

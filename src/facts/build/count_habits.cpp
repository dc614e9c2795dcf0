#include "facts/build/count_habits.h"

#include <algorithm>
#include <cmath>

#include "base/name_list.h"
#include "facts/plan/revenue_rates.h"
#include "facts/words/column_name.h"
#include "facts/words/count_name.h"
#include "facts/words/unit_words.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

constexpr double kMillion = 1e6;

bool is_scaled(Role role) { return is_figure_role(role) && !is_rate_role(role); }

/// Whether numbers of thousands or millions have decimals: 14.05, or 14.092 millions.
bool have_decimals(const CountSheet& sheet, std::size_t column, double scale) {
  return std::any_of(sheet.rows().begin(), sheet.rows().end(), [&](const CountSheetRow& row) {
    const ReadNumber number = read_count_cell(row.cells[column]);
    if (number.status != NumberStatus::Ok) return false;
    return number.value != std::floor(number.value) || (number.thousands_assumed && scale >= kMillion);
  });
}

/// A rate is a fraction; where any of the table is above 1, or its name has a percent sign, plain numbers are percent.
bool are_hundreds(const std::vector<ImportColumn>& columns, const CountSheet& sheet) {
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (!is_rate_role(columns[c].role)) continue;
    if (columns[c].name.find('%') != std::string::npos || sheet.is_any_above_one(c)) return true;
  }
  return false;
}

NumberRange range_of(const CountSheet& sheet, std::size_t column) {
  NumberRange range;
  for (const CountSheetRow& row : sheet.rows()) range.add(read_count_cell(row.cells[column]));
  return range;
}

/// Lost revenue in percent, by its signs, its name or its size.
bool are_rates_of_revenue(const std::vector<ImportColumn>& columns, const CountSheet& sheet, std::size_t c) {
  if (columns[c].role != Role::MrrChurned) return false;
  const auto has_sign = [c](const CountSheetRow& row) { return row.cells[c].find('%') != std::string::npos; };
  if (std::any_of(sheet.rows().begin(), sheet.rows().end(), has_sign) || read_count_name(columns[c].name).rate)
    return true;
  const NumberRange rates = range_of(sheet, c);
  for (std::size_t other = 0; other < columns.size(); ++other) {
    const bool stock = columns[other].role == Role::MrrStart || columns[other].role == Role::MrrEnd;
    if (stock && rates.are_rates_of(range_of(sheet, other))) return true;
  }
  return false;
}

/// By the name, or by more than anybody loses: 0.9 of "Churned MRR %" is no nine tenths.
bool are_percent(const ImportColumn& column, const CountSheet& sheet, std::size_t c) {
  constexpr double kMostShare = 0.3;
  if (column.name.find('%') != std::string::npos || has_part(fold_case(column.name), "percent|prozent|prosent"))
    return true;
  return range_of(sheet, c).most() > kMostShare;
}

bool says_monthly(std::string_view name) {
  return find_unit_in(name) == PeriodUnit::Month || fold_case(name).find("mrr") != std::string::npos;
}

/// Movements of one table are of one kind: "Neu" beside "ARR Beginn" is of a year, too.
bool are_yearly(const std::vector<ImportColumn>& columns) {
  return std::any_of(columns.begin(), columns.end(),
                     [](const ImportColumn& column) { return is_money_role(column.role) && says_yearly(column.name); });
}

/// By the column's own name, by that above the periods ("(in thousands)"), or by the title.
void scale(CountColumnHabit& habit, const std::vector<ImportColumn>& columns, std::size_t column,
           const TitleScale& title) {
  if (!is_scaled(habit.role)) return;
  const auto says = [&](std::size_t c) {
    habit.scale = scale_in(columns[c].name);
    if (habit.scale != 1) habit.scaled_by = columns[c].name;
    return habit.scale != 1;
  };
  if (says(column)) return;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (columns[c].role == Role::Time && says(c)) return;
  }
  if (title.money && !is_money_role(habit.role)) return;
  habit.scale = title.factor;
  habit.scaled_by = title.line;
}

}  // namespace

std::vector<CountColumnHabit> find_count_habits(std::vector<ImportColumn>& columns, const CountSheet& sheet,
                                                const TitleScale& title) {
  const bool hundreds = are_hundreds(columns, sheet);
  const bool yearly = are_yearly(columns);
  std::vector<CountColumnHabit> habits;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const Role role = columns[c].role;
    CountColumnHabit habit{.role = role};
    habit.of_revenue = are_rates_of_revenue(columns, sheet, c);
    // Revenue is of a month; under a name of a year's it is twelve times as much.
    habit.yearly = yearly && !habit.of_revenue && is_money_role(role) &&
                   (says_yearly(columns[c].name) || !says_monthly(columns[c].name));
    if (habit.yearly) columns[c].style = "yearly";
    habit.hundreds = habit.of_revenue ? are_percent(columns[c], sheet, c) : hundreds && is_rate_role(role);
    const auto same = [role](const ImportColumn& column) { return column.role == role; };
    habit.part =
        is_count_role(role) && role != Role::Reactivated && std::count_if(columns.begin(), columns.end(), same) > 1;
    habit.below_zero = role == Role::Churned && sheet.are_below_zero(c);
    if (!habit.of_revenue) scale(habit, columns, c, title);
    habit.decimals = habit.scale != 1 && have_decimals(sheet, c, habit.scale);
    habits.push_back(habit);
  }
  return habits;
}

}  // namespace kirnu

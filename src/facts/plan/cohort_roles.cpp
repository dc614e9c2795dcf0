#include "facts/plan/cohort_roles.h"

#include <algorithm>

#include "base/date.h"
#include "base/name_list.h"
#include "facts/plan/cohort_columns.h"
#include "facts/plan/cohort_shape.h"
#include "facts/plan/column_numbers.h"
#include "facts/plan/single_customers.h"
#include "facts/words/age_label.h"
#include "facts/words/count_name.h"
#include "facts/words/period_label.h"
#include "table/row_sorter.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

using Columns = CohortColumns;

/// The longest run of columns side by side that `continues` holds together.
template <class Continues>
Columns longest_run(const TableFacts& table, Continues continues) {
  Columns longest, run;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (!may_be_an_age(table.columns[c]) || !continues(run, c)) run.clear();
    if (may_be_an_age(table.columns[c]) && continues(run, c)) run.push_back(c);
    if (run.size() > longest.size()) longest = run;
  }
  return longest;
}

/// The columns of ages that follow each other; with `gaps` of any that grow: "M0; M1; M3; M6".
Columns age_columns(const TableFacts& table, bool gaps) {
  return longest_run(table, [&](const Columns& run, std::size_t c) {
    const std::optional<AgeLabel> age = read_age_label(table.columns[c].name);
    if (!age) return false;
    if (run.empty()) return age->age <= 1;
    const int before = read_age_label(table.columns[run.back()].name)->age;
    return age->age == before + 1 || (gaps && age->unit && age->age > before && age->age <= kOldestWithGaps);
  });
}

/// Whether more columns name ages than those that follow each other: "Day 0", "Day 1", "Day 7".
bool leaves_ages(const TableFacts& table, const Columns& columns) {
  const auto is_age = [](const ColumnFacts& column) {
    const std::optional<AgeLabel> age = read_age_label(column.name);
    return may_be_an_age(column) && age && age->unit;
  };
  const auto ages = std::count_if(table.columns.begin(), table.columns.end(), is_age);
  return is_age(table.columns[columns.back()]) && static_cast<std::size_t>(ages) > columns.size();
}

/// Whether customers are there although nobody was before: then these are no cohorts.
bool comes_from_nobody(const TableHead& head, const Columns& columns) {
  const ColumnNumbers first = numbers_of(head, columns[0]), second = numbers_of(head, columns[1]);
  for (std::size_t row = 0; row < first.size(); ++row) {
    if (first[row] == 0.0 && second[row] && *second[row] > 0) return true;
  }
  return false;
}

/// Whether most rows of several cells are higher at their last age than at their first, as two times of one thing are:
/// "t1", "t2". Of a cohort some may come back, but not more than there were.
bool mostly_rise(const TableHead& head, const Columns& columns) {
  std::vector<std::optional<double>> first(head.sample.size()), last(head.sample.size());
  std::vector<bool> has_two(head.sample.size(), false);
  for (const std::size_t c : columns) {
    const ColumnNumbers numbers = numbers_of(head, c);
    for (std::size_t row = 0; row < numbers.size(); ++row) {
      if (!numbers[row]) continue;
      has_two[row] = first[row].has_value();
      if (!first[row]) first[row] = numbers[row];
      last[row] = numbers[row];
    }
  }
  std::size_t rises = 0;
  for (std::size_t row = 0; row < first.size(); ++row) rises += has_two[row] && *last[row] > *first[row] ? 1U : 0U;
  return rises * 2 > static_cast<std::size_t>(std::count(has_two.begin(), has_two.end(), true));
}

std::string start_of(const std::string& label) {
  const std::optional<PeriodLabel> period = read_period_label(label);
  return period && period->span ? period->span->start : std::string();
}

/// Whether periods follow each other at one distance: where one is left out, the columns behind it are no ages.
bool are_even(const TableFacts& table, const Columns& columns) {
  std::vector<std::int64_t> days;
  for (const std::size_t c : columns) days.push_back(read_iso_date(start_of(table.columns[c].name))->days);
  const std::vector<std::int64_t> places = places_of_periods(std::move(days));
  for (std::size_t i = 2; i < places.size(); ++i) {
    if (places[i] - places[i - 1] != places[1] - places[0]) return false;
  }
  return true;
}

/// Columns of calendar periods of which each cohort fills those from its own on: a triangle with its steps on the left.
Columns calendar_columns(const TableFacts& table, const TableHead& head) {
  Columns run = longest_run(table, [&](const Columns& before, std::size_t c) {
    const std::string start = start_of(table.columns[c].name);
    return !start.empty() && (before.empty() || start_of(table.columns[before.back()].name) < start);
  });
  if (head.sample.size() < 2) return {};
  std::size_t step = 0;
  for (const std::vector<std::string>& row : head.sample) {
    const auto empty = [&](std::size_t c) { return row[c].empty(); };
    if (step >= run.size() || !std::all_of(run.begin(), run.begin() + static_cast<std::ptrdiff_t>(step), empty))
      return {};
    if (row[run[step++]].empty()) return {};
  }
  return are_even(table, run) ? run : Columns();
}

/// "Churn nach Kohorte; M1; M2": what rises in such a table are shares of those who had left; what falls may be of each
/// month.
bool any_says_churn(const TableFacts& table, const Columns& ages) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const bool age = std::find(ages.begin(), ages.end(), c) != ages.end();
    const bool label = c < ages[0] && !is_numeric(table.columns[c]);
    if ((age || label) && says_churn(table.columns[c].name)) return true;
  }
  return false;
}

/// Who pays more may bring a cohort more than it began with.
bool is_of_money(const TableFacts& table) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [](const ColumnFacts& column) { return read_count_name(column.name).money; });
}

bool are_shares(const TableFacts& table, const Columns& columns) {
  return std::any_of(columns.begin(), columns.end(), [&](std::size_t c) {
    const ColumnProfile& profile = table.columns[c].profile;
    return profile.percents + profile.number.point + profile.number.comma > 0;
  });
}

bool names_customers(const ColumnFacts& column) {
  return std::any_of(column.named.begin(), column.named.end(),
                     [](const NamedRole& named) { return named.role == Role::CustomerId && named.rank < kNameRank; });
}

/// "Cohort", years, months, or 1, 2, 3 … all the way down: no sizes.
bool names_cohorts(const ColumnFacts& column) {
  const std::string name = fold_case(column.name);
  return name == "cohort" || name == "kohorte" || name == "kohortti" || column.profile.running ||
         are_period_labels(column);
}

/// "All users" on every row names no cohort where another column has a day for each.
bool names_better(const ColumnFacts& column, const ColumnFacts& label) {
  const auto repeats = [](const ColumnFacts& one) { return one.profile.distinct() < one.profile.filled; };
  return repeats(label) && !repeats(column) && (column.date || are_period_labels(column));
}

/// The other columns: the first that is no size names the cohorts, the first of whole numbers is their size.
bool add_label_and_size(RoleAssignment& roles, const TableFacts& table) {
  std::optional<std::size_t> label, size;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    if (roles.roles[c] != Role::Ignore || column.profile.filled == 0) continue;
    if (column.profile.running && column.name == nameless_column(c)) continue;  // numbers of rows
    const ColumnProfile& profile = column.profile;
    const bool counts = may_be_an_age(column) && profile.whole + profile.number.lone == profile.filled;  // "1.000"
    const bool rate = find_count_role(column.name) == Role::Ignore;
    if ((!label || names_better(column, table.columns[*label])) && (!counts || names_cohorts(column))) label = c;
    else if (!size && counts && !rate) size = c;
  }
  if (label && names_customers(table.columns[*label])) return false;
  if (label) roles.roles[*label] = Role::Time;
  if (size) roles.roles[*size] = Role::Opening;
  return true;
}

}  // namespace

std::optional<RoleAssignment> find_cohort_roles(const TableFacts& table, const TableHead& head, bool chosen) {
  if (!table.header || table.columns.size() < 3) return std::nullopt;
  const bool several = head.sample.size() > 1;  // of one cohort a series has gaps of any length
  Columns columns = age_columns(table, several);
  if (columns.size() < 2) columns = calendar_columns(table, head);
  if (columns.size() < 2) return find_long_cohort_roles(table, head);
  if (leaves_ages(table, columns) || are_flags(table, columns)) return std::nullopt;
  RoleAssignment roles = with_retained(table, columns);
  if (!add_label_and_size(roles, table) || !roles.has(Role::Time)) return std::nullopt;
  const bool sized = roles.has(Role::Opening), churn = any_says_churn(table, columns);
  const std::optional<AgeLabel> age = read_age_label(table.columns[columns[0]].name);
  // Who bought again in their first month may be fewer than in the second: the size says how many there were.
  const bool beside_size = sized && !churn && age && age->age == 0 && columns.size() > 2;
  const Columns later(columns.begin() + (beside_size ? 1 : 0), columns.end());
  const bool rises = mostly_rise(head, later);
  const bool may_rise = chosen || churn || (!sized && is_of_money(table));
  if (rises ? !may_rise || !are_shares(table, columns) : churn) return std::nullopt;
  if (sized) columns[0] = *roles.column_of(Role::Opening);  // all were there
  if (!rises && comes_from_nobody(head, columns)) return std::nullopt;
  return roles;
}

}  // namespace kirnu

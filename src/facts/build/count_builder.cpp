#include "facts/build/count_builder.h"

#include <algorithm>
#include <utility>

#include "base/name_list.h"
#include "facts/build/count_habits.h"
#include "facts/build/count_history.h"
#include "facts/build/count_notes.h"
#include "facts/build/count_openings.h"
#include "facts/build/running_totals.h"
#include "facts/plan/count_base.h"
#include "facts/plan/count_labels.h"
#include "facts/plan/count_span.h"
#include "facts/tables/day_steps.h"
#include "facts/words/bare_label.h"
#include "facts/words/period_label.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

CountsTold told_by(const ImportPlan& plan) {
  std::vector<Role> roles;
  for (const ColumnPlan& column : plan.columns) roles.push_back(column.role);
  return counts_told(roles);
}

/// The issue of that code among others; null when there is none yet.
Issue* find_issue(std::vector<Issue>& issues, IssueCode code) {
  const auto found =
      std::find_if(issues.begin(), issues.end(), [code](const Issue& issue) { return issue.code == code; });
  return found != issues.end() ? &*found : nullptr;
}

/// So far sums of numbers printed in thousands, or in millions with two decimals, may miss.
double rounding_of(const std::vector<CountColumnHabit>& habits) {
  constexpr double kSums = 2, kHundredths = 100;
  double unit = 0;
  for (const CountColumnHabit& habit : habits) {
    if (habit.scale > 1) unit = std::max(unit, habit.decimals ? habit.scale / kHundredths : habit.scale);
  }
  return kSums * unit;
}

}  // namespace

CountBuilder::CountBuilder(const ImportPlan& plan)
    : told_(told_by(plan)), settled_base_(settled_base(plan)), title_(plan.title), sheet_(plan) {
  for (const ColumnPlan& column : plan.columns) {
    table_.import.columns.push_back({.name = column.name, .role = column.role});
  }
}

CountTable CountBuilder::finish() {
  if (sheet_.is_too_long()) {
    const auto limit = static_cast<double>(CountSheet::most_rows());
    table_.issues.push_back(make_issue(IssueCode::TooManyRows, {}, {{"limit", limit}}));
  } else if (!sheet_.rows().empty()) {  // else the reader has said so
    build_rows();
  }
  table_.rate_unit = unit_of_rates(table_.import.columns);
  table_.groups = name_of_groups();
  if (!table_.groups.empty()) {
    if (!table_.rows.empty() && told_.rates) add_notes_of_group_rates(table_, told_);
    check_told_rates(table_, sheet_, settled_base_);
    return std::move(table_);
  }
  if (told_.shares && !table_.rows.empty()) add_note_of_shares(table_);
  table_.unit = unit_of(table_.rows);
  take_days();
  take_period_of_names();
  join_repeated_periods();
  order_by_time(table_.rows);
  connect_ends(table_.rows);
  warn_of_ends_alone();
  if (std::optional<Issue> issue = start_where_ended(table_.rows, told_, rounding_of(habits_)))
    table_.issues.push_back(std::move(*issue));
  check_told_rates(table_, sheet_, settled_base_);
  return std::move(table_);
}

/// Empty where rows are periods.
std::string CountBuilder::name_of_groups() const {
  std::string groups;
  for (const ImportColumn& column : table_.import.columns) {
    if (column.role == Role::Time) return {};
    if (column.role == Role::Segment) groups += (groups.empty() ? "" : ", ") + column.name;
  }
  return told_.counts || told_.rates ? groups : std::string();
}

void CountBuilder::build_rows() {
  if (!told_.any()) {
    Issue issue = make_issue(IssueCode::ColumnsUnknown, {}, {{"columns", column_names()}});
    issue.set = "column.NAME";
    table_.issues.push_back(std::move(issue));
    return;
  }
  const std::size_t rows = sheet_.rows().size();
  note_other_rows(sheet_.forget_zero_rows(), IssueCode::ZeroRowsSkipped);
  note_other_rows(sheet_.forget_other_rows(), IssueCode::TotalRowSkipped);
  table_.import.skipped = static_cast<std::int64_t>(rows - sheet_.rows().size());
  take_differences(table_.import.columns, sheet_);
  habits_ = find_count_habits(table_.import.columns, sheet_, title_);
  add_count_notes(table_.import.columns, habits_, table_.issues);
  const std::vector<std::optional<double>> openings = mrr_openings(sheet_, habits_);
  for (std::size_t i = 0; i < openings.size(); ++i) add_row(sheet_.rows()[i], openings[i]);
  table_.import.accepted = static_cast<std::int64_t>(table_.rows.size());
  blame_first_row();
}

/// Rows that are no periods are said once, with the first of them.
void CountBuilder::note_other_rows(const std::vector<CountSheetRow>& rows, IssueCode code) {
  if (rows.empty()) return;
  Issue issue = make_issue(code);
  issue.row = rows.front().row;
  issue.line = rows.front().line;
  issue.count = static_cast<std::int64_t>(rows.size());
  table_.issues.push_back(std::move(issue));
}

void CountBuilder::add_row(const CountSheetRow& kept, const std::optional<double>& opening) {
  CountRow row{.row = kept.row, .line = kept.line};
  CountRowInputs inputs;
  if (!take_cells(kept, row, inputs)) return;
  open_with(inputs, opening);
  if (std::optional<Issue> refusal = complete_count_row(row, inputs, told_)) reject(kept, std::move(*refusal), {});
  else table_.rows.push_back(std::move(row));
}

/// False where a cell holds no number that its column can have.
bool CountBuilder::take_cells(const CountSheetRow& kept, CountRow& row, CountRowInputs& inputs) {
  for (std::size_t c = 0; c < kept.cells.size(); ++c) {
    if (habits_[c].role == Role::Ignore) continue;
    if (habits_[c].role == Role::Segment) {
      row.label += (row.label.empty() ? "" : ", ") + std::string(trim(kept.cells[c]));
      continue;
    }
    if (habits_[c].role == Role::Time) {
      row.label = sheet_.label_of(kept);
      if (const std::optional<PeriodLabel> label = read_period_label(row.label)) row.span = label->span;
      continue;
    }
    const ReadNumber cell = read_count_cell(kept.cells[c]);
    if (const std::optional<IssueCode> fault = take_count_cell(cell, habits_[c], inputs)) {
      reject(kept, make_issue(*fault, {}, {{"found", kept.cells[c].substr(0, kLongestRaw)}}),
             table_.import.columns[c].name);
      return false;
    }
    const bool customers = is_count_role(habits_[c].role);  // of money more than two decimals are nobody's
    if (cell.thousands_assumed && !habits_[c].decimals && customers) note_thousands(kept, c, cell.value);
  }
  return true;
}

void CountBuilder::reject(const CountSheetRow& kept, Issue issue, const std::string& column) {
  issue.row = kept.row;
  issue.line = kept.line;
  issue.column = column;
  issue.severity = Severity::Warning;
  table_.rejected.push_back(
      {.row = kept.row, .line = kept.line, .column = column, .code = issue.code, .raw = kept.raw});
  if (Issue* same = find_issue(table_.issues, issue.code)) ++same->count;
  else table_.issues.push_back(std::move(issue));
}

/// 1.500 customers are 1500: said once a file, with the first place.
void CountBuilder::note_thousands(const CountSheetRow& kept, std::size_t column, double number) {
  if (Issue* known = find_issue(table_.issues, IssueCode::ThousandsAssumed)) {
    ++known->count;
    return;
  }
  Issue issue = make_issue(IssueCode::ThousandsAssumed, {},
                           {{"found", std::string(trim(kept.cells[column]))}, {"number", number}});
  issue.row = kept.row;
  issue.line = kept.line;
  issue.column = table_.import.columns[column].name;
  table_.issues.push_back(std::move(issue));
}

/// Where no row is left, what was wrong with the first kind of rows is why there is no answer.
void CountBuilder::blame_first_row() {
  if (!table_.rows.empty() || table_.rejected.empty()) return;
  for (Issue& issue : table_.issues) {
    if (issue.code == table_.rejected.front().code) issue.severity = Severity::Error;
  }
}

/// "Week ending".
bool CountBuilder::names_week_ends() const {
  return std::any_of(table_.import.columns.begin(), table_.import.columns.end(), [](const ImportColumn& column) {
    return column.role == Role::Time && has_part(fold_case(column.name), "ending|week end|wochenende|endend|päätty");
  });
}

/// Days that follow one another, or lie a week apart, begin a day or a week each; others stand for their months; and
/// months may be the ends of quarters.
void CountBuilder::take_days() {
  std::vector<std::string> bare;
  for (const CountRow& row : table_.rows) bare.push_back(bare_label(row.label));
  const std::vector<std::string_view> labels(bare.begin(), bare.end());
  if (const std::optional<DaySteps> days = read_day_steps(labels)) {
    table_.unit = days->unit;
    const std::int32_t back = days->unit == PeriodUnit::Week && names_week_ends() ? 6 : 0;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) table_.rows[i].span = days->span_of(i, back);
    return;
  }
  const std::vector<std::int32_t> days = read_month_days(labels).value_or(std::vector<std::int32_t>());
  for (std::size_t i = 0; i < days.size(); ++i) table_.rows[i].span = month_around({days[i]});
  if (!days.empty()) table_.unit = PeriodUnit::Month;
  if (const std::optional<PeriodUnit> unit = widen_months(table_.rows, days)) table_.unit = unit;
}

/// One row without a label: the names may say of which period it is.
void CountBuilder::take_period_of_names() {
  if (table_.rows.size() != 1 || !table_.rows[0].label.empty()) return;
  std::optional<CountSpan> span = span_of_names(table_.import.columns);
  if (!span) return;
  table_.unit = span->unit;
  table_.rows[0].label = std::move(span->label);
  table_.rows[0].span = std::move(span->span);
}

/// Rows that are parts of periods, the same in each, are added up. Else a period that stands twice is warned of; where
/// most do, the last of them is no answer for all. Comes before the rows are put in order.
void CountBuilder::join_repeated_periods() {
  std::optional<Issue> repeated = repeated_periods(table_.rows);
  if (!repeated) return;
  const std::size_t rows = table_.rows.size();
  if (const std::optional<std::size_t> parts = add_parts(table_.rows, sheet_.part_names())) {
    table_.issues.push_back(make_issue(IssueCode::PartsAdded, {}, {{"parts", static_cast<double>(*parts)}}));
    return;
  }
  if (repeated->count * 2 >= static_cast<std::int64_t>(rows)) {
    repeated->severity = Severity::Error;
    table_.rows.clear();
    table_.import.accepted = 0;
  }
  table_.issues.push_back(std::move(*repeated));
}

void CountBuilder::warn_of_ends_alone() {
  const auto whole = [](const CountRow& row) { return row.known == CountsKnown::All; };
  const bool any = std::any_of(table_.rows.begin(), table_.rows.end(), whole);
  if (!told_.ends || table_.rows.empty() || any) return;
  Issue issue = make_issue(IssueCode::NewNeeded, {},
                           {{"start", *table_.rows.front().totals.end}, {"end", *table_.rows.back().totals.end}});
  issue.severity = Severity::Warning;
  table_.issues.push_back(std::move(issue));
}

/// As issues name them, cut where they would fill a page.
std::string CountBuilder::column_names() const {
  std::string names;
  for (const ImportColumn& column : table_.import.columns)
    names += (names.empty() ? "" : ", ") + column.name.substr(0, kLongestRaw);
  return names.substr(0, 4 * kLongestRaw);
}

}  // namespace kirnu

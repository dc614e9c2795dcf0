#include "facts/build/count_notes.h"

#include <algorithm>
#include <optional>
#include <string>

#include "facts/plan/count_span.h"
#include "facts/plan/rate_name.h"
#include "facts/words/count_name.h"

namespace kirnu {
namespace {

constexpr std::size_t kLongestShown = 200;

/// "Verloren 2023" beside "Verloren 2024", which counts.
bool is_of_earlier(const ImportColumn& column, Role role, std::span<const ImportColumn> columns) {
  const std::optional<NamedTime> time = time_in_name(column.name);
  return time && std::any_of(columns.begin(), columns.end(), [&](const ImportColumn& other) {
           const std::optional<NamedTime> later = other.role == role ? time_in_name(other.name) : std::nullopt;
           return later && later->last > time->last;
         });
}

/// Thousands and millions in names: said once a file.
void add_scale_note(const std::vector<CountColumnHabit>& habits, std::vector<Issue>& issues) {
  for (const CountColumnHabit& habit : habits) {
    if (habit.scale == 1) continue;
    issues.push_back(make_issue(IssueCode::NumbersScaled, {}, {{"column", habit.scaled_by}, {"factor", habit.scale}}));
    return;
  }
}

}  // namespace

const ImportColumn* rate_column(const std::vector<ImportColumn>& columns) {
  const auto found = std::find_if(columns.begin(), columns.end(), [](const ImportColumn& column) {
    return column.role == Role::ChurnRate || column.role == Role::RetentionRate;
  });
  return found != columns.end() ? &*found : nullptr;
}

std::optional<PeriodUnit> unit_of_rates(const std::vector<ImportColumn>& columns) {
  const ImportColumn* column = rate_column(columns);
  return column != nullptr ? unit_of_rate(column->name) : std::nullopt;
}

void add_note_of_shares(CountTable& table) {
  if (const ImportColumn* column = rate_column(table.import.columns))
    table.issues.push_back(make_issue(IssueCode::LostFromRates, {}, {{"column", column->name}}));
}

void add_notes_of_group_rates(CountTable& table, const CountsTold& told) {
  if (rate_column(table.import.columns) == nullptr || told.counts) return;
  if (told.shares) add_note_of_shares(table);
  else if (table.rows.size() > 1) table.issues.push_back(make_issue(IssueCode::GroupSizesNeeded));
}

void add_count_notes(const std::vector<ImportColumn>& columns, const std::vector<CountColumnHabit>& habits,
                     std::vector<Issue>& issues) {
  add_scale_note(habits, issues);
  std::string planned;
  const bool lost = std::any_of(columns.begin(), columns.end(),
                                [](const ImportColumn& column) { return column.role == Role::Churned; });
  for (const ImportColumn& column : columns) {
    if (column.role == Role::Retained && !lost)
      issues.push_back(make_issue(IssueCode::LostFromKept, {}, {{"column", column.name}}));
    const CountName name = read_count_name(column.name);
    const bool counts = name.role != Role::Time && (name.people || name.role != Role::Ignore);
    const bool beside = name.planned || name.summed || is_of_earlier(column, name.role, columns);
    if (column.role == Role::Ignore && counts && beside)
      planned += (planned.empty() ? "" : ", ") + column.name.substr(0, kLongestShown);
  }
  if (!planned.empty()) issues.push_back(make_issue(IssueCode::PlannedLeftOut, {}, {{"columns", planned}}));
}

}  // namespace kirnu

#include "facts/count_notes.h"

#include <algorithm>
#include <optional>
#include <string>

#include "facts/count_name.h"
#include "facts/count_span.h"

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

}  // namespace

void add_count_notes(std::span<const ImportColumn> columns, std::vector<Issue>& issues) {
  std::string planned;
  for (const ImportColumn& column : columns) {
    if (column.role == Role::Retained)
      issues.push_back(make_issue(IssueCode::LostFromKept, {}, {{.name = "column", .value = column.name}}));
    const CountName name = read_count_name(column.name);
    const bool counts = name.role != Role::Time && (name.people || name.role != Role::Ignore);
    const bool beside = name.planned || name.summed || is_of_earlier(column, name.role, columns);
    if (column.role == Role::Ignore && counts && beside)
      planned += (planned.empty() ? "" : ", ") + column.name.substr(0, kLongestShown);
  }
  if (!planned.empty())
    issues.push_back(make_issue(IssueCode::PlannedLeftOut, {}, {{.name = "columns", .value = planned}}));
}

}  // namespace kirnu

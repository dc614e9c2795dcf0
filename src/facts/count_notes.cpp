#include "facts/count_notes.h"

#include <string>

#include "facts/count_name.h"

namespace kirnu {
namespace {

constexpr std::size_t kLongestShown = 200;

}  // namespace

void add_count_notes(std::span<const ImportColumn> columns, std::vector<Issue>& issues) {
  std::string planned;
  for (const ImportColumn& column : columns) {
    if (column.role == Role::Retained)
      issues.push_back(make_issue(IssueCode::LostFromKept, {}, {{.name = "column", .value = column.name}}));
    const CountName name = read_count_name(column.name);
    const bool counts = name.role != Role::Time && (name.people || name.role != Role::Ignore);
    if (column.role == Role::Ignore && counts && (name.planned || name.summed))
      planned += (planned.empty() ? "" : ", ") + column.name.substr(0, kLongestShown);
  }
  if (!planned.empty())
    issues.push_back(make_issue(IssueCode::PlannedLeftOut, {}, {{.name = "columns", .value = planned}}));
}

}  // namespace kirnu

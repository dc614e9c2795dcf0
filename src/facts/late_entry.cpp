#include "facts/late_entry.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "facts/kind_by_content.h"

namespace kirnu {
namespace {

/// Plain names of such columns, beside those that are a start elsewhere.
constexpr auto kEntryNames = std::to_array<std::string_view>({"tstart", "entry", "entrytime", "t0", "time0", "time1"});

bool may_be_entry(const ColumnFacts& column) {
  const bool named = std::any_of(column.named.begin(), column.named.end(), [](const NamedRole& named_role) {
    return named_role.role == Role::Start && named_role.rank == 0;
  });
  const bool plain = std::any_of(column.key.plain.begin(), column.key.plain.end(), [](const std::string& name) {
    return std::find(kEntryNames.begin(), kEntryNames.end(), name) != kEntryNames.end();
  });
  return (named || plain) && column.profile.numbers() > 0 && !may_have_role(column, Role::Start);
}

/// The first row that begins later, but not where an earlier row of the customer ended. None where the numbers are no
/// entries: all stand before the times.
std::optional<std::size_t> first_late_row(const ImportPlan& plan, const TableHead& head, std::size_t entry) {
  const std::optional<std::size_t> id = plan.column_of(Role::CustomerId);
  const std::vector<std::optional<double>> from = numbers_of(head, entry),
                                           to = numbers_of(head, *plan.column_of(Role::Time));
  std::map<std::string_view, double> reached;
  std::optional<std::size_t> late;
  for (std::size_t row = 0; row < from.size(); ++row) {
    if (!from[row] || !to[row]) continue;
    if (*from[row] < 0 || *from[row] > *to[row]) return std::nullopt;
    const auto before = id ? reached.find(head.sample[row][*id]) : reached.end();
    const bool goes_on = before != reached.end() && before->second == *from[row];
    if (*from[row] > 0 && !goes_on && !late) late = row;
    if (id) reached[head.sample[row][*id]] = *to[row];
  }
  return late;
}

}  // namespace

void warn_of_late_entry(ImportPlan& plan, const TableFacts& table, const TableHead& head) {
  if (plan.kind != FactKind::Survival || !plan.column_of(Role::Time)) return;
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    if (plan.columns[c].role != Role::Ignore || table.columns[c].chosen || !may_be_entry(table.columns[c])) continue;
    const std::optional<std::size_t> row = first_late_row(plan, head, c);
    if (!row) continue;
    Issue issue = make_issue(IssueCode::ColumnUnfit, {},
                             {{"role", std::string(role_name(Role::Start))},
                              {"found", head.sample[*row][c]},
                              {"kind", std::string(fact_kind_name(FactKind::Survival))}});
    issue.column = plan.columns[c].name;
    plan.issues.push_back(std::move(issue));
  }
}

}  // namespace kirnu

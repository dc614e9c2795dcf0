#include "facts/late_entry.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "base/sort.h"
#include "facts/column_numbers.h"

namespace kirnu {
namespace {

/// Plain names of such columns, beside those that are a start elsewhere.
constexpr auto kEntryNames = std::to_array<std::string_view>({"tstart", "entry", "entrytime", "t0", "time0", "time1"});

constexpr auto kExitNames = std::to_array<std::string_view>({"stop", "tstop", "end", "exit", "exittime", "time2"});

bool has_name(const ColumnFacts& column, std::span<const std::string_view> names) {
  return std::any_of(column.key.plain.begin(), column.key.plain.end(), [&](const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  });
}

bool may_be_entry(const ColumnFacts& column) {
  const bool named = std::any_of(column.named.begin(), column.named.end(), [](const NamedRole& named_role) {
    return named_role.role == Role::Start && named_role.rank == 0;
  });
  return (named || has_name(column, kEntryNames)) && column.profile.numbers() > 0 &&
         !may_have_role(column, Role::Start);
}

/// The rows that tell a time from when on and one until when, those of a customer together and by time.
std::vector<std::size_t> rows_by_customer(const TableHead& head, std::optional<std::size_t> id,
                                          const std::vector<std::optional<double>>& from,
                                          const std::vector<std::optional<double>>& to) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < from.size(); ++row) {
    if (from[row] && to[row]) rows.push_back(row);
  }
  const auto customer = [&](std::size_t row) {
    return id ? std::string_view(head.sample[row][*id]) : std::string_view();
  };
  if (id)
    sort_items(rows, [&](std::size_t a, std::size_t b) {
      return std::pair(customer(a), *from[a]) < std::pair(customer(b), *from[b]);
    });
  return rows;
}

/// The first row that begins later, but not where the one before of its customer ended. None where the numbers are no
/// entries: all stand before the times, and some are 0 or go on, or the time is called an end.
std::optional<std::size_t> first_late_row(const ImportPlan& plan, const TableFacts& table, const TableHead& head,
                                          std::size_t entry) {
  const std::optional<std::size_t> id = plan.column_of(Role::CustomerId), time = plan.column_of(Role::Time);
  const std::vector<std::optional<double>> from = numbers_of(head, entry), to = numbers_of(head, *time);
  const std::vector<std::size_t> rows = rows_by_customer(head, id, from, to);
  std::optional<std::size_t> late;
  bool entries = has_name(table.columns[*time], kExitNames);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t row = rows[i];
    if (*from[row] < 0 || *from[row] > *to[row]) return std::nullopt;
    const bool same = id && i > 0 && head.sample[rows[i - 1]][*id] == head.sample[row][*id];
    const bool goes_on = same && *to[rows[i - 1]] == *from[row];
    entries = entries || goes_on || *from[row] == 0;
    if (*from[row] > 0 && !goes_on) late = std::min(late.value_or(row), row);
  }
  return entries ? late : std::nullopt;
}

}  // namespace

void warn_of_late_entry(ImportPlan& plan, const TableFacts& table, const TableHead& head) {
  if (plan.kind != FactKind::Survival || !plan.column_of(Role::Time)) return;
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    if (plan.columns[c].role != Role::Ignore || table.columns[c].chosen || !may_be_entry(table.columns[c])) continue;
    const std::optional<std::size_t> row = first_late_row(plan, table, head, c);
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

#include "facts/plan/count_base.h"

#include <algorithm>
#include <cmath>

#include "facts/plan/column_numbers.h"
#include "facts/plan/count_row.h"
#include "facts/plan/rate_name.h"
#include "facts/words/count_name.h"

namespace kirnu {
namespace {

bool says(const ToldRate& rate, double lost, double base) {
  return base > 0 && std::fabs(lost / base - rate.churn) <= rate.rounding + 1e-12;
}

bool are_hundreds(const ColumnNumbers& numbers) {
  return std::any_of(numbers.begin(), numbers.end(), [](const auto& number) { return number && *number > 1; });
}

/// Whether the rates of a column are of those there and the lost together, and not of those there.
bool are_of_both(const TableHead& head, std::size_t rates, const ColumnNumbers& there, const ColumnNumbers& lost) {
  const std::optional<ToldRateKind> kind = told_rate_kind(head.names[rates]);
  if (!kind) return false;
  const bool hundreds = are_hundreds(numbers_of(head, rates));
  std::size_t rows = 0, of_both = 0, of_there = 0;
  for (std::size_t row = 0; row < head.sample.size(); ++row) {
    const std::optional<ToldRate> rate = read_told_rate(head.sample[row][rates], *kind, hundreds);
    if (!rate || !there[row] || !lost[row] || *lost[row] == 0) continue;
    ++rows;
    of_both += says(*rate, *lost[row], *there[row] + *lost[row]) ? 1U : 0U;
    of_there += says(*rate, *lost[row], *there[row]) ? 1U : 0U;
  }
  return rows > 1 && of_both == rows && of_there < rows;
}

/// A rate of rows of another length is none of theirs.
bool is_of_rows(const CountTable& table, std::string_view name) {
  const std::optional<PeriodUnit> unit = unit_of_rate(name);
  return !unit || (table.unit && *unit == *table.unit);
}

void check_rates(CountTable& table, const CountSheet& sheet, std::size_t column, ToldRateKind kind) {
  const std::string& name = table.import.columns[column].name;
  const bool hundreds = name.find('%') != std::string::npos || sheet.is_any_above_one(column);
  std::optional<Issue> differs;
  std::int64_t compared = 0;
  for (const CountRow& row : table.rows) {
    const auto kept =  // rows of a sheet are in the order of the file
        std::lower_bound(sheet.rows().begin(), sheet.rows().end(), row.row,
                         [](const CountSheetRow& one, std::int64_t number) { return one.row < number; });
    if (kept == sheet.rows().end() || kept->row != row.row || row.known != CountsKnown::All || row.totals.start <= 0)
      continue;
    const std::optional<ToldRate> rate = read_told_rate(kept->cells[column], kind, hundreds);
    if (!rate || rate->churn < 0 || rate->churn > 1) continue;
    ++compared;
    if (says(*rate, row.totals.lost, row.totals.start)) continue;
    if (differs) {
      ++differs->count;
      continue;
    }
    const double share = row.totals.lost / row.totals.start;
    const bool churn = kind == ToldRateKind::Churn;
    differs = make_issue(IssueCode::RateDisagrees, {},
                         {{"column", name}, {"rate", churn ? rate->churn : 1 - rate->churn}, {"share", share}});
    differs->row = row.row;
    differs->line = row.line;
  }
  if (differs && differs->count * 2 > compared) table.issues.push_back(std::move(*differs));
}

}  // namespace

void settle_base(RoleAssignment& roles, const TableFacts& table, const TableHead& head) {
  const auto there = roles.column_of(Role::Opening), lost = roles.column_of(Role::Churned);
  if (!there || !lost || roles.has(Role::New) || roles.has(Role::Closing) || !table.header) return;
  if (table.columns[*there].chosen || read_count_name(table.columns[*there].name).named) return;
  if (std::count(roles.roles.begin(), roles.roles.end(), Role::Opening) > 1) return;
  const ColumnNumbers stock = numbers_of(head, *there), left = numbers_of(head, *lost);
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (roles.roles[c] != Role::Ignore || !are_of_both(head, c, stock, left)) continue;
    roles.roles[*there] = Role::Retained;
    return;
  }
}

std::string settled_base(const ImportPlan& plan) {
  const auto lost = [](const ColumnPlan& column) { return column.role == Role::Churned; };
  if (std::none_of(plan.columns.begin(), plan.columns.end(), lost)) return {};
  for (const ColumnPlan& column : plan.columns) {
    if (column.role == Role::Retained && !column.chosen && !read_count_name(column.name).named) return column.name;
  }
  return {};
}

void check_told_rates(CountTable& table, const CountSheet& sheet, const std::string& settled) {
  for (std::size_t c = 0; c < table.import.columns.size(); ++c) {
    const ImportColumn& column = table.import.columns[c];
    const std::optional<ToldRateKind> kind = told_rate_kind(column.name);
    if (column.role != Role::Ignore || !kind || !is_of_rows(table, column.name)) continue;
    if (!settled.empty())
      table.issues.push_back(make_issue(IssueCode::BaseFromRate, {}, {{"column", settled}, {"other", column.name}}));
    check_rates(table, sheet, c, *kind);
    return;
  }
}

}  // namespace kirnu

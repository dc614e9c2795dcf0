#include "facts/counts_across.h"

#include <algorithm>
#include <set>

#include "facts/count_roles.h"
#include "facts/period_label.h"
#include "text/number.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostCounts = 40;  ///< rows; a table of more is no summary
constexpr std::size_t kFewestCounts = 2;

bool is_number_or_nothing(std::string_view cell) {
  const NumberStatus status = read_number(cell, NumberKind::Count).status;
  return status == NumberStatus::Ok || status == NumberStatus::Ambiguous || status == NumberStatus::Missing;
}

}  // namespace

bool counts_lie_across(const TableHead& head) {
  const std::vector<std::vector<std::string>>& rows = head.sample;
  if (head.names.size() < 2 || rows.size() < kFewestCounts || rows.size() > kMostCounts) return false;
  const bool several = head.names.size() > 2;
  const auto names_period = [](const std::string& name) { return read_period_label(name).has_value(); };
  if (several && !(head.dialect.header && std::all_of(head.names.begin() + 1, head.names.end(), names_period)))
    return false;
  std::vector<CountColumn> counts;
  std::set<std::string_view> names;
  for (const std::vector<std::string>& row : rows) {
    const std::string_view name = trim(row[0]);
    if (name.empty() || is_number_or_nothing(name) || !names.insert(name).second) return false;
    if (!std::all_of(row.begin() + 1, row.end(), is_number_or_nothing)) return false;
    const auto percent = [](const std::string& cell) { return cell.find('%') != std::string::npos; };
    counts.push_back({.name = name, .percent = std::any_of(row.begin() + 1, row.end(), percent)});
  }
  const std::vector<Role> roles = find_count_roles(counts);
  const CountsTold told = counts_told(roles);
  return told.counts || told.money || told.ends;
}

UprightCounts set_upright(const TableHead& head, const std::vector<std::vector<std::string>>& rows) {
  UprightCounts upright{.names = {head.names[0]}};
  for (std::size_t c = 1; c < head.names.size(); ++c)
    upright.rows.push_back({head.dialect.header && read_period_label(head.names[c]) ? head.names[c] : std::string()});
  for (const std::vector<std::string>& row : rows) {
    upright.names.emplace_back(trim(row[0]));
    for (std::size_t c = 1; c < row.size(); ++c) upright.rows[c - 1].push_back(row[c]);
  }
  return upright;
}

}  // namespace kirnu

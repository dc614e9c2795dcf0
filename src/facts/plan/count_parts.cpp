#include "facts/plan/count_parts.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "facts/plan/column_numbers.h"
#include "facts/plan/count_part_sums.h"
#include "facts/plan/count_roles.h"
#include "facts/words/count_part_name.h"

namespace kirnu {
namespace {

constexpr std::array kPartRoles{Role::Opening, Role::New, Role::Churned, Role::Closing};
constexpr std::size_t kMostParts = 12;

using Parts = CountParts;
using RoleParts = std::array<Parts, kPartRoles.size()>;  ///< in the order of kPartRoles

/// The columns that may have each role, by their names. Empty for a role that a person has given, or that no column
/// has.
RoleParts parts_of(const RoleAssignment& roles, const TableFacts& table, const TableHead& head) {
  std::vector<CountColumn> columns;
  for (const ColumnFacts& column : table.columns)
    columns.push_back({.name = column.chosen ? std::string_view() : std::string_view(column.name),
                       .percent = column.profile.percents * 2 > column.profile.filled,
                       .dated = !may_be_numbers(column.profile) && are_period_labels(column)});
  const std::vector<CountName> names = count_names(columns);
  RoleParts found;
  for (std::size_t i = 0; i < kPartRoles.size(); ++i) {
    const Role role = kPartRoles[i];
    const std::optional<std::size_t> first = roles.column_of(role);
    if (!first || table.columns[*first].chosen) continue;
    const bool unnamed = !names[*first].named;
    for (std::size_t c = 0; c < names.size(); ++c) {
      const CountName& name = names[c];
      const bool same = unnamed ? name.people && !name.named && !name.planned && !name.mean : name.role == role;
      const bool free = c == *first || (roles.roles[c] == Role::Ignore && same && !name.money && !name.rate &&
                                        table.columns[c].profile.filled > 0);
      if (!free || table.columns[c].chosen || !may_have_role(table.columns[c], role)) continue;
      const PartName part = read_part_name(table.columns[c].name, role);
      if (c == *first || !unnamed || !part.dated)
        found[i].push_back({.column = c, .name = part, .numbers = numbers_of(head, c)});
    }
  }
  return found;
}

template <class Test>
void drop_unless_all(Parts& parts, Test test) {
  if (!std::all_of(parts.begin(), parts.end(), test)) std::erase_if(parts, test);
}

/// What is the same as another, its running total, a rate, or a part of another.
void drop_copies(Parts& parts, const Parts& opening) {
  for (std::size_t i = parts.size(); i-- > 1;) {
    const auto same = [&](const CountPart& other) {
      return other.name.about == parts[i].name.about && other.numbers == parts[i].numbers;
    };
    if (std::any_of(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(i), same))
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
  }
  const Parts all = parts;
  drop_unless_all(parts, [&](const CountPart& part) { return is_running_total(part, all); });
  drop_unless_all(parts, [&](const CountPart& part) { return is_rate(part, all, opening); });
  drop_unless_all(parts, [](const CountPart& part) { return part.name.of_which; });
}

/// Customers lost are lost of customers, not of contracts; and of those of the one group that alone is counted at the
/// start.
void match_units(RoleParts& parts) {
  Parts &opening = parts[0], &lost = parts[2];
  int unit = 0;
  for (int told = 4; told > 0; --told) {
    const auto counts = [told](const CountPart& part) { return part.name.unit == told; };
    if (std::any_of(opening.begin(), opening.end(), counts) && std::any_of(lost.begin(), lost.end(), counts))
      unit = told;
  }
  for (Parts& same : parts) {
    if (unit != 0)
      drop_unless_all(same, [unit](const CountPart& part) { return part.name.unit != 0 && part.name.unit != unit; });
    if (&same == &opening || opening.size() != 1 || opening[0].name.about.empty()) continue;
    drop_unless_all(same, [&](const CountPart& part) { return part.name.about != opening[0].name.about; });
  }
}

/// The one that by its name, or by what it adds up to, is all of them.
std::optional<Parts> find_whole(const Parts& parts) {
  Parts totals = parts;
  std::erase_if(totals, [](const CountPart& part) { return !part.name.total; });
  if (totals.size() == 1) return is_at_least(totals[0], parts) ? totals : Parts();
  for (const CountPart& part : parts) {
    if (parts.size() > 2 && is_sum_of_others(part, parts)) return Parts{part};
  }
  return std::nullopt;
}

/// "Lost" beside "Cancelled", or "Cancelled" beside "Voluntarily cancelled"; nothing where there are several such.
std::optional<Parts> find_bare(const Parts& parts, Role role) {
  const auto is_bare = [&](const CountPart& part) {
    const bool common = std::all_of(parts.begin(), parts.end(), [&](const CountPart& other) {
      return other.column == part.column || (other.name.stem == part.name.stem && !other.name.about.empty());
    });
    return part.name.is_bare() && (part.name.any || common);
  };
  Parts bare = parts;
  std::erase_if(bare, [&](const CountPart& part) { return !is_bare(part); });
  if (bare.empty()) return std::nullopt;
  drop_unless_all(bare, [](const CountPart& part) { return part.name.unit > 1; });
  if (bare.size() > 1) return Parts();
  Parts same = parts;  // "Lost seats" are no part of the customers
  std::erase_if(same,
                [&](const CountPart& part) { return part.name.unit != 0 && part.name.unit != bare[0].name.unit; });
  return role == Role::New || is_at_least_sum(bare[0], same) ? bare : Parts();
}

/// What the names say who was lost or came: the total, else all together; empty where they do not tell.
Parts movements_by_name(const Parts& parts, Role role) {
  if (parts.size() < 2) return parts;
  if (const auto whole = find_whole(parts)) return *whole;
  if (const auto bare = find_bare(parts, role)) return *bare;
  std::set<std::pair<std::string, std::set<std::string>>> told;  // "Lost 30 days" beside "Lost 90 days" are none
  for (const CountPart& part : parts) told.emplace(part.name.stem, part.name.about);
  const auto period = [](const CountPart& part) { return part.name.period; };
  return told.size() < parts.size() || std::any_of(parts.begin(), parts.end(), period) ? Parts() : parts;
}

/// Who was there: the total, else groups together where as many were lost under the same names.
Parts stocks_by_name(const Parts& parts, const Parts& lost) {
  if (parts.size() < 2) return parts;
  if (const auto whole = find_whole(parts)) return *whole;
  Parts bare = parts;
  std::erase_if(bare, [](const CountPart& part) { return !part.name.is_bare(); });
  drop_unless_all(bare, [](const CountPart& part) { return part.name.unit > 1; });
  if (bare.size() == 1) return bare;
  const auto groups_of = [](const Parts& columns) {
    std::map<std::set<std::string>, std::size_t> groups;
    for (const CountPart& part : columns) ++groups[part.name.about];
    return groups;
  };
  const auto groups = groups_of(parts);
  const bool told = groups.size() == parts.size() && !groups.contains({}) && groups == groups_of(lost);
  return told ? parts : Parts();
}

/// The ways to take columns of one role, the likeliest first: by names, all together, each alone.
std::vector<Parts> ways_of(const Parts& parts, const Parts& by_name) {
  std::vector<Parts> ways{by_name};
  if (parts.size() < 2) return ways;
  ways.push_back(parts);
  for (const CountPart& part : parts) ways.push_back({part});
  return ways;
}

}  // namespace

void settle_parts(RoleAssignment& roles, const TableFacts& table, const TableHead& head) {
  auto parts = parts_of(roles, table, head);
  const auto several = [](const Parts& columns) { return columns.size() > 1 && columns.size() <= kMostParts; };
  if (std::none_of(parts.begin(), parts.end(), several)) return;
  const auto all = parts;
  for (Parts& columns : parts) drop_copies(columns, parts[0]);
  match_units(parts);
  const Parts lost = movements_by_name(parts[2], Role::Churned), added = movements_by_name(parts[1], Role::New);
  const Parts opening = stocks_by_name(parts[0], lost), closing = stocks_by_name(parts[3], lost);
  RoleParts taken{opening, added, lost, closing};
  bool proven = false;
  for (const Parts& gone : ways_of(parts[2], lost)) {
    for (const Parts& came : ways_of(parts[1], added)) {
      if (proven || !adds_up(opening, came, gone, closing)) continue;
      taken = {opening, came, gone, closing};
      proven = true;
    }
  }
  for (std::size_t i = 0; i < kPartRoles.size(); ++i) {
    for (const CountPart& part : all[i]) roles.roles[part.column] = Role::Ignore;
    for (const CountPart& part : taken[i]) roles.roles[part.column] = kPartRoles[i];
  }
}

}  // namespace kirnu

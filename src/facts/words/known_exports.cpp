#include "facts/words/known_exports.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/name_list.h"
#include "facts/words/known_exports_table.h"

namespace kirnu {
namespace {

using PlainNames = std::set<std::string, std::less<>>;

int count_known(std::string_view names, const PlainNames& there) {
  int known = 0;
  for_each_name(names, [&](std::string_view name) { known += there.count(plain_name(name)) > 0 ? 1 : 0; });
  return known;
}

bool fits(const KnownExport& known, const PlainNames& there) {
  if (count_known(known.any, there) < known.any_needed) return false;
  if (!known.also.empty() && count_known(known.also, there) == 0) return false;
  return !any_name(known.all, [&](std::string_view name) { return there.count(plain_name(name)) == 0; });
}

bool has_plain(const ColumnName& column, const std::string& plain) {
  return std::find(column.plain.begin(), column.plain.end(), plain) != column.plain.end();
}

}  // namespace

const KnownExport* find_known_export(std::span<const ColumnName> names) {
  PlainNames there;
  for (const ColumnName& name : names) there.insert(name.plain.begin(), name.plain.end());
  const auto found = std::find_if(kKnownExports.begin(), kKnownExports.end(),
                                  [&](const KnownExport& known) { return fits(known, there); });
  return found == kKnownExports.end() ? nullptr : &*found;
}

std::optional<PeriodUnit> durations_of_export(std::string_view id) {
  const auto found = std::find_if(kKnownExports.begin(), kKnownExports.end(),
                                  [id](const KnownExport& known) { return known.id == id; });
  return found == kKnownExports.end() ? std::nullopt : found->durations;
}

std::optional<int> place_in_export(const KnownExport& known, Role role, const ColumnName& name) {
  int place = 0;
  std::optional<int> found;
  for (const ExportRole& entry : known.roles) {
    if (entry.role != role) continue;
    for_each_name(entry.names, [&](std::string_view one) {
      if (!found && has_plain(name, plain_name(one))) found = place;
      ++place;
    });
  }
  return found;
}

bool has_name(std::string_view names, const ColumnName& name) {
  return any_name(names, [&](std::string_view one) { return has_plain(name, plain_name(one)); });
}

}  // namespace kirnu

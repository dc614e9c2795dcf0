#include "facts/known_exports.h"

#include <algorithm>
#include <set>
#include <string>

#include "facts/known_exports_table.h"

namespace kirnu {
namespace {

using PlainNames = std::set<std::string, std::less<>>;

/// The next of names that | keeps apart, taken off `names`.
std::string_view next_name(std::string_view& names) {
  const std::size_t end = std::min(names.find('|'), names.size());
  const std::string_view name = names.substr(0, end);
  names.remove_prefix(std::min(end + 1, names.size()));
  return name;
}

int count_known(std::string_view names, const PlainNames& there) {
  int known = 0;
  while (!names.empty()) known += there.count(plain_name(next_name(names))) > 0 ? 1 : 0;
  return known;
}

int count_names(std::string_view names) {
  int count = 0;
  for (; !names.empty(); ++count) next_name(names);
  return count;
}

bool fits(const KnownExport& known, const PlainNames& there) {
  if (count_known(known.any, there) < known.any_needed) return false;
  if (!known.also.empty() && count_known(known.also, there) == 0) return false;
  return count_known(known.all, there) == count_names(known.all);
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

std::optional<int> place_in_export(const KnownExport& known, Role role, const ColumnName& name) {
  int place = 0;
  for (const ExportRole& entry : known.roles) {
    if (entry.role != role) continue;
    for (std::string_view names = entry.names; !names.empty(); ++place) {
      if (has_plain(name, plain_name(next_name(names)))) return place;
    }
  }
  return std::nullopt;
}

bool has_name(std::string_view names, const ColumnName& name) {
  while (!names.empty()) {
    if (has_plain(name, plain_name(next_name(names)))) return true;
  }
  return false;
}

}  // namespace kirnu

#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "base/issue.h"
#include "base/period.h"
#include "facts/tables/role.h"
#include "facts/words/column_name.h"

namespace kirnu {

/// Columns of an export that may have a role; of several names (told apart by |) the first that is there has it.
struct ExportRole {
  Role role;
  std::string_view names;
};

/// A program's export, told by some of its headers: neither their order nor what else is there matters.
struct KnownExport {
  std::string_view id;
  FactKind kind;
  std::string_view all;  ///< names that must be there, told apart by |
  std::string_view any;  ///< names of which `any_needed` must be there
  int any_needed = 0;
  std::string_view also = {};  ///< names of which one must be there, too
  std::span<const ExportRole> roles;
  std::string_view unused = {};       ///< names that would say something else in another file
  std::string_view maybe_minor = {};  ///< amounts that may be cents
  bool skip_continuations = false;
  bool newest_only = false;
  bool paid_until = false;                   ///< ends are the days until which is paid: who is active goes on
  std::optional<PeriodUnit> durations = {};  ///< what durations count, where no name of theirs says it
  std::optional<IssueCode> issue = {};       ///< what such a file cannot give, and which one can
};

/// The export that these names tell; null when none does.
const KnownExport* find_known_export(std::span<const ColumnName> names);

/// What the durations of an export count; absent where that is not known.
std::optional<PeriodUnit> durations_of_export(std::string_view id);

/// Place of a column among the names of `role`, 0 first; absent when it is none of them.
std::optional<int> place_in_export(const KnownExport&, Role role, const ColumnName& name);

/// Whether a list of names told apart by | has this one.
bool has_name(std::string_view names, const ColumnName& name);

}  // namespace kirnu

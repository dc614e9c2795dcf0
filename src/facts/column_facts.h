#pragma once
#include <optional>
#include <string>
#include <vector>

#include "facts/column_name.h"
#include "facts/column_profile.h"
#include "facts/import_plan.h"
#include "facts/known_exports.h"
#include "facts/role_names.h"

namespace kirnu {

/// All that is known about a column before its role is decided.
struct ColumnFacts {
  std::string name = {};
  ColumnName key = {};
  std::vector<NamedRole> named = {};  ///< empty where the table has no header
  ColumnProfile profile = {};
  std::optional<DateStyle> date = {};        ///< by what stands in the cells alone
  std::optional<DateStyle> named_date = {};  ///< where the name says that these are dates
  bool periods = false;                      ///< named_date: months, quarters or years, not days
  std::optional<Role> chosen = {};           ///< by a person
};

/// What is known about a table before its kind is decided.
struct TableFacts {
  std::vector<ColumnFacts> columns = {};
  bool header = false;
  const KnownExport* known = nullptr;
};

TableFacts table_facts(const TableHead& head, const ImportChoice& choice);

/// Whether what stands in the cells can be read as that role. A column without anything may be all.
bool may_have_role(const ColumnFacts& column, Role role);

bool is_date_role(Role role);
bool is_number_role(Role role);

}  // namespace kirnu

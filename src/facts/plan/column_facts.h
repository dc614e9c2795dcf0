#pragma once
#include <optional>
#include <string>
#include <vector>

#include "facts/plan/import_plan.h"
#include "facts/words/column_name.h"
#include "facts/words/column_profile.h"
#include "facts/words/known_exports.h"
#include "facts/words/role_names.h"

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
  std::optional<PeriodDays> booked_in = {};  ///< named_date: days and months alone, of this time
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

/// The columns in which anything stands.
std::vector<std::size_t> filled_columns(const TableFacts& table);

/// Whether numbers stand in the column, and nothing else: no days either.
bool is_numeric(const ColumnFacts& column);

/// Whether all that stands in the column names periods: "2024-01", "Januar"; 2022, 2023, 2024, but not 2000, 2004,
/// 2009, which are as well customers.
bool are_period_labels(const ColumnFacts& column);

bool is_date_role(Role role);
bool is_number_role(Role role);

}  // namespace kirnu

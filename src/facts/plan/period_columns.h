#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/period.h"
#include "facts/plan/import_plan.h"
#include "facts/plan/role_assignment.h"

/// Tables with customers down and periods across: "Kunde; Umsatz 2023; Umsatz 2024".
namespace kirnu {

/// What the name of a column says of a period: all of it ("2023", "Jan 2024") or a part ("Umsatz 2023").
struct PeriodName {
  PeriodUnit unit = PeriodUnit::Year;
  std::int32_t first = 0, last = 0;  ///< days of the period
  std::string measure = {};          ///< the plain rest of the name
};
std::optional<PeriodName> read_period_name(std::string_view name);

/// The words of a name, without brackets, commas and colons around them.
std::vector<std::string_view> words_of_name(std::string_view name);

/// The columns that hold what a customer did in one period each, oldest first: those with an amount (or a number of
/// orders) whose names tell different periods of one unit.
struct PeriodColumns {
  struct Column {
    std::size_t column = 0;
    Role role = Role::Amount;  ///< or Units: how many orders
    std::int32_t first = 0, last = 0;
  };
  PeriodUnit unit = PeriodUnit::Year;
  std::vector<Column> columns = {};
};

/// Of a plan whose columns have their roles; absent where it has a column of dates, or tells fewer than two periods.
std::optional<PeriodColumns> period_columns(const ImportPlan& plan);

/// What a table with customers down and periods across holds, with its roles: what they paid again and again in months
/// are subscriptions, all else is what they bought. Absent where the table is no such.
struct PeriodTable {
  FactKind kind = FactKind::Transactions;
  std::optional<FactKind> other = {};
  RoleAssignment roles = {};
};
std::optional<PeriodTable> find_period_table(const TableFacts& table, const TableHead& head);

/// 1 for "x" and other marks of being there, 0 for marks of not; absent for all else.
std::optional<double> read_presence(std::string_view cell);

}  // namespace kirnu

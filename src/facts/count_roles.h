#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "facts/count_table.h"

namespace kirnu {

/// The role that a column's name says in English, German or Finnish; absent when it says none. Names of rates
/// ("Churn rate", "Quote", "%") are Ignore: a rate is no count.
std::optional<Role> find_count_role(std::string_view column_name);

/// A column as its name and the first look at its cells show it.
struct CountColumn {
  std::string_view name = {};
  bool percent = false;  ///< its cells have percent signs
  bool dated = false;    ///< its cells are names of periods, and no numbers: "month_start" above 2024-01-01
};

/// The roles that the names of a table say together; Ignore where one says none. Amounts beside movements of revenue
/// are revenue too ("Opening MRR; New; Upgrades; …"), rates count where nothing else does, and so does a column that is
/// called nothing but "Customers": those at the end.
std::vector<Role> find_count_roles(std::span<const CountColumn> columns);

/// What columns of these roles tell of a period.
struct CountsTold {
  bool counts = false;  ///< who was lost of how many
  bool ends = false;    ///< how many were there, and nothing of who came and left
  bool money = false;   ///< how recurring revenue moved
  bool rates = false;   ///< a rate alone
  bool any() const { return counts || ends || money || rates; }
};
CountsTold counts_told(std::span<const Role> roles);

/// Numbers of one column, row by row; absent where a cell holds none.
using CountColumnValues = std::vector<std::optional<double>>;

/// Finds out by arithmetic which column is what, when names do not say: closing = opening + new - lost on every row,
/// the next row opening where this one closed. `columns` are the columns with numbers, in the file's order.
/// Two columns are opening and lost when no row loses more than it has; six or seven are movements of revenue in their
/// usual order. Absent when nothing fits.
std::optional<std::vector<Role>> find_roles_by_arithmetic(const std::vector<CountColumnValues>& columns);

}  // namespace kirnu

#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "facts/plan/count_names.h"
#include "facts/tables/role.h"

namespace kirnu {

/// The roles that the names of a table say together; Ignore where one says none. Amounts beside movements of revenue
/// are revenue too ("Opening MRR; New; Upgrades; …"), rates count where nothing else does, and so does a column that is
/// called nothing but "Customers": those at the end.
std::vector<Role> find_count_roles(std::span<const CountColumn> columns);

/// What columns of these roles tell of a period.
struct CountsTold {
  bool counts = false;   ///< who was lost of how many
  bool ends = false;     ///< how many were there, and nothing of who came and left
  bool money = false;    ///< how recurring revenue moved
  bool rates = false;    ///< a rate alone
  bool opening = false;  ///< of how many, by a column of its own
  bool shares = false;   ///< a rate of each group's customers
  bool any() const { return counts || ends || money || rates; }
};
CountsTold counts_told(std::span<const Role> roles);

}  // namespace kirnu

#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "facts/plan/column_facts.h"

namespace kirnu {

/// The roles of a table's columns, if it is of one kind.
struct RoleAssignment {
  std::vector<Role> roles = {};
  std::vector<int> ranks = {};  ///< how sure; below 0: a person or a known export said so

  bool has(Role role) const { return column_of(role).has_value(); }
  std::optional<std::size_t> column_of(Role role) const;
  int rank_of(Role role) const;  ///< of its column; large when there is none
};

/// The columns of a table before any has a role.
RoleAssignment no_roles(const TableFacts& table);

/// Whether files of a kind have columns of that role.
bool is_role_of(FactKind kind, Role role);

/// Gives every column the surest role that files of this kind have, that its cells allow and that no surer column has.
/// What a person chose stands first, then what a known export says, then names, then parts of names.
RoleAssignment assign_roles(const TableFacts& table, FactKind kind);

/// Whether a row is a customer's whole time: from "customer since" to an end, or with a reason why it ended, and
/// nothing could tell whose it is.
bool are_spells_of_rows(const TableFacts& table, const RoleAssignment& assignment);

/// Whether a column tells who the customers are, or could: one without a role in which most cells differ.
bool could_tell_customers(const TableFacts& table, const RoleAssignment& assignment);

/// Whether files of that kind have no right answer while cells of that role are not understood.
bool is_needed(FactKind kind, Role role);

/// Roles without which a file of that kind has no answer.
std::vector<Role> missing_roles(const RoleAssignment& assignment, FactKind kind);

}  // namespace kirnu

#pragma once
#include <optional>
#include <string>
#include <vector>

#include "facts/plan/role_assignment.h"

namespace kirnu {

/// What a table holds, and which column is what.
struct KindGuess {
  std::optional<FactKind> kind = {};   ///< absent: ask
  std::optional<FactKind> other = {};  ///< what it might be, too
  std::vector<FactKind> choices = {};  ///< what it might be, while `kind` is absent
  RoleAssignment roles = {};
  double parts_of_whole = 0;  ///< of reasons, as in ImportPlan
  bool paid_terms = false;    ///< of subscriptions, as in ImportPlan
  bool by_content = false;    ///< no name says so, only what stands in the cells
};

/// Decides by what a person said, else by a known export, else by the columns' names, and only where there are no
/// names by the cells. Two kinds that fit equally well are no decision.
KindGuess guess_kind(const TableFacts& table, const TableHead& head, const ImportChoice& choice);

}  // namespace kirnu

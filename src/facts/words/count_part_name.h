#pragma once
#include <set>
#include <string>
#include <string_view>

#include "facts/tables/role.h"

namespace kirnu {

/// What the name of a column of counts says beside its role, where others have the same.
struct PartName {
  std::set<std::string> about = {};  ///< "B2B lost", "Voluntary lost": what its customers are told apart by
  int unit = 0;                      ///< what is counted: 1 customers, 2 contracts, 3 users, 4 accounts; 0: not said
  std::string stem = {};             ///< of its role: "verlor"
  bool total = false;                ///< "Verloren gesamt"
  bool any = false;                  ///< "Lost" is of all, "Cancelled" and "Died" are of some
  bool of_which = false;             ///< "davon gekündigt"
  bool period = false;               ///< "Lost Q1": of one period among others

  bool dated = false;  ///< "Mitglieder 31.12."

  bool is_bare() const { return about.empty() && !total && !of_which; }
};
PartName read_part_name(std::string_view column_name, Role role);

}  // namespace kirnu

#pragma once
#include <optional>
#include <string_view>

#include "facts/tables/role.h"

namespace kirnu {

/// What the name of a column of counts, revenue or rates says by itself, in English, German or Finnish.
struct CountName {
  Role role = Role::Ignore;  ///< of a count: what a column of revenue or of a rate is follows from the whole table
  bool named = false;        ///< if only as something that counts nothing ("Net")
  bool money = false, rate = false, people = false;
  bool planned = false;  ///< of a plan, or of the year before …
  bool summed = false;   ///< … or of the year so far
  bool mean = false;     ///< over a time: nobody counts as at its start
  bool aside = false;    ///< a mean, the most, days, costs: nothing that counts beside a column that does

  bool only_of_revenue = false;  ///< a movement where a table is of revenue, else none: "Zuwachs", "Lasku"

  bool is_movement() const { return role == Role::MrrExpansion || role == Role::MrrContraction; }
};
CountName read_count_name(std::string_view column_name);

/// The role that a name says; absent when it says none. Names of rates ("Churn rate", "Quote", "%") are Ignore: a rate
/// is no count.
std::optional<Role> find_count_role(std::string_view column_name);

}  // namespace kirnu

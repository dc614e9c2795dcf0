#include "facts/plan/count_roles.h"

#include <algorithm>

#include "base/name_list.h"

#include "facts/plan/rate_name.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

bool has(std::span<const Role> roles, Role role) { return std::find(roles.begin(), roles.end(), role) != roles.end(); }

/// What the column of a count is in a table of revenue.
Role money_role(Role role) {
  switch (role) {
    case Role::Opening: return Role::MrrStart;
    case Role::New: return Role::MrrNew;
    case Role::Churned: return Role::MrrChurned;
    case Role::Closing: return Role::MrrEnd;
    case Role::Reactivated: return Role::MrrReactivation;
    case Role::MrrExpansion:
    case Role::MrrContraction: return role;
    default: return Role::Ignore;
  }
}

/// Whether columns that say neither money nor customers are money, because the table is of revenue.
bool is_about_money(std::span<const CountName> names) {
  bool ends = false, more = false, less = false, counts = false;
  for (const CountName& name : names) {
    if (name.rate) continue;
    const Role role = money_role(name.role);
    if (name.money) ends = ends || role == Role::MrrStart || role == Role::MrrEnd || role == Role::MrrExpansion;
    more = more || (role == Role::MrrExpansion && !name.only_of_revenue);
    less = less || (role == Role::MrrContraction && !name.only_of_revenue);
    const auto is_same = [&](const CountName& other) { return other.money && other.role == name.role; };
    counts = counts ||
             (!name.money && role != Role::Ignore && (name.people || std::any_of(names.begin(), names.end(), is_same)));
  }
  return !counts && (ends || (more && less));
}

/// The roles of the columns so far. Each belongs to the first column that names it.
class TakenRoles {
 public:
  explicit TakenRoles(std::span<const CountName> names) : names_(names), roles_(names.size(), Role::Ignore) {}

  void take_counts_and_money() {
    const bool about_money = is_about_money(names_);
    for (std::size_t c = 0; c < names_.size(); ++c) {
      const CountName& name = names_[c];
      if (name.rate || name.role == Role::RetentionRate) continue;
      const bool money = name.money || (about_money && name.role != Role::Time);
      if (money || !(name.is_movement() || name.only_of_revenue)) take(c, money ? money_role(name.role) : name.role);
    }
  }

  void take_rates(std::span<const CountColumn> columns) {
    for (std::size_t c = 0; c < names_.size(); ++c) {
      const CountName& name = names_[c];
      if (name.money || !name.rate || is_of_unknown_length(columns[c].name)) continue;
      if (name.role == Role::Churned) take(c, Role::ChurnRate);
      if (name.role == Role::RetentionRate || name.role == Role::Retained) take(c, Role::RetentionRate);
    }
  }

  /// "Customers" beside the lost are those they were lost of, beside new and lost what stands before or behind these,
  /// and beside new alone what these came to.
  void take_customers_there() {
    if (!(has(roles_, Role::Churned) || has(roles_, Role::New)) || has(roles_, Role::Opening) ||
        has(roles_, Role::Closing))
      return;
    for (std::size_t c = 0; c < names_.size(); ++c) {
      const CountName& name = names_[c];
      if (name.named || name.rate || name.money || name.mean || !name.people) continue;
      const bool after = has(roles_, Role::New) && (stands_after_movements(c) || !has(roles_, Role::Churned));
      take(c, after ? Role::Closing : Role::Opening);
      return;
    }
  }

  /// "Customers" alone are those at the end; "MRR" alone is what it came to.
  void take_what_it_came_to(bool money_told) {
    const bool nothing = std::none_of(roles_.begin(), roles_.end(), is_figure_role);
    const bool losses = has(roles_, Role::MrrChurned) || has(roles_, Role::MrrContraction);
    for (std::size_t c = 0; c < names_.size(); ++c) {
      const CountName& name = names_[c];
      if (name.named || name.rate) continue;
      if (name.people && !name.money && nothing) take(c, Role::Closing);
      else if (name.money && losses && !money_told) take(c, Role::MrrEnd);
    }
  }

  /// "MRR churn" in percent tells what of the MRR was lost, where no amount does. A net one has what was gained in it.
  void take_rate_of_revenue(std::span<const CountColumn> columns) {
    const auto is_stock = [](const CountName& name) {
      return name.money && !name.rate && (!name.named || name.role == Role::Opening || name.role == Role::Closing);
    };
    if (has(roles_, Role::MrrChurned) || std::none_of(names_.begin(), names_.end(), is_stock)) return;
    for (std::size_t c = 0; c < names_.size(); ++c) {
      const bool lost = names_[c].money && names_[c].rate && names_[c].role == Role::Churned;
      if (lost && !has_part(fold_case(columns[c].name), "net|netto")) take(c, Role::MrrChurned);
    }
  }

  /// Who was kept tells who was lost of those at the start, where nothing else does, and with the lost who they were.
  void forget_kept() {
    const bool opens = has(roles_, Role::Opening), lost = has(roles_, Role::Churned);
    const bool tells = (opens && !lost) || (lost && !opens && !has(roles_, Role::Closing));
    if (!tells) std::replace(roles_.begin(), roles_.end(), Role::Retained, Role::Ignore);
  }

  const std::vector<Role>& roles() const { return roles_; }

 private:
  /// What a table comes to stands behind those who came and left.
  bool stands_after_movements(std::size_t column) const {
    const auto is_moved = [](Role role) { return role == Role::New || role == Role::Churned; };
    return std::none_of(roles_.begin() + static_cast<std::ptrdiff_t>(column), roles_.end(), is_moved);
  }

  void take(std::size_t column, Role role) {
    if (!has(roles_, role)) roles_[column] = role;
  }

  std::span<const CountName> names_;
  std::vector<Role> roles_;
};

}  // namespace

std::vector<Role> find_count_roles(std::span<const CountColumn> columns) {
  const std::vector<CountName> names = count_names(columns);
  TakenRoles taken(names);
  taken.take_counts_and_money();
  taken.take_rate_of_revenue(columns);
  taken.take_customers_there();
  taken.forget_kept();
  const CountsTold told = counts_told(taken.roles());
  const bool both_ends = told.ends && has(taken.roles(), Role::Opening);  // a rate tells who was lost between them
  if (!told.any() || both_ends) taken.take_rates(columns);
  taken.take_what_it_came_to(told.money);
  return taken.roles();
}

CountsTold counts_told(std::span<const Role> roles) {
  const bool opening = has(roles, Role::Opening), lost = has(roles, Role::Churned) || has(roles, Role::Retained),
             closing = has(roles, Role::Closing);
  const bool added_and_closing = has(roles, Role::New) && closing;
  const bool stayed = has(roles, Role::Retained) && has(roles, Role::Churned);
  CountsTold told{.counts = (opening && (lost || added_and_closing)) || (lost && added_and_closing) || stayed};
  told.opening = opening || has(roles, Role::Retained);
  told.ends = !told.counts && closing && !lost;
  told.money = (has(roles, Role::MrrStart) || has(roles, Role::MrrEnd)) &&
               (has(roles, Role::MrrChurned) || has(roles, Role::MrrContraction));
  told.rates = has(roles, Role::ChurnRate) || has(roles, Role::RetentionRate);
  told.shares = told.rates && !told.counts && opening && (closing || has(roles, Role::Segment));
  return told;
}

}  // namespace kirnu

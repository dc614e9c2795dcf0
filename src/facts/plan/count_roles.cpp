#include "facts/plan/count_roles.h"

#include <algorithm>

#include "facts/plan/count_span.h"
#include "facts/plan/rate_name.h"

namespace kirnu {
namespace {

bool has(std::span<const Role> roles, Role role) { return std::find(roles.begin(), roles.end(), role) != roles.end(); }

CountName name_of(const CountColumn& column) {
  CountName name = read_count_name(column.name);
  name.rate = name.rate || column.percent;
  if (column.dated && name.role != Role::Ignore) return {.role = Role::Time};
  return name;
}

/// Beside who came or left, two numbers of customers of different days or years: the earlier opens, the later closes.
void order_by_names(std::vector<CountName>& names, std::span<const CountColumn> columns) {
  struct Stock {
    std::size_t column;
    std::int32_t day;
  };
  std::vector<Stock> stocks;
  bool moved = false;
  for (std::size_t c = 0; c < names.size(); ++c) {
    const CountName& name = names[c];
    if (name.money || name.rate || columns[c].dated) continue;
    moved = moved || name.role == Role::New || name.role == Role::Churned;
    const bool ends = name.role == Role::Opening || name.role == Role::Closing;
    if (!ends && !(name.people && (!name.named || name.role == Role::Time))) continue;
    const std::optional<NamedTime> time = time_in_name(columns[c].name);
    if (!time) return;
    stocks.push_back({.column = c, .day = time->last});
  }
  if (!moved || stocks.size() != 2 || stocks[0].day == stocks[1].day) return;
  const bool in_order = stocks[0].day < stocks[1].day;
  for (const std::size_t i : {0U, 1U}) {
    CountName& name = names[stocks[i].column];
    name.role = (i == 0) == in_order ? Role::Opening : Role::Closing;
    name.named = true;
  }
}

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

/// Where several columns are of who came or left in different years or months, the last of these counts, with who was
/// there in it.
void leave_earlier_out(std::vector<CountName>& names, std::span<const CountColumn> columns) {
  std::vector<std::optional<NamedTime>> times(names.size());
  std::optional<NamedTime> last;
  bool several = false;
  for (std::size_t c = 0; c < names.size(); ++c) {
    if (names[c].role == Role::Time || columns[c].dated) continue;
    times[c] = time_in_name(columns[c].name);
    const bool moved = names[c].role == Role::New || names[c].role == Role::Churned;
    if (!moved || !times[c] || !times[c]->unit) continue;
    for (std::size_t other = 0; other < c; ++other)
      several = several || (names[other].role == names[c].role && names[other].money == names[c].money &&
                            names[other].rate == names[c].rate && times[other] && times[other]->last != times[c]->last);
    if (!last || times[c]->last > last->last) last = times[c];
  }
  if (!several) return;
  for (std::size_t c = 0; c < names.size(); ++c) {
    if (times[c] && times[c]->last < last->first - (times[c]->unit ? 0 : 1)) names[c] = {.named = true};
  }
}

/// "Kunden Plan" beside "Kunden Ist", "Lost YTD" beside "Lost", the year before beside this one: the actual ones
/// count. Alone, sums so far tell by what they grow.
void leave_planned_out(std::vector<CountName>& names) {
  const auto actual = [&](const CountName& name) {
    return std::any_of(names.begin(), names.end(), [&](const CountName& other) {
      return !other.planned && !other.summed && !other.aside && other.role == name.role && other.money == name.money &&
             other.rate == name.rate && (name.role != Role::Ignore || other.people == name.people);
    });
  };
  std::vector<CountName> kept = names;
  for (CountName& name : kept) {
    if ((name.planned || name.summed || name.aside) && actual(name)) name = {.named = true};
  }
  names = std::move(kept);
}

/// "New; Churn" beside "New Customers; Churned Customers" and a sum of revenue are its movements.
void take_movements_of_revenue(std::vector<CountName>& names) {
  const auto is_moved = [](const CountName& name) {
    return !name.rate && (name.role == Role::New || name.role == Role::Churned || name.role == Role::Reactivated);
  };
  const bool revenue = std::any_of(names.begin(), names.end(), [&](const CountName& name) {
    return name.money && !name.rate && !name.aside && !is_moved(name) && money_role(name.role) != Role::MrrReactivation;
  });
  const auto is_paired = [&](const CountName& name) {
    const auto same = [&](const CountName& other) { return other.people && !other.rate && other.role == name.role; };
    return is_moved(name) && !name.people && std::any_of(names.begin(), names.end(), same);
  };
  if (!revenue || !std::any_of(names.begin(), names.end(), is_paired)) return;
  std::vector<CountName> told = names;
  for (CountName& name : told) {
    if (is_paired(name) || (name.is_movement() && !name.people && !name.rate)) name.money = true;
  }
  names = std::move(told);
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
    const auto counts_something = [](Role role) { return role >= Role::Opening; };
    const bool nothing = std::none_of(roles_.begin(), roles_.end(), counts_something);
    const bool losses = has(roles_, Role::MrrChurned) || has(roles_, Role::MrrContraction);
    for (std::size_t c = 0; c < names_.size(); ++c) {
      const CountName& name = names_[c];
      if (name.named || name.rate) continue;
      if (name.people && !name.money && nothing) take(c, Role::Closing);
      else if (name.money && losses && !money_told) take(c, Role::MrrEnd);
    }
  }

  /// Who was kept tells who was lost of those at the start, where nothing else does.
  void forget_kept() {
    const bool tells = has(roles_, Role::Opening) && !has(roles_, Role::Churned);
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

std::vector<CountName> count_names(std::span<const CountColumn> columns) {
  std::vector<CountName> names;
  for (const CountColumn& column : columns) names.push_back(name_of(column));
  leave_planned_out(names);
  leave_earlier_out(names, columns);
  order_by_names(names, columns);
  take_movements_of_revenue(names);
  return names;
}

std::vector<Role> find_count_roles(std::span<const CountColumn> columns) {
  const std::vector<CountName> names = count_names(columns);
  TakenRoles taken(names);
  taken.take_counts_and_money();
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

#include "facts/plan/count_arithmetic.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kirnu {
namespace {

using Numbers = std::vector<ColumnNumbers>;
using Order = std::vector<std::size_t>;  ///< which column is the first role, the second …

constexpr double kRoundedCents = 0.05;  ///< so far may sums of amounts in cents miss

/// How well columns fit in an order; absent where they do not.
using FitOf = std::optional<int> (*)(const Numbers&, const Order&);

/// The order of the columns that fits best, the first of equal ones.
std::optional<std::vector<Role>> best_roles(const Numbers& columns, const std::vector<Role>& roles, FitOf fit_of) {
  Order order(roles.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::optional<std::vector<Role>> best;
  int best_fit = -1;
  do {
    const std::optional<int> fit = fit_of(columns, order);
    if (!fit || *fit <= best_fit) continue;
    best_fit = *fit;
    best.emplace(roles.size(), Role::Ignore);
    for (std::size_t i = 0; i < roles.size(); ++i) (*best)[order[i]] = roles[i];
  } while (std::next_permutation(order.begin(), order.end()));
  return best;
}

/// Opening, new, lost and closing of every complete row add up. The more rows open where the last one closed the
/// better; and rather more customers are there than come, and the opening stands before the closing.
std::optional<int> fit_of_four(const Numbers& columns, const Order& order) {
  const ColumnNumbers &opening = columns[order[0]], &added = columns[order[1]], &lost = columns[order[2]],
                      &closing = columns[order[3]];
  int rows = 0, continued = 0;
  double surplus = 0;
  for (std::size_t i = 0; i < opening.size(); ++i) {
    if (!opening[i] || !added[i] || !lost[i] || !closing[i]) continue;
    if (*closing[i] != *opening[i] + *added[i] - *lost[i] || *lost[i] > *opening[i]) return std::nullopt;
    ++rows;
    surplus += *opening[i] - *added[i];
    if (i + 1 < opening.size() && opening[i + 1] && *opening[i + 1] == *closing[i]) ++continued;
  }
  if (rows == 0) return std::nullopt;
  return 4 * continued + (surplus >= 0 ? 2 : 0) + (order[0] < order[3] ? 1 : 0);
}

/// Opening, new and lost, told by the next row's opening: at least two rows must continue, none may break.
std::optional<int> fit_of_three(const Numbers& columns, const Order& order) {
  const ColumnNumbers &opening = columns[order[0]], &added = columns[order[1]], &lost = columns[order[2]];
  int continued = 0;
  for (std::size_t i = 0; i + 1 < opening.size(); ++i) {
    if (!opening[i] || !added[i] || !lost[i] || !opening[i + 1]) continue;
    if (*opening[i + 1] != *opening[i] + *added[i] - *lost[i]) return std::nullopt;
    ++continued;
  }
  return continued >= 2 ? std::optional(0) : std::nullopt;
}

/// Opening and lost: no row loses more than it has.
std::optional<int> fit_of_two(const Numbers& columns, const Order& order) {
  const ColumnNumbers &opening = columns[order[0]], &lost = columns[order[1]];
  for (std::size_t i = 0; i < lost.size(); ++i) {
    if (lost[i] && opening[i] && *lost[i] > *opening[i]) return std::nullopt;
  }
  return 0;
}

/// Of two columns neither comes to less than half of the other, and each row begins with what the one before ended
/// with: nobody loses so much, so both count who is there.
bool are_both_stocks(const Numbers& columns) {
  for (std::size_t row = 1; row < columns[0].size(); ++row) {
    if (columns[0][row] != columns[1][row - 1]) return false;
  }
  double sums[2] = {};
  for (std::size_t c = 0; c < 2; ++c) {
    for (const std::optional<double>& number : columns[c]) sums[c] += number.value_or(0);
  }
  return sums[0] > 0 && std::min(sums[0], sums[1]) * 2 > std::max(sums[0], sums[1]);
}

/// Opening, gains, losses, closing, as people write movements of revenue; losses with or without their sign.
std::optional<std::vector<Role>> movements(const Numbers& columns) {
  std::vector<Role> roles{Role::MrrStart, Role::MrrNew, Role::MrrExpansion};
  if (columns.size() == 7) roles.push_back(Role::MrrReactivation);
  for (const Role role : {Role::MrrContraction, Role::MrrChurned, Role::MrrEnd}) roles.push_back(role);
  for (std::size_t row = 0; row < columns[0].size(); ++row) {
    double left = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (!columns[c][row]) return std::nullopt;
      const double number = *columns[c][row];
      const bool loss = roles[c] == Role::MrrContraction || roles[c] == Role::MrrChurned;
      left += loss ? -std::fabs(number) : roles[c] == Role::MrrEnd ? -number : number;
    }
    if (std::fabs(left) > kRoundedCents) return std::nullopt;
  }
  return roles;
}

}  // namespace

std::optional<std::vector<Role>> find_roles_by_arithmetic(const std::vector<ColumnNumbers>& columns) {
  using enum Role;
  switch (columns.size()) {
    case 2:
      if (are_both_stocks(columns)) return std::vector<Role>{Opening, Closing};
      return best_roles(columns, {Opening, Churned}, fit_of_two);
    case 3: return best_roles(columns, {Opening, New, Churned}, fit_of_three);
    case 4: return best_roles(columns, {Opening, New, Churned, Closing}, fit_of_four);
    case 6:
    case 7: return movements(columns);
    default: return std::nullopt;
  }
}

}  // namespace kirnu

#include "facts/plan/count_names.h"

#include <algorithm>
#include <optional>

#include "base/name_list.h"
#include "facts/plan/count_span.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

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
    return name.money && !name.rate && !name.aside && !is_moved(name);
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

/// "Gross churn" beside revenue is churn of it; nobody calls that of customers so.
void take_gross_rates(std::vector<CountName>& names, std::span<const CountColumn> columns) {
  const bool revenue =
      std::any_of(names.begin(), names.end(), [](const CountName& name) { return name.money && !name.rate; });
  for (std::size_t c = 0; c < names.size() && revenue; ++c) {
    CountName& name = names[c];
    if (name.rate && !name.people && has_part(fold_case(columns[c].name), "gross|brutto")) name.money = true;
  }
}

}  // namespace

std::vector<CountName> count_names(std::span<const CountColumn> columns) {
  std::vector<CountName> names;
  for (const CountColumn& column : columns) names.push_back(name_of(column));
  take_gross_rates(names, columns);
  leave_planned_out(names);
  leave_earlier_out(names, columns);
  order_by_names(names, columns);
  take_movements_of_revenue(names);
  return names;
}

}  // namespace kirnu

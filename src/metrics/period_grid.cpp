#include "metrics/period_grid.h"

#include <algorithm>
#include <utility>

#include "base/date.h"

namespace kirnu {
namespace {

std::int64_t floor_to(std::int64_t value, std::int64_t step, std::int64_t phase) {
  const std::int64_t rest = (value - phase) % step;
  return value - (rest < 0 ? rest + step : rest);
}

/// Bounds of whole months, from the one at or before `from` to the one at or after `to`.
std::vector<std::int32_t> month_bounds(int months, int first_month, std::int32_t from, std::int32_t to) {
  const CivilDate first = civil_date({from});
  const std::int64_t phase = months == 12 ? first_month - 1 : 0;
  auto month = static_cast<int>(floor_to(std::int64_t{first.year} * 12 + first.month - 1, months, phase));
  std::vector<std::int32_t> bounds;
  while (bounds.empty() || bounds.back() < to) {
    bounds.push_back(first_of_month(0, month + 1).days);
    month += months;
  }
  return bounds;
}

/// Bounds every `step` days, of which one is `phase`.
std::vector<std::int32_t> day_bounds(std::int64_t step, std::int64_t phase, std::int64_t from, std::int64_t to) {
  std::int64_t first = floor_to(from, step, phase);
  const std::int64_t last = -floor_to(-to, step, -phase);
  first = std::max(first, last - step * kMostPeriods);
  std::vector<std::int32_t> bounds;
  for (std::int64_t day = first; day <= last; day += step) bounds.push_back(static_cast<std::int32_t>(day));
  return bounds;
}

std::vector<std::int32_t> bounds_of(const PeriodChoice& choice, std::int32_t from, std::int32_t to,
                                    std::int32_t as_of) {
  constexpr std::int64_t kSomeMonday = 4;  // 1970-01-05
  const int months = months_in(choice.unit);
  if (months > 0) return month_bounds(months, choice.first_month, from, to);
  if (choice.unit == PeriodUnit::Week) return day_bounds(7, kSomeMonday, from, to);
  if (choice.unit == PeriodUnit::Day) return day_bounds(1, 0, from, to);
  return day_bounds(std::max(choice.days, 1), std::int64_t{as_of} + 1, from, to);
}

}  // namespace

Period length_of(const PeriodChoice& choice) {
  return choice.unit == PeriodUnit::Days ? period_of_days(choice.days) : period_of(choice.unit);
}

std::optional<std::int32_t> PeriodGrid::last_complete(std::int32_t as_of) const {
  const auto after = std::upper_bound(bounds.begin(), bounds.end(), std::int64_t{as_of} + 1);
  const auto passed = static_cast<std::int32_t>(after - bounds.begin());
  if (passed < 2) return std::nullopt;
  return passed - 2;
}

PeriodGrid grid_of(std::vector<std::int32_t> bounds) {
  PeriodGrid grid;
  if (bounds.size() < 2) return grid;
  const std::int32_t first = bounds.front();
  grid.places.assign(static_cast<std::size_t>(bounds.back() - first) + 2, -1);
  for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
    std::fill(grid.places.begin() + (bounds[i] - first + 1), grid.places.begin() + (bounds[i + 1] - first + 1),
              static_cast<std::int32_t>(i));
  }
  grid.bounds = std::move(bounds);
  grid.places.back() = grid.size();
  return grid;
}

PeriodGrid build_grid(const PeriodChoice& choice, std::int32_t from, std::int32_t to, std::int32_t as_of) {
  if (from >= to) return {};
  return grid_of(bounds_of(choice, from, to, as_of));
}

}  // namespace kirnu

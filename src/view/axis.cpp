#include "view/axis.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "view/shown_number.h"

namespace kirnu {
namespace {

struct Step {
  double size;
  int decimals;  ///< of the percent label
};

/// Round steps, as fractions: 0.01 % to 100 %, then larger by tens.
constexpr auto kSteps = std::to_array<Step>({{0.0001, 2},
                                             {0.00025, 3},
                                             {0.0005, 2},
                                             {0.001, 1},
                                             {0.0025, 2},
                                             {0.005, 1},
                                             {0.01, 0},
                                             {0.02, 0},
                                             {0.05, 0},
                                             {0.1, 0},
                                             {0.2, 0},
                                             {0.25, 0},
                                             {0.5, 0},
                                             {1, 0},
                                             {2, 0},
                                             {5, 0},
                                             {10, 0},
                                             {100, 0}});
constexpr double kMostTicks = 5;

Step find_step(double range) {
  for (const Step& step : kSteps) {
    if (range / step.size <= kMostTicks) return step;
  }
  return {.size = range / kMostTicks, .decimals = 0};
}

Axis axis_in_steps(double high, double step, Language language) {
  const int decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 6;
  Axis axis{.low = 0, .high = high, .ticks = {}};
  for (double at = 0; at <= high * (1 + 1e-9); at += step)
    axis.ticks.push_back({.at = at, .label = shown_number(at, decimals, language)});
  return axis;
}

/// From 0 to `highest` in round steps of at least `least_step`, which is a power of ten.
Axis plain_axis(double highest, double least_step, Language language) {
  const double high = highest > 0 ? highest : 1;
  double step = least_step;
  while (high / step > kMostTicks) {
    for (const double factor : {2.0, 2.5, 2.0}) {
      if (high / step <= kMostTicks) break;
      step *= factor;
    }
  }
  return axis_in_steps(high, step, language);
}

/// By how many months, weeks or quarters people count.
struct CalendarSteps {
  std::string_view unit;
  std::array<int, 6> steps;
};
constexpr auto kCalendar = std::to_array<CalendarSteps>(
    {{"month", {1, 2, 3, 6, 12, 24}}, {"week", {1, 2, 4, 8, 13, 26}}, {"quarter", {1, 2, 4, 8, 20, 40}}});

}  // namespace

Axis share_axis(double lowest, double highest, Language language) {
  const double low = std::min(0.0, lowest);
  const double high = std::max(highest, low + 0.0002);
  const Step step = find_step(high - low);
  const double first = std::floor(low / step.size + 1e-9);
  const double last = std::ceil(high / step.size - 1e-9);
  Axis axis{.low = first * step.size, .high = last * step.size, .ticks = {}};
  for (double i = first; i <= last; ++i) {
    axis.ticks.push_back({.at = i * step.size, .label = shown_percent(i * step.size, step.decimals, language)});
  }
  return axis;
}

Axis number_axis(double highest, Language language) { return plain_axis(highest, 1e-6, language); }

Axis count_axis(double highest, Language language) { return plain_axis(highest, 1, language); }

Axis level_axis(double highest, Language language) {
  Axis axis = count_axis(highest, language);
  const double step = axis.ticks.back().at - axis.ticks[axis.ticks.size() - 2].at;
  if (axis.ticks.back().at < axis.high) return axis_in_steps(axis.ticks.back().at + step, step, language);
  return axis;
}

Axis length_axis(double highest, std::string_view unit, Language language) {
  constexpr double kShort = 3;
  for (const CalendarSteps& calendar : kCalendar) {
    if (calendar.unit != unit || highest < kShort) continue;
    for (const double step : calendar.steps) {
      if (highest / step <= kMostTicks) return axis_in_steps(highest, step, language);
    }
  }
  return number_axis(highest, language);
}

void name_last_tick(Axis& axis, const Words& words, std::string_view key) {
  if (axis.ticks.empty()) return;
  Tick& last = axis.ticks.back();
  last.label = words.say_count(key, last.at, {{"number", last.label}});
}

}  // namespace kirnu

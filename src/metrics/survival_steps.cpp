#include <algorithm>
#include <cmath>

#include "base/sort.h"
#include "metrics/survival.h"

namespace kirnu {
namespace {

/// Whole times up to here are counted, others sorted.
constexpr double kMostCounted = 1 << 20;

bool is_time(double time) { return time >= 0 && std::isfinite(time); }

/// Times closer than this, or than this share of the mean time, differ by rounding alone (as in R's survival package).
constexpr double kTied = 1.4901161193847656e-08;

/// Sorted steps with each time once; times that differ by rounding alone are the first of them.
SurvivalSteps tied(const SurvivalSteps& sorted) {
  double sum = 0;
  double times = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0 && sorted[i].time == sorted[i - 1].time) continue;
    sum += sorted[i].time;
    ++times;
  }
  const double close = times > 0 ? std::max(kTied, kTied * (sum / times)) : 0;
  SurvivalSteps steps;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i == 0 || sorted[i].time - sorted[i - 1].time > close) {
      steps.push_back(sorted[i]);
      continue;
    }
    steps.back().left += sorted[i].left;
    steps.back().censored += sorted[i].censored;
  }
  return steps;
}

/// Steps of rows first(i) and second(i), i below `rows`, where `counts(i)`.
template <typename Time, typename Left, typename Counts>
SurvivalSteps steps_of(std::size_t rows, Time time, Left left, Counts counts) {
  bool whole = true;
  for (std::size_t i = 0; i < rows && whole; ++i) {
    whole = !counts(i) || !is_time(time(i)) || (time(i) <= kMostCounted && time(i) == std::floor(time(i)));
  }
  if (whole) {
    LengthCounts seen;
    for (std::size_t i = 0; i < rows; ++i) {
      if (counts(i) && is_time(time(i))) seen.add(static_cast<std::size_t>(time(i)), left(i) != 0);
    }
    return seen.take();
  }
  SurvivalSteps sorted;
  for (std::size_t i = 0; i < rows; ++i) {
    if (!counts(i) || !is_time(time(i))) continue;
    sorted.push_back({.time = time(i), .left = left(i) != 0 ? 1 : 0, .censored = left(i) != 0 ? 0 : 1});
  }
  sort_items(sorted, [](const SurvivalStep& a, const SurvivalStep& b) { return a.time < b.time; });
  return tied(sorted);
}

}  // namespace

SurvivalSteps LengthCounts::take() const {
  SurvivalSteps steps;
  for (std::size_t length = 0; length < seen_.size(); ++length) {
    const Seen& seen = seen_[length];
    if (seen.left + seen.censored == 0) continue;
    steps.push_back({.time = static_cast<double>(length), .left = seen.left, .censored = seen.censored});
  }
  return steps;
}

SurvivalSteps build_steps(std::span<const double> time, std::span<const std::uint8_t> left) {
  return steps_of(
      time.size(), [&](std::size_t i) { return time[i]; }, [&](std::size_t i) { return left[i]; },
      [](std::size_t) { return true; });
}

SurvivalSteps build_steps(const SurvivalTable& table, const CodeColumn* group, std::uint32_t code) {
  return steps_of(
      table.time.size(), [&](std::size_t i) { return table.time[i]; }, [&](std::size_t i) { return table.left[i]; },
      [&](std::size_t i) { return group == nullptr || group->empty() || group->codes[i] == code; });
}

}  // namespace kirnu

#include "metrics/survival.h"

#include <algorithm>
#include <cmath>

#include "metrics/elementary.h"
#include "metrics/intervals.h"

namespace kirnu {
namespace {

/// The square root of a double's precision, within which R's median takes a survival as equal to one half.
constexpr double kTolerance = 1.4901161193847656e-08;

/// log(S) and the variance of it by Greenwood: the sum of d / (n (n - d)).
struct LogSurvival {
  double value = 0;
  double variance = 0;
};

/// log_log: S^exp(± z·se(log S)/log S); log: S·exp(± z·se(log S)), at most 1.
Interval interval_of(const LogSurvival& log, SurvivalInterval kind) {
  const double reach = kNormal975 * std::sqrt(log.variance);
  if (kind == SurvivalInterval::Log) {
    return {.low = exponential(log.value - reach), .high = std::min(1.0, exponential(log.value + reach))};
  }
  const double power = reach / -log.value;
  return {.low = exponential(log.value * exponential(power)), .high = exponential(log.value * exponential(-power))};
}

/// The first time at which a falling curve is below one half; where it is one half for a while, the middle of that
/// stretch. `height` gives a point's value, absent where there is none.
template <typename Height>
std::optional<double> halving_time(const std::vector<SurvivalPoint>& points, Height height) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::optional<double> first = height(points[i]);
    if (!first || *first >= 0.5 + kTolerance) continue;
    if (std::fabs(*first - 0.5) >= kTolerance) return points[i].time;
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      const std::optional<double> later = height(points[j]);
      if (later && *later < *first) return (points[i].time + points[j].time) / 2;
    }
    return points[i].time;
  }
  return std::nullopt;
}

MedianLifetime median_of(const std::vector<SurvivalPoint>& points) {
  using Height = std::optional<double>;
  return {.value = halving_time(points, [](const SurvivalPoint& p) -> Height { return p.survival; }),
          .low = halving_time(points,
                              [](const SurvivalPoint& p) { return p.interval ? Height(p.interval->low) : Height(); }),
          .high = halving_time(
              points, [](const SurvivalPoint& p) { return p.interval ? Height(p.interval->high) : Height(); })};
}

}  // namespace

SurvivalCurve build_survival(const SurvivalSteps& steps, SurvivalInterval kind) {
  SurvivalCurve curve;
  std::int64_t at_risk = at_risk_first(steps);
  double survival = 1;
  LogSurvival log;
  for (const SurvivalStep& step : steps) {
    curve.last_time = step.time;
    if (step.left > 0) {
      const auto n = static_cast<double>(at_risk);
      const auto d = static_cast<double>(step.left);
      survival *= (n - d) / n;
      SurvivalPoint point{.time = step.time, .at_risk = at_risk, .events = step.left, .survival = survival};
      if (survival > 0) {
        log.value += log_1p(-d / n);
        log.variance += d / (n * (n - d));
        point.error = survival * std::sqrt(log.variance);
        point.interval = interval_of(log, kind);
      }
      curve.points.push_back(point);
      curve.events += step.left;
    }
    if (step.censored > 0) curve.censored.push_back({.time = step.time, .count = step.censored});
    if (step.entered > 0) curve.entered.push_back({.time = step.time, .count = step.entered});
    at_risk += step.entered - step.left - step.censored;
    curve.n += step.left + step.censored;
    curve.late += step.entered;
  }
  curve.left = curve.events;
  curve.median = median_of(curve.points);
  return curve;
}

std::int64_t at_risk_at(const SurvivalCurve& curve, double time) {
  std::int64_t at_risk = 0;
  for (const SurvivalPoint& point : curve.points) at_risk += point.time >= time ? point.events : 0;
  for (const TimedCount& seen : curve.censored) at_risk += seen.time >= time ? seen.count : 0;
  for (const TimedCount& entry : curve.entered) at_risk -= entry.time >= time ? entry.count : 0;
  return at_risk;
}

std::optional<SurvivalPoint> find_thin_point(const SurvivalCurve& curve) {
  constexpr std::int64_t kFew = 10;
  std::int64_t later = 0;
  for (std::size_t i = curve.points.size(); i > 0; --i) {
    const SurvivalPoint& point = curve.points[i - 1];
    if (point.at_risk < kFew && later >= std::max(kFew, 2 * point.at_risk)) return point;
    later = std::max(later, point.at_risk);
  }
  return std::nullopt;
}

std::optional<SurvivalPoint> find_early_end(const SurvivalCurve& curve) {
  for (const SurvivalPoint& point : curve.points) {
    if (point.survival <= 0) return point.time < curve.last_time ? std::optional(point) : std::nullopt;
  }
  return std::nullopt;
}

// From the end to the start: the area behind each point is known when the point is reached.
RestrictedMean build_restricted_mean(const SurvivalCurve& curve, double tau) {
  double area = 0;
  double variance = 0;
  double right = tau;
  for (std::size_t i = curve.points.size(); i > 0; --i) {
    const SurvivalPoint& point = curve.points[i - 1];
    if (point.time >= tau) continue;
    area += point.survival * (right - point.time);
    right = point.time;
    const auto n = static_cast<double>(point.at_risk);
    const auto d = static_cast<double>(point.events);
    if (point.events < point.at_risk) variance += area * area * (d / (n * (n - d)));
  }
  return {.tau = tau, .value = area + right, .error = std::sqrt(variance)};
}

}  // namespace kirnu

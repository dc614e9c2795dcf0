#include "metrics/projection.h"

#include <algorithm>
#include <cmath>

#include "metrics/elementary.h"
#include "metrics/intervals.h"
#include "metrics/renewals.h"

namespace kirnu {
namespace {

/// The farthest that is projected, and the most terms of a sum that has no short form.
constexpr std::size_t kFarthestHorizon = 1200;
constexpr std::size_t kMostTerms = 200000;

/// By the delta method on log(-log S), as the band of Kaplan and Meier's curve.
Interval interval_of(const LogSurvivalAt& at, const LifetimeFit& fit) {
  double variance = 0;
  for (std::size_t i = 0; i < kMostParameters; ++i) {
    for (std::size_t j = 0; j < kMostParameters; ++j) variance += at.slope[i] * fit.covariance[i][j] * at.slope[j];
  }
  const double power = kNormal975 * std::sqrt(std::max(variance, 0.0)) / -at.value;
  return {.low = exponential(at.value * exponential(power)), .high = exponential(at.value * exponential(-power))};
}

/// Σ S(t)/S(n - 1) · v^(t - n) term by term. What is left after a term is at most term · v / (1 - v).
std::optional<double> add_terms(LifetimeModel model, const LifetimeParameters& at, std::size_t n, double v) {
  constexpr double kNothing = 1e-10;
  const double log_before = log_survival(model, at, static_cast<double>(n - 1));
  const double all = at.alpha + at.beta;
  double stay = exponential(log_survival(model, at, static_cast<double>(n)) - log_before);
  double discount = 1;
  double sum = 0;
  for (std::size_t i = 0; i < kMostTerms; ++i) {
    const auto t = static_cast<double>(n + i);
    const double term = stay * discount;
    sum += term;
    if (term * v <= kNothing * sum * (1 - v)) return sum;
    discount *= v;
    if (model == LifetimeModel::Sbg) stay *= (at.beta + t) / (all + t);  // S(t + 1)/S(t)
    else stay = exponential(log_survival(model, at, t + 1) - log_before);
  }
  return std::nullopt;
}

/// How fast S falls in the end: it goes like a power of t, t^-end.
double falls_like(LifetimeModel model, const LifetimeParameters& at) {
  return at.alpha * (model == LifetimeModel::Bdw ? at.c : 1);
}

/// Σ S(t)/S(n - 1), t >= n, of the BdW without a discount, which ends where α·c > 1: term by term up to T, from there
/// by Euler and Maclaurin's ∫ S + S(T)/2 + …; the integral over log t by Simpson's rule until S is the power of t that
/// it tends to, x = t^c: S ~ x^-α (1 - α(α + 2β - 1)/(2x)).
std::optional<double> add_bdw_terms(const LifetimeParameters& at, std::size_t n) {
  constexpr std::size_t kTerms = 1000;
  constexpr double kStep = 0.05, kFarthestLog = 650;
  const double log_before = log_survival(LifetimeModel::Bdw, at, static_cast<double>(n - 1));
  const auto share = [&](double t) { return exponential(log_survival(LifetimeModel::Bdw, at, t) - log_before); };
  double sum = 0;
  for (std::size_t i = 0; i < kTerms; ++i) sum += share(static_cast<double>(n + i));
  const auto first = static_cast<double>(n + kTerms);
  sum += share(first) / 2 - (share(first + 1) - share(first - 1)) / 24;
  const double power = 1 + at.alpha + at.beta;
  const double from = logarithm(first);
  const double wanted = logarithm(1e4 * power * power) / at.c;
  if (wanted > kFarthestLog) return std::nullopt;
  const auto steps = static_cast<std::size_t>(std::max(0.0, (wanted - from) / (2 * kStep)) + 1) * 2;
  double integral = 0;
  for (std::size_t i = 0; i <= steps; ++i) {
    const double t = exponential(from + kStep * static_cast<double>(i));
    integral += share(t) * t * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
  }
  const double last = exponential(from + kStep * static_cast<double>(steps));
  const double second = at.alpha * (at.alpha + 2 * at.beta - 1) / 2 / exponential(at.c * logarithm(last));
  const double end = falls_like(LifetimeModel::Bdw, at);
  const double tail = share(last) / (1 - second) * last * (1 / (end - 1) - second / (end + at.c - 1));
  return sum + integral * kStep / 3 + tail;
}

}  // namespace

int usual_horizon(std::size_t observed) { return std::max(12, static_cast<int>(2 * observed)); }

std::optional<double> discounted_residual_lifetime(LifetimeModel model, const LifetimeParameters& at, std::size_t n,
                                                   double d) {
  if (n < 1 || d < 0) return std::nullopt;
  if (model == LifetimeModel::Geometric) return (1 - at.p) * (1 + d) / (d + at.p);
  if (d > 0) return add_terms(model, at, n, 1 / (1 + d));
  if (falls_like(model, at) <= 1) return std::nullopt;  // no end
  if (model == LifetimeModel::Bdw) return add_bdw_terms(at, n);
  return (at.beta + static_cast<double>(n) - 1) / (at.alpha - 1);
}

std::variant<Projection, FitRefusal> build_projection(const Renewals& renewals, const ProjectionChoice& choice) {
  Renewals fitted = renewals;
  while (!fitted.empty() && fitted.back().left + fitted.back().stayed <= 0) fitted.pop_back();
  Projection projection{.observed = still_there(fitted), .residual_from = fitted.size() + 1};
  if (choice.fit_periods) fitted.resize(std::min(fitted.size(), static_cast<std::size_t>(*choice.fit_periods)));
  std::variant<LifetimeFit, FitRefusal> fit = fit_lifetimes(fitted, choice.model);
  if (const FitRefusal* refusal = std::get_if<FitRefusal>(&fit)) return *refusal;
  projection.fit = *std::get_if<LifetimeFit>(&fit);
  projection.fit_periods = fitted.size();
  const int horizon = choice.horizon.value_or(usual_horizon(projection.observed.size() - 1));
  projection.horizon = std::min(static_cast<std::size_t>(horizon), kFarthestHorizon);
  const LifetimeParameters& at = projection.fit.parameters;
  for (const LogSurvivalAt& one : log_survivals(choice.model, at, projection.horizon)) {
    if (projection.survival.size() < projection.horizon) projection.rmst += exponential(one.value);
    projection.survival.push_back(exponential(one.value));
    if (!choice.sized) continue;
    const bool start = projection.band.empty();
    projection.band.push_back(start ? Interval{.low = 1, .high = 1} : interval_of(one, projection.fit));
  }
  projection.derl = discounted_residual_lifetime(choice.model, at, projection.residual_from, choice.discount);
  return projection;
}

}  // namespace kirnu

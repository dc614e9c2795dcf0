#include "metrics/lifetime_fit.h"

#include <algorithm>
#include <cmath>

#include "metrics/elementary.h"

namespace kirnu {
namespace {

/// Parameters beyond e^±12 are on their way to infinity or 0.
constexpr double kFarthest = 12;
/// A coordinate whose standard error is above 10 is not told: its parameter could be a ten-thousandth or the
/// ten-thousandfold.
constexpr double kMostVariance = 100;
constexpr double kLongestStep = 1.5;
constexpr int kMostSteps = 200;

/// The mean log-likelihood of a customer, with the sign that makes it smallest at its best, and its slope.
struct Misfit {
  double value = 0;
  Coordinates slope = {};
};

/// The renewals as seen by one law.
class Problem {
 public:
  Problem(const Renewals& renewals, LifetimeModel model) : renewals_(renewals), model_(model) {
    for (const Renewal& renewal : renewals) size_ = std::max(size_, renewal.left + renewal.stayed);
  }

  std::size_t count() const { return parameter_count(model_); }
  double size() const { return size_; }

  /// left · log(1 - r) + stayed · log r, r = S(t)/S(t - since), added over the renewals.
  Misfit at(const Coordinates& where) const {
    Misfit sum;
    const std::vector<LogSurvivalAt> all = log_survivals(model_, parameters_at(model_, where), renewals_.size());
    for (std::size_t i = 0; i < renewals_.size(); ++i) {
      const LogSurvivalAt& before = all[i + 1 - renewals_[i].since];
      const double log_r = all[i + 1].value - before.value;
      const double gone = -exp_m1(log_r);
      const double left = renewals_[i].left / size_;
      const double stayed = renewals_[i].stayed / size_;
      if (left > 0) sum.value -= left * logarithm(gone);
      sum.value -= stayed * log_r;
      const double slope = stayed - (left > 0 ? left * (1 - gone) / gone : 0);
      for (std::size_t k = 0; k < count(); ++k) sum.slope[k] -= slope * (all[i + 1].slope[k] - before.slope[k]);
    }
    return sum;
  }

  /// Second derivatives from differences of the slope.
  Covariance curvature(const Coordinates& where) const {
    constexpr double kStep = 1e-5;
    Covariance matrix{};
    for (std::size_t k = 0; k < count(); ++k) {
      Coordinates up = where, down = where;
      up[k] += kStep;
      down[k] -= kStep;
      const Coordinates above = at(up).slope, below = at(down).slope;
      for (std::size_t j = 0; j < count(); ++j) matrix[j][k] = (above[j] - below[j]) / (2 * kStep);
    }
    for (std::size_t k = 0; k < count(); ++k) {
      for (std::size_t j = 0; j < k; ++j) matrix[j][k] = matrix[k][j] = (matrix[j][k] + matrix[k][j]) / 2;
    }
    return matrix;
  }

 private:
  const Renewals& renewals_;
  LifetimeModel model_;
  double size_ = 0;
};

/// A x = b for a positive definite A of `count` rows, by Cholesky. Absent for another A.
std::optional<Coordinates> solve(Covariance a, Coordinates b, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = a[i][j];
      for (std::size_t k = 0; k < j; ++k) sum -= a[i][k] * a[j][k];
      if (i == j && !(sum > 1e-14)) return std::nullopt;
      a[i][j] = i == j ? std::sqrt(sum) : sum / a[j][j];
    }
    for (std::size_t k = 0; k < i; ++k) b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  for (std::size_t i = count; i-- > 0;) {
    for (std::size_t k = i + 1; k < count; ++k) b[i] -= a[k][i] * b[k];
    b[i] /= a[i][i];
  }
  return b;
}

/// Newton's step, bent towards the steepest descent by `damping` until the curvature allows it, and not too long.
Coordinates newton_step(const Problem& problem, Covariance curvature, const Coordinates& slope, double damping) {
  Coordinates down{};
  for (std::size_t k = 0; k < problem.count(); ++k) down[k] = -slope[k];
  constexpr double kMostBend = 1e12;  // no curvature at all: there is no way on
  for (double bend = damping; bend < kMostBend; bend = std::max(1e-6, bend * 4)) {
    Covariance bent = curvature;
    for (std::size_t k = 0; k < problem.count(); ++k) bent[k][k] += bend;
    const std::optional<Coordinates> step = solve(bent, down, problem.count());
    if (!step) continue;
    double longest = 0;
    for (const double part : *step) longest = std::max(longest, std::fabs(part));
    Coordinates taken = *step;
    for (double& part : taken) part *= longest > kLongestStep ? kLongestStep / longest : 1;
    return taken;
  }
  return {};
}

bool has_somebody(const Renewal& renewal) { return renewal.left + renewal.stayed > 0; }

bool is_far(const Coordinates& where) {
  return std::any_of(where.begin(), where.end(), [](double x) { return std::fabs(x) > kFarthest; });
}

/// From `where` to the bottom; absent when there is none within reach.
std::optional<Coordinates> descend(const Problem& problem, Coordinates where) {
  constexpr double kFlat = 1e-12;
  Misfit here = problem.at(where);
  double damping = 0;
  for (int step = 0; step < kMostSteps && !is_far(where); ++step) {
    double steepest = 0;
    for (const double slope : here.slope) steepest = std::max(steepest, std::fabs(slope));
    if (steepest < kFlat) return where;
    const Covariance curvature = problem.curvature(where);
    for (;;) {
      const Coordinates taken = newton_step(problem, curvature, here.slope, damping);
      Coordinates next = where;
      double longest = 0;
      for (std::size_t k = 0; k < problem.count(); ++k) {
        next[k] += taken[k];
        longest = std::max(longest, std::fabs(taken[k]));
      }
      if (longest < 1e-10) return next;
      const Misfit there = problem.at(next);
      const bool better = there.value <= here.value;
      damping = better ? damping / 10 : std::max(1e-4, damping * 10);
      if (!better) continue;
      where = next;
      here = there;
      break;
    }
  }
  return std::nullopt;
}

/// The best of some starts: the first renewal's loss by how much customers differ, by how age changes them.
Coordinates start_of(const Problem& problem, const Renewals& renewals, LifetimeModel model) {
  const Renewal& first = *std::find_if(renewals.begin(), renewals.end(), has_somebody);
  const double all = (first.left + first.stayed) * static_cast<double>(first.since);
  const double loss = std::clamp(first.left / all, 0.01, 0.99);
  if (model == LifetimeModel::Geometric) return {logarithm(loss / (1 - loss))};
  std::optional<Coordinates> best;
  double least = 0;
  for (const double sum : {0.2, 0.7, 2.0, 6.0, 20.0, 60.0}) {
    for (const double c : {1.0, 0.5, 1.5, 2.5}) {
      if (model == LifetimeModel::Sbg && c != 1) continue;
      const Coordinates start{logarithm(sum * loss), logarithm(sum * (1 - loss)), logarithm(c)};
      const double misfit = problem.at(start).value;
      if (std::isnan(misfit) || (best && misfit >= least)) continue;
      best = start;
      least = misfit;
    }
  }
  return best.value_or(Coordinates{});
}

std::optional<FitRefusal> refusal_of(const Renewals& renewals, LifetimeModel model) {
  const std::size_t needed = std::max<std::size_t>(2, parameter_count(model));
  if (renewals.size() < needed) return FitRefusal::FewPoints;
  double left = 0, stayed = 0, left_later = 0;
  for (const Renewal& renewal : renewals) {
    if (left + stayed > 0) left_later += renewal.left;
    left += renewal.left;
    stayed += renewal.stayed;
  }
  if (left > 0 && stayed <= 0) return FitRefusal::NobodyStayed;
  if (count_looks(renewals) < needed) return FitRefusal::FewPoints;
  if (left <= 0) return FitRefusal::NobodyLeft;
  if (left_later <= 0 && model != LifetimeModel::Geometric) return FitRefusal::NotTold;
  return std::nullopt;
}

/// The inverse of curvature · size; absent where some coordinate is not told.
std::optional<Covariance> covariance_of(const Problem& problem, const Coordinates& where) {
  Covariance information = problem.curvature(where);
  for (Coordinates& row : information) {
    for (double& value : row) value *= problem.size();
  }
  Covariance inverse{};
  for (std::size_t k = 0; k < problem.count(); ++k) {
    Coordinates unit{};
    unit[k] = 1;
    const std::optional<Coordinates> column = solve(information, unit, problem.count());
    if (!column || (*column)[k] > kMostVariance) return std::nullopt;
    for (std::size_t j = 0; j < problem.count(); ++j) inverse[j][k] = (*column)[j];
  }
  return inverse;
}

}  // namespace

double log_likelihood(const Renewals& renewals, LifetimeModel model, const LifetimeParameters& at) {
  double sum = 0;
  double before = 0;
  for (std::size_t i = 0; i < renewals.size(); ++i) {
    if (!has_somebody(renewals[i])) continue;
    const double after = log_survival(model, at, static_cast<double>(i + 1));
    if (renewals[i].left > 0) sum += renewals[i].left * logarithm(-exp_m1(after - before));
    sum += renewals[i].stayed * (after - before);
    before = after;
  }
  return sum;
}

std::size_t count_looks(const Renewals& renewals) {
  return static_cast<std::size_t>(std::count_if(renewals.begin(), renewals.end(), has_somebody));
}

std::variant<LifetimeFit, FitRefusal> fit_lifetimes(const Renewals& renewals, LifetimeModel model) {
  if (const std::optional<FitRefusal> refusal = refusal_of(renewals, model)) return *refusal;
  const Problem problem(renewals, model);
  const std::optional<Coordinates> found = descend(problem, start_of(problem, renewals, model));
  if (!found || is_far(*found)) return FitRefusal::NotTold;
  const std::optional<Covariance> covariance = covariance_of(problem, *found);
  if (!covariance) return FitRefusal::NotTold;
  LifetimeFit fit{.model = model, .parameters = parameters_at(model, *found), .covariance = *covariance};
  fit.log_likelihood = log_likelihood(renewals, model, fit.parameters);
  return fit;
}

}  // namespace kirnu

#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "metrics/elementary.h"
#include "metrics/survival.h"

namespace kirnu {
namespace {

using Matrix = std::array<std::array<double, kMostGroups>, kMostGroups>;

/// Observed and expected events of each group, and the covariance of their differences.
struct Differences {
  std::vector<std::int64_t> observed;
  std::vector<double> expected;
  Matrix covariance{};
};

/// What one time adds: d events among n at risk, of whom n_g are in group g, which would have d·n_g/n of them.
void add_time(Differences& result, const std::vector<std::int64_t>& at_risk, std::int64_t n_all, std::int64_t d_all) {
  const auto n = static_cast<double>(n_all);
  const auto d = static_cast<double>(d_all);
  const double spread = n_all > 1 ? d * (n - d) / (n - 1) : 0;
  for (std::size_t g = 0; g < at_risk.size(); ++g) {
    const double share = static_cast<double>(at_risk[g]) / n;
    result.expected[g] += d * share;
    for (std::size_t h = 0; h < at_risk.size(); ++h) {
      const double other = static_cast<double>(at_risk[h]) / n;
      result.covariance[g][h] += spread * share * ((g == h ? 1 : 0) - other);
    }
  }
}

Differences add_up(std::span<const SurvivalSteps> groups) {
  Differences result{.observed = std::vector<std::int64_t>(groups.size()),
                     .expected = std::vector<double>(groups.size())};
  std::vector<std::int64_t> at_risk(groups.size());
  std::vector<std::size_t> next(groups.size());
  for (std::size_t g = 0; g < groups.size(); ++g) at_risk[g] = at_risk_first(groups[g]);
  for (;;) {
    double time = std::numeric_limits<double>::infinity();
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (next[g] < groups[g].size()) time = std::fmin(time, groups[g][next[g]].time);
    }
    if (std::isinf(time)) return result;
    std::int64_t n = 0;
    std::int64_t d = 0;
    std::vector<std::int64_t> gone(groups.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
      n += at_risk[g];
      if (next[g] == groups[g].size() || groups[g][next[g]].time != time) continue;
      const SurvivalStep& step = groups[g][next[g]++];
      d += step.left;
      result.observed[g] += step.left;
      gone[g] = step.left + step.censored - step.entered;
    }
    if (d > 0) add_time(result, at_risk, n, d);
    for (std::size_t g = 0; g < groups.size(); ++g) at_risk[g] -= gone[g];
  }
}

/// x' A⁻¹ x for a positive definite A of `size`, by Cholesky: the squared length of L⁻¹ x. Absent for a singular one.
std::optional<double> squared_length(Matrix a, std::vector<double> x) {
  const std::size_t size = x.size();
  double sum = 0;
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < i; ++j) x[i] -= a[i][j] * x[j];
    if (!(a[i][i] > 1e-12)) return std::nullopt;
    const double root = std::sqrt(a[i][i]);
    x[i] /= root;
    sum += x[i] * x[i];
    for (std::size_t row = i + 1; row < size; ++row) a[row][i] /= root;
    for (std::size_t row = i + 1; row < size; ++row) {
      for (std::size_t column = i + 1; column <= row; ++column) a[row][column] -= a[row][i] * a[column][i];
    }
  }
  return sum;
}

}  // namespace

// erfc and a power series for odd df, a series alone for even df.
double chi_squared_p(double x, int df) {
  constexpr double kTwoOverRootPi = 1.1283791670955126;
  const double half = x / 2;
  const double decay = exponential(-half);
  double sum = df % 2 == 0 ? 0 : normal_two_sided_p(std::sqrt(x));
  double term = df % 2 == 0 ? decay : kTwoOverRootPi * std::sqrt(half) * decay;
  for (int k = df % 2 == 0 ? 2 : 3; k <= df; k += 2) {
    sum += term;
    term *= half / (k / 2.0);
  }
  return sum;
}

// As R's survdiff: groups with no expected event say nothing, and of the others one follows from the rest.
std::optional<LogRank> build_log_rank(std::span<const SurvivalSteps> groups) {
  if (groups.size() < 2 || groups.size() > kMostGroups) return std::nullopt;
  for (const SurvivalSteps& steps : groups) {
    if (steps.empty()) return std::nullopt;
  }
  Differences found = add_up(groups);
  std::vector<std::size_t> telling;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (found.expected[g] > 0) telling.push_back(g);
  }
  if (telling.size() < 2) return std::nullopt;
  telling.pop_back();
  Matrix covariance{};
  std::vector<double> difference;
  for (std::size_t i = 0; i < telling.size(); ++i) {
    difference.push_back(static_cast<double>(found.observed[telling[i]]) - found.expected[telling[i]]);
    for (std::size_t j = 0; j < telling.size(); ++j) covariance[i][j] = found.covariance[telling[i]][telling[j]];
  }
  const std::optional<double> chi2 = squared_length(covariance, difference);
  if (!chi2) return std::nullopt;
  const int df = static_cast<int>(telling.size());
  return LogRank{.chi2 = *chi2,
                 .df = df,
                 .p = chi_squared_p(*chi2, df),
                 .expected = std::move(found.expected),
                 .observed = std::move(found.observed)};
}

}  // namespace kirnu

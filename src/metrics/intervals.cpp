#include "metrics/intervals.h"

#include <algorithm>
#include <cmath>

#include "metrics/elementary.h"

namespace kirnu {
namespace {

bool is_share(double k, double n) { return n > 0 && k >= 0 && k <= n && std::isfinite(n); }

constexpr double kZ = kNormal975;

/// The lower end: the smaller root of (n + z²) p² - (2k + z²) p + k²/n = 0, as product of the roots over the larger
/// one, because their difference would lose all digits for small k.
double wilson_low(double k, double n) {
  const double larger_root = 2 * k + kZ * kZ + kZ * std::sqrt(kZ * kZ + 4 * k * ((n - k) / n));
  return 2 * k * (k / n) / larger_root;
}

double squared(double x) { return x * x; }

/// A two-by-two table seen from its rarest corner: x of the `drawn` are marked; `marked` of all `total` are.
struct Corner {
  double x;
  double drawn;   ///< the smaller group, at most half of total
  double marked;  ///< the rarer outcome, at most half of total
  double total;
};

Corner rarest_corner(double k1, double n1, double k2, double n2) {
  const double total = n1 + n2;
  double marked = k1 + k2;
  if (marked > total - marked) {
    k1 = n1 - k1;
    k2 = n2 - k2;
    marked = total - marked;
  }
  return n1 <= n2 ? Corner{k1, n1, marked, total} : Corner{k2, n2, marked, total};
}

/// P(x + 1) / P(x) of the hypergeometric distribution.
double next_over_this(const Corner& c, double x) {
  const double rest = c.total - c.drawn - c.marked;  // 0 or more
  return (c.drawn - x) / (x + 1) * ((c.marked - x) / (rest + x + 1));
}

/// The likeliest x, or one beside it.
double mode(const Corner& c) {
  const double likeliest = std::floor((c.drawn + 1) * ((c.marked + 1) / (c.total + 2)));
  return std::min({likeliest, c.drawn, c.marked});
}

/// Calls visit(x, P(x) / P(mode)) for every x whose weight is not nothing, from the mode outwards.
template <typename Visit>
void for_each_table(const Corner& c, Visit visit) {
  constexpr double kNothing = 1e-290;
  const double start = mode(c);
  double weight = 1;
  const double last = std::min(c.drawn, c.marked);
  for (double x = start; x <= last && weight > kNothing; ++x) {
    visit(x, weight);
    weight *= next_over_this(c, x);
  }
  weight = 1;
  for (double x = start - 1; x >= 0; --x) {
    weight /= next_over_this(c, x);
    if (weight <= kNothing) break;
    visit(x, weight);
  }
}

double smallest_expected_count(double k1, double n1, double k2, double n2) {
  const Corner c = rarest_corner(k1, n1, k2, n2);
  return c.drawn * (c.marked / c.total);
}

}  // namespace

std::optional<Interval> wilson_interval(double k, double n) {
  if (!is_share(k, n)) return std::nullopt;
  return Interval{.low = wilson_low(k, n), .high = 1 - wilson_low(n - k, n)};
}

std::optional<Interval> newcombe_difference(double k1, double n1, double k2, double n2) {
  const std::optional<Interval> first = wilson_interval(k1, n1);
  const std::optional<Interval> second = wilson_interval(k2, n2);
  if (!first || !second) return std::nullopt;
  const double p1 = k1 / n1;
  const double p2 = k2 / n2;
  const double below = std::sqrt(squared(p1 - first->low) + squared(second->high - p2));
  const double above = std::sqrt(squared(first->high - p1) + squared(p2 - second->low));
  return Interval{.low = std::max(-1.0, p1 - p2 - below), .high = std::min(1.0, p1 - p2 + above)};
}

// Weights come from the ratio of neighbours alone, so no factorial or gamma function is needed.
double fisher_exact_p(double k1, double n1, double k2, double n2) {
  if (!is_share(k1, n1) || !is_share(k2, n2)) return 1;
  const Corner corner = rarest_corner(k1, n1, k2, n2);
  double observed = 0;
  for_each_table(corner, [&](double x, double weight) { observed = x == corner.x ? weight : observed; });
  const double limit = observed * (1 + 1e-7);  // equally likely tables differ by rounding
  double all = 0;
  double extreme = 0;
  for_each_table(corner, [&](double, double weight) {
    all += weight;
    if (weight <= limit) extreme += weight;
  });
  return std::min(1.0, extreme / all);
}

double pooled_z_p(double k1, double n1, double k2, double n2) {
  if (!is_share(k1, n1) || !is_share(k2, n2)) return 1;
  const double pooled = (k1 + k2) / (n1 + n2);
  const double variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
  if (variance <= 0) return 1;
  return normal_two_sided_p((k1 / n1 - k2 / n2) / std::sqrt(variance));
}

std::optional<Comparison> compare_shares(double k1, double n1, double k2, double n2) {
  const std::optional<Interval> interval = newcombe_difference(k1, n1, k2, n2);
  if (!interval) return std::nullopt;
  const bool small = smallest_expected_count(k1, n1, k2, n2) < 5;
  return Comparison{.difference = k1 / n1 - k2 / n2,
                    .interval = *interval,
                    .p = small ? fisher_exact_p(k1, n1, k2, n2) : pooled_z_p(k1, n1, k2, n2),
                    .test = small ? "fisher" : "z"};
}

}  // namespace kirnu

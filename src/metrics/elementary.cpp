#include "metrics/elementary.h"

#include <cmath>
#include <limits>

namespace kirnu {
namespace {

// ln 2 in two parts: the first has so few digits that whole multiples of it are exact.
constexpr double kLn2High = 0x1.62e42feep-1;
constexpr double kLn2Low = 0x1.a39ef35793c76p-33;
constexpr double kSqrtHalf = 0.70710678118654752;
constexpr double kSqrtTwo = 1.4142135623730951;
constexpr double kInverseSqrtTwoPi = 0.39894228040143268;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// 2 atanh(s) = log((1 + s)/(1 - s)) = 2 (s + s^3/3 + s^5/5 + …) for |s| <= 0.1716: 13 terms reach 1e-19.
double twice_atanh(double s) {
  const double square = s * s;
  double sum = 0;
  for (int power = 25; power >= 3; power -= 2) sum = (sum + 1.0 / power) * square;
  return 2 * s + 2 * s * sum;
}

/// exp(r) - 1 = r (1 + r/2 (1 + r/3 (…))) for |r| <= 0.35: 18 terms reach 1e-24.
double short_exp_m1(double r) {
  double sum = 0;
  for (int k = 18; k >= 2; --k) sum = (1 + sum) * r / k;
  return r + r * sum;
}

struct Reduced {
  int twos;     ///< x = twos · ln 2 + rest
  double rest;  ///< |rest| <= 0.35
};

Reduced reduce(double x) {
  const double twos = std::floor(x / (kLn2High + kLn2Low) + 0.5);
  return {.twos = static_cast<int>(twos), .rest = (x - twos * kLn2High) - twos * kLn2Low};
}

}  // namespace

double log_1p(double x) {
  if (x <= -1) return -kInfinity;
  if (x > kSqrtHalf - 1 && x < kSqrtTwo - 1) return twice_atanh(x / (2 + x));
  return logarithm(1 + x);
}

double logarithm(double x) {
  if (x <= 0) return -kInfinity;
  if (!std::isfinite(x)) return x;
  int twos = 0;
  double m = std::frexp(x, &twos);  // exact; m in [0.5, 1)
  if (m < kSqrtHalf) {
    m *= 2;
    --twos;
  }
  return twos * kLn2High + (twos * kLn2Low + twice_atanh((m - 1) / (m + 1)));
}

double exp_m1(double x) {
  if (x > 709) return kInfinity;
  if (x < -50) return -1;
  if (x != x) return x;
  const Reduced reduced = reduce(x);
  const double e = short_exp_m1(reduced.rest);
  if (reduced.twos == 0) return e;
  const double scale = std::ldexp(1.0, reduced.twos);  // exact
  return scale * e + (scale - 1);
}

double exponential(double x) {
  if (x > 709) return kInfinity;
  if (x < -745) return 0;
  if (x != x) return x;
  const Reduced reduced = reduce(x);
  return std::ldexp(1 + short_exp_m1(reduced.rest), reduced.twos);
}

// Near the middle the chance inside is φ(z) (z + z^3/3 + z^5/(3·5) + …), all terms positive. Far out the chance
// outside is φ(z) / (z + 1/(z + 2/(z + 3/(z + …)))). Source: Abramowitz & Stegun 26.2.11 and 26.2.14.
double normal_two_sided_p(double z) {
  const double x = std::fabs(z);
  const double density = kInverseSqrtTwoPi * exponential(-x * x / 2);
  if (x < 2.5) {
    double term = x;
    double sum = x;
    for (int odd = 3; term > sum * 1e-18; odd += 2) {
      term *= x * x / odd;
      sum += term;
    }
    return 1 - 2 * density * sum;
  }
  double fraction = x;
  for (int k = 150; k >= 1; --k) fraction = x + k / fraction;
  return 2 * density / fraction;
}

}  // namespace kirnu

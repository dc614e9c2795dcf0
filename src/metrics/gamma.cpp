#include "metrics/gamma.h"

#include "metrics/elementary.h"

namespace kirnu {
namespace {

/// From here on the series reach 1e-17.
constexpr double kFarEnough = 12;
constexpr double kHalfLogTwoPi = 0.91893853320467274;

/// c0 + c1 y + c2 y² + …
double polynomial(const double (&c)[7], double y) {
  double sum = 0;
  for (int k = 6; k >= 0; --k) sum = sum * y + c[k];
  return sum;
}

// B_2k / (2k (2k - 1)) and B_2k / (2k), k = 1 … 7
constexpr double kStirling[7] = {1.0 / 12,   -1.0 / 360,        1.0 / 1260, -1.0 / 1680,
                                 1.0 / 1188, -691.0 / 360360.0, 1.0 / 156};
constexpr double kPsi[7] = {1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760.0, 1.0 / 12};

}  // namespace

// log Γ(x) = log Γ(x + n) - log(x (x + 1) … (x + n - 1)), ψ(x) = ψ(x + n) - 1/x - … - 1/(x + n - 1), and far out
// Stirling's series. Source: Abramowitz & Stegun 6.1.15, 6.1.41, 6.3.5, 6.3.18.
GammaAt gamma_at(double x) {
  double product = 1;
  double inverses = 0;
  for (; x < kFarEnough; ++x) {
    product *= x;
    inverses += 1 / x;
  }
  const double log_x = logarithm(x);
  const double y = 1 / (x * x);
  const double log_shift = product == 1 ? 0 : logarithm(product);
  return {.log = (x - 0.5) * log_x - x + kHalfLogTwoPi + polynomial(kStirling, y) / x - log_shift,
          .psi = log_x - 0.5 / x - y * polynomial(kPsi, y) - inverses};
}

}  // namespace kirnu

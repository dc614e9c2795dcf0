#pragma once

namespace kirnu {

// As in elementary.h: + - * / alone, so that every platform gives the same bits.

/// log Γ(x) and its derivative ψ(x); absolute errors below 1e-14 plus 1e-15 of the result.
struct GammaAt {
  double log = 0;
  double psi = 0;
};

/// Both for x > 0: they share most of their work.
GammaAt gamma_at(double x);

}  // namespace kirnu

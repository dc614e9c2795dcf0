#pragma once
#include <optional>
#include <vector>

#include "base/rate.h"
#include "metrics/lifetime_fit.h"

namespace kirnu {

struct ProjectionChoice {
  LifetimeModel model = LifetimeModel::Sbg;
  std::optional<int> fit_periods = {};  ///< renewals to fit; absent: all
  std::optional<int> horizon = {};      ///< last t of the projected curve; absent: usual_horizon()
  double discount = 0;                  ///< of one period
  bool sized = true;                    ///< the renewals are of customers, not of a nominal size
};

/// How many of those who began are still there, fitted and carried on.
struct Projection {
  LifetimeFit fit = {};
  std::size_t fit_periods = 0;                       ///< renewals that were fitted
  std::size_t horizon = 0;                           ///< last t
  std::vector<std::optional<double>> observed = {};  ///< share still there after t = 0, 1, 2 … renewals
  std::vector<double> survival = {};                 ///< S(t), t = 0 … horizon
  std::vector<Interval> band = {};                   ///< 95 %, of the fit alone; empty where the size is not known
  std::size_t residual_from = 0;                     ///< n: the first renewal not yet observed
  std::optional<double> derl = {};                   ///< periods; absent where it does not end
  double rmst = 0;                                   ///< mean periods within the horizon
};

/// Twice as far as was observed, and 12 at least.
int usual_horizon(std::size_t observed);

std::variant<Projection, FitRefusal> build_projection(const Renewals&, const ProjectionChoice&);

/// Discounted expected residual lifetime of those who are still there after n - 1 renewals: the sum over t >= n of
/// S(t)/S(n - 1) · (1 + d)^-(t - n). Absent where the sum does not end.
/// Source: Fader & Hardie, Marketing Science 29 (2010) 85.
std::optional<double> discounted_residual_lifetime(LifetimeModel, const LifetimeParameters&, std::size_t n, double d);

}  // namespace kirnu

#pragma once
#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

#include "metrics/lifetime_model.h"

/// Maximum likelihood for the laws of lifetime_model.h.
namespace kirnu {

/// One renewal: who could leave, and did or did not. Percentages of a nominal size need not be whole.
struct Renewal {
  double left = 0;
  double stayed = 0;
  std::size_t since = 1;  ///< renewals since somebody looked before; those between have nobody in them
};

/// The first, second … renewal of a cohort, or of several added by age; who is not observed so long is in none.
using Renewals = std::vector<Renewal>;

/// So many of them have somebody in them.
std::size_t count_looks(const Renewals&);

/// Uncertainty of the coordinates: the inverse of the observed information.
using Covariance = std::array<Coordinates, kMostParameters>;

struct LifetimeFit {
  LifetimeModel model = LifetimeModel::Sbg;
  LifetimeParameters parameters = {};
  double log_likelihood = 0;
  Covariance covariance = {};
};

/// Why a law has no parameters that fit best.
enum class FitRefusal {
  FewPoints,     ///< fewer renewals than the law needs: two, and one a parameter
  NobodyLeft,    ///< 100 % throughout
  NobodyStayed,  ///< 0 % throughout
  NotTold,       ///< the likelihood is flat: ever more extreme parameters fit equally well
};

/// The parameters under which the renewals were likeliest.
std::variant<LifetimeFit, FitRefusal> fit_lifetimes(const Renewals&, LifetimeModel);

/// log Π P(renewals).
double log_likelihood(const Renewals&, LifetimeModel, const LifetimeParameters&);

}  // namespace kirnu

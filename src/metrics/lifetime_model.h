#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

/// Laws of how long customers stay, in whole periods: S(t) is the share still there after t renewals.
namespace kirnu {

/// Geometric: everybody leaves with the same chance p at each renewal, S(t) = (1 - p)^t.
/// Sbg: that chance differs by customer, beta(α, β), S(t) = B(α, β + t) / B(α, β).
/// Bdw: and it changes with age, S(t) = B(α, β + t^c) / B(α, β).
enum class LifetimeModel { Geometric, Sbg, Bdw };

/// "geometric", "sbg", "bdw".
std::string_view lifetime_model_name(LifetimeModel);
std::optional<LifetimeModel> find_lifetime_model(std::string_view name);

/// All above 0; what a model does not have is not looked at.
struct LifetimeParameters {
  double p = 0;
  double alpha = 0;
  double beta = 0;
  double c = 1;
};

struct NamedParameter {
  std::string_view name;
  double value = 0;
};
std::vector<NamedParameter> named_parameters(LifetimeModel, const LifetimeParameters&);

/// log S(t), t >= 0.
double log_survival(LifetimeModel, const LifetimeParameters&, double t);

/// Where a fit looks for parameters, anywhere from -infinity to infinity: logit p; log α, log β, log c.
inline constexpr std::size_t kMostParameters = 3;
using Coordinates = std::array<double, kMostParameters>;

std::size_t parameter_count(LifetimeModel);
LifetimeParameters parameters_at(LifetimeModel, const Coordinates&);

/// log S(t), and how it changes with each coordinate.
struct LogSurvivalAt {
  double value = 0;
  Coordinates slope = {};
};

/// Those of t = 0 … last.
std::vector<LogSurvivalAt> log_survivals(LifetimeModel, const LifetimeParameters&, std::size_t last);

}  // namespace kirnu

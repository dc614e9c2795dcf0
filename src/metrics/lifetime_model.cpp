#include "metrics/lifetime_model.h"

#include "metrics/elementary.h"
#include "metrics/gamma.h"

namespace kirnu {
namespace {

constexpr std::array<std::string_view, 3> kNames{"geometric", "sbg", "bdw"};

/// log B(α, β + x) - log B(α, β)
double log_beta_ratio(const LifetimeParameters& at, double x) {
  const double sum = at.alpha + at.beta;
  return (gamma_at(at.beta + x).log - gamma_at(sum + x).log) - (gamma_at(at.beta).log - gamma_at(sum).log);
}

std::vector<LogSurvivalAt> bdw_survivals(const LifetimeParameters& at, std::size_t last) {
  const GammaAt beta = gamma_at(at.beta), sum = gamma_at(at.alpha + at.beta);
  std::vector<LogSurvivalAt> all(1);
  all.reserve(last + 1);
  for (std::size_t t = 1; t <= last; ++t) {
    const double c_log_t = at.c * logarithm(static_cast<double>(t));
    const double x = exponential(c_log_t);
    const GammaAt beta_x = gamma_at(at.beta + x), sum_x = gamma_at(at.alpha + at.beta + x);
    const double by_sum = sum.psi - sum_x.psi;
    all.push_back({.value = (beta_x.log - sum_x.log) - (beta.log - sum.log),
                   .slope = {at.alpha * by_sum, at.beta * (by_sum + (beta_x.psi - beta.psi)),
                             (beta_x.psi - sum_x.psi) * x * c_log_t}});
  }
  return all;
}

/// S(t)/S(t - 1) = (β + t - 1)/(α + β + t - 1), multiplied up.
LogSurvivalAt sbg_after(const LogSurvivalAt& before, const LifetimeParameters& at, double t) {
  const double stay = at.beta + t - 1;
  const double all = at.alpha + stay;
  return {.value = before.value - log_1p(at.alpha / stay),
          .slope = {before.slope[0] - at.alpha / all, before.slope[1] + at.beta * (at.alpha / (stay * all)), 0}};
}

}  // namespace

std::string_view lifetime_model_name(LifetimeModel model) { return kNames[static_cast<std::size_t>(model)]; }

std::optional<LifetimeModel> find_lifetime_model(std::string_view name) {
  for (const LifetimeModel model : {LifetimeModel::Geometric, LifetimeModel::Sbg, LifetimeModel::Bdw}) {
    if (lifetime_model_name(model) == name) return model;
  }
  return std::nullopt;
}

std::vector<NamedParameter> named_parameters(LifetimeModel model, const LifetimeParameters& at) {
  if (model == LifetimeModel::Geometric) return {{"p", at.p}};
  std::vector<NamedParameter> named{{"alpha", at.alpha}, {"beta", at.beta}};
  if (model == LifetimeModel::Bdw) named.push_back({"c", at.c});
  return named;
}

double log_survival(LifetimeModel model, const LifetimeParameters& at, double t) {
  if (t <= 0) return 0;
  if (model == LifetimeModel::Geometric) return t * log_1p(-at.p);
  return log_beta_ratio(at, model == LifetimeModel::Sbg ? t : exponential(at.c * logarithm(t)));
}

std::size_t parameter_count(LifetimeModel model) { return static_cast<std::size_t>(model) + 1; }

LifetimeParameters parameters_at(LifetimeModel model, const Coordinates& at) {
  if (model == LifetimeModel::Geometric) return {.p = 1 / (1 + exponential(-at[0]))};
  const bool ages = model == LifetimeModel::Bdw;
  return {.alpha = exponential(at[0]), .beta = exponential(at[1]), .c = ages ? exponential(at[2]) : 1};
}

std::vector<LogSurvivalAt> log_survivals(LifetimeModel model, const LifetimeParameters& at, std::size_t last) {
  if (model == LifetimeModel::Bdw) return bdw_survivals(at, last);
  std::vector<LogSurvivalAt> all(1);
  all.reserve(last + 1);
  for (std::size_t i = 1; i <= last; ++i) {
    const auto t = static_cast<double>(i);
    if (model == LifetimeModel::Sbg) all.push_back(sbg_after(all.back(), at, t));
    else all.push_back({.value = t * log_1p(-at.p), .slope = {-t * at.p}});
  }
  return all;
}

}  // namespace kirnu

#include "report/projection_report.h"

#include <utility>

#include "metrics/renewals.h"
#include "report/period_answer.h"
#include "text/number_format.h"

namespace kirnu {
namespace {

/// What Fader and Hardie take for a year where nobody says otherwise.
constexpr double kUsualDiscount = 0.1;

double fitted(double value) { return json_real(value, kFittedDigits); }

Issue refusal_issue(FitRefusal refusal, const RenewalSource& source, LifetimeModel model) {
  const auto renewals = static_cast<double>(count_looks(source.renewals));
  const double needed = model == LifetimeModel::Bdw ? 3 : 2;
  switch (refusal) {
    case FitRefusal::FewPoints:
      return make_issue(IssueCode::ProjectionFewPoints, {}, {{"renewals", renewals}, {"needed", needed}});
    case FitRefusal::NobodyLeft: return make_issue(IssueCode::ProjectionNobodyLeft);
    case FitRefusal::NobodyStayed: return make_issue(IssueCode::ProjectionNobodyStayed);
    case FitRefusal::NotTold: break;
  }
  Issue issue = make_issue(IssueCode::ProjectionNotTold, {}, {{"model", std::string(lifetime_model_name(model))}});
  issue.set = "model";
  issue.choices = {std::string(lifetime_model_name(model)), "geometric"};
  if (model == LifetimeModel::Bdw) issue.choices.insert(issue.choices.begin() + 1, "sbg");
  return issue;
}

/// The discount of one period: of a year where the file does not say how long a period is.
double discount_of(Report& report, const RenewalSource& source, const QuestionSettings& settings) {
  const double yearly = settings.discount.value_or(kUsualDiscount);
  const std::optional<Period>& period = report.period ? report.period : source.period;
  if (!period || !settings.discount)
    report.assumptions.push_back(
        {.code = period ? "discount_assumed" : "discount_of_a_period", .values = {{"percent", yearly}}});
  Letters letters = build_letters({}, period);
  add_value_inputs(letters, {.discount = yearly});
  return letters.i.value_or(yearly);
}

void add_metrics(Report& report, const Projection& projection, double discount) {
  const LifetimeFit& fit = projection.fit;
  Letters letters;
  if (fit.model == LifetimeModel::Geometric) {
    letters.p = fitted(fit.parameters.p);
  } else {
    letters.alpha = fitted(fit.parameters.alpha);
    letters.beta = fitted(fit.parameters.beta);
  }
  if (fit.model == LifetimeModel::Bdw) letters.c = fitted(fit.parameters.c);
  letters.t = static_cast<double>(projection.horizon);
  letters.k = static_cast<double>(projection.residual_from);
  letters.i = discount;
  letters.projected = fitted(projection.survival.back());
  letters.projected_rmst = fitted(projection.rmst);
  if (projection.derl) letters.residual = fitted(*projection.derl);
  add_metric(report.metrics, lifetime_model_name(fit.model), letters);
  if (!projection.band.empty() && !report.metrics.empty())
    report.metrics.back().metric.interval =
        Interval{.low = fitted(projection.band.back().low), .high = fitted(projection.band.back().high)};
  add_metric(report.metrics, "projected_rmst", letters);
  add_metric(report.metrics, "derl", letters);
}

}  // namespace

bool asks_for_projection(const QuestionSettings& settings) {
  return settings.model || settings.fit_periods || settings.horizon || settings.cohort_size;
}

void add_projection(Report& report, const RenewalSource& source, const QuestionSettings& settings) {
  const LifetimeModel model = settings.model.value_or(LifetimeModel::Sbg);
  ProjectionChoice choice{.model = model,
                          .fit_periods = settings.fit_periods,
                          .horizon = settings.horizon,
                          .sized = !source.size || settings.cohort_size};
  std::vector<Assumption> before = report.assumptions;
  choice.discount = discount_of(report, source, settings);
  std::variant<Projection, FitRefusal> built = build_projection(source.renewals, choice);
  if (const FitRefusal* refusal = std::get_if<FitRefusal>(&built)) {
    report.assumptions = std::move(before);
    if (source.asked) report.issues.push_back(refusal_issue(*refusal, source, model));
    return;
  }
  if (source.size && !settings.cohort_size)
    report.assumptions.push_back({.code = "cohort_size_assumed", .values = {{"size", *source.size}}});
  ReportProjection projection{.projection = std::move(*std::get_if<Projection>(&built)),
                              .discount = choice.discount,
                              .percent = source.percent,
                              .size = source.size};
  if (report.period && report.period->unit != PeriodUnit::Days) projection.unit = period_unit_name(report.period->unit);
  add_metrics(report, projection.projection, choice.discount);
  if (!projection.projection.derl) report.issues.push_back(make_issue(IssueCode::ResidualEndless));
  report.projection = std::move(projection);
}

}  // namespace kirnu

#include "report/projection_report.h"
#include "report/report_json_parts.h"
#include "text/number_format.h"

namespace kirnu::report_json {
namespace {

Json fitted(double value) { return real(json_real(value, kFittedDigits)); }

}  // namespace

Json projection_json(const ReportProjection& report) {
  const Projection& projection = report.projection;
  Json json{{"model", lifetime_model_name(projection.fit.model)}};
  for (const NamedParameter& one : named_parameters(projection.fit.model, projection.fit.parameters))
    json["parameters"][std::string(one.name)] = fitted(one.value);
  json["log_likelihood"] = fitted(projection.fit.log_likelihood);
  json["survival"] = Json::array();
  for (const double share : projection.survival) json["survival"].push_back(fitted(share));
  json["band"] = projection.band.empty() ? Json(nullptr) : Json::array();
  for (const Interval& interval : projection.band)
    json["band"].push_back({{"low", fitted(interval.low)}, {"high", fitted(interval.high)}});
  json["derl"] = projection.derl ? fitted(*projection.derl) : Json(nullptr);
  json["derl_from"] = projection.residual_from;
  json["discount"] = fitted(report.discount);
  json["rmst"] = fitted(projection.rmst);
  json["horizon"] = projection.horizon;
  json["fit_periods"] = projection.fit_periods;
  json["observed"] = Json::array();
  for (const std::optional<double>& share : projection.observed) json["observed"].push_back(real(share));
  return json;
}

}  // namespace kirnu::report_json

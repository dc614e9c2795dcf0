#include "report/report_json.h"

#include <algorithm>
#include <cmath>

#include "base/json.h"
#include "base/short_decimal.h"
#include "report/catalogue.h"
#include "report/issue_text.h"
#include "report/report_json_parts.h"
#include "text/number_format.h"

namespace kirnu {
namespace report_json {

Json real(double value) {
  const double rounded = json_real(value);
  const bool whole = std::trunc(rounded) == rounded && std::fabs(rounded) < 1e15;
  return whole ? Json(static_cast<std::int64_t>(rounded)) : Json(rounded);
}

char* write_real(char* out, double value) {
  constexpr int kDigits = 12;
  const std::optional<ShortDecimal> decimal = short_decimal(value, kDigits);
  if (decimal && (value == 0 || std::fabs(value) >= 1e-4)) return write_decimal(out, *decimal);
  const std::string text = write_json(real(value));
  return std::copy(text.begin(), text.end(), out);
}

Json real(const std::optional<double>& value) { return value ? real(*value) : Json(nullptr); }

/// A metric as an object; null when it has no answer.
Json metric_json(const Metric& metric) {
  if (!metric.value) return nullptr;
  Json json;
  json["value"] = real(metric.value);
  if (metric.numerator) json["numerator"] = real(metric.numerator);
  if (metric.denominator) json["denominator"] = real(metric.denominator);
  if (metric.interval) {
    json["low"] = real(metric.interval->low);
    json["high"] = real(metric.interval->high);
  }
  return json;
}

Json metrics_json(const std::vector<ReportMetric>& metrics) {
  Json json = Json::object();
  for (const ReportMetric& entry : metrics) json.add(entry.metric.id, metric_json(entry.metric));
  return json;
}

}  // namespace report_json

namespace {

using namespace report_json;

Json period_json(const Report& report) {
  if (!report.period) return nullptr;
  Json json;
  json["unit"] = period_unit_name(report.period->unit);
  json["days"] = real(report.dates ? report.dates->days : report.period->days);
  if (report.dates) {
    json["start"] = report.dates->start;
    json["end"] = report.dates->end;
  }
  return json;
}

/// The figure's value in its own measure, over the reader's period where it can be converted.
Json benchmark_json(const BenchmarkResult& result, const Period& own_period) {
  const Benchmark& figure = *result.figure;
  const Judgement& judgement = result.judgement;
  const bool kept = figure.measure == "customer_retention_rate";
  Json json{{"id", figure.id}, {"measure", figure.measure}};
  if (judgement.converted_churn) {
    json["value"] = real(kept ? 1 - *judgement.converted_churn : *judgement.converted_churn);
    json["period"] = period_unit_name(own_period.unit);
  } else {
    json["value"] = real(figure.percent / 100);
    json["period"] = period_unit_name(figure.period.unit);
  }
  if (judgement.verdict != Verdict::None) json["verdict"] = verdict_name(judgement.verdict);
  return json;
}

Json error_json(const Issue& error, const Words& english) {
  return {{"code", issue_code_name(error.code)}, {"text", issue_text(error, english, Language::En)}};
}

/// What was compared and judged.
void add_judgements(Json& json, const Report& report) {
  if (!report.definitions.empty()) json["definitions"] = definitions_json(report);
  if (!report.segments.empty()) json["segments"] = segments_json(report.segments);
  if (report.mix_adjusted) json["segments_adjusted"] = mix_json(*report.mix_adjusted);
  if (!report.benchmarks.empty()) {
    json["benchmarks"] = Json::array();
    for (const BenchmarkResult& result : report.benchmarks)
      json["benchmarks"].push_back(benchmark_json(result, *report.period));
  }
  if (report.ten_percent_test) {
    json["benchmark_tests"]["ten_percent_test"] =
        Json{{"passed", report.ten_percent_test->passed}, {"borderline", report.ten_percent_test->borderline}};
  }
}

/// What was found out about customers.
void add_customers(Json& json, const Report& report) {
  if (report.cohorts && !report.cohorts->cohorts.empty())
    json["cohorts"] = cohorts_json(*report.cohorts, report.currencies);
  if (report.cohorts && !report.cohorts->pooled.empty())
    json["cohorts_pooled"] = pooled_json(*report.cohorts, report.currencies);
  if (report.survival) json["survival"] = survival_json(*report.survival);
  if (report.projection) json["projection"] = projection_json(*report.projection);
  if (report.lists) json["lists"] = lists_json(*report.lists);
  if (report.halved) json["halved"] = halved_json(*report.halved);
  if (report.buyers) json["buyers"] = buyers_json(*report.buyers);
}

void add_imports(Json& json, const Report& report) {
  if (!report.import) return;
  json["import"] = import_json(*report.import, report.assumptions);
  if (report.later_imports.empty()) return;
  Json all = Json::array();
  all.push_back(json["import"]);
  for (const ImportSummary& import : report.later_imports) all.push_back(import_json(import, {}));
  json["imports"] = std::move(all);
}

}  // namespace

std::string write_report_json(const Report& report) {
  Words english;
  if (!report.issues.empty() || report.error) english = words_of(Language::En);
  Json json{{"kirnu", kVersion}, {"kind", report.kind}};
  if (!report.definition.empty()) json["definition"] = report.definition;
  json["period"] = period_json(report);
  json["metrics"] = metrics_json(report.metrics);
  if (report.currencies.size() > 1) json["currencies"] = currencies_json(report.currencies);
  if (report.file_totals) json["totals"] = totals_json(*report.file_totals);
  if (!report.span.empty()) json["span"] = metrics_json(report.span);
  if (!report.series.empty()) json["series"] = series_json(report.series, report.currencies);
  if (report.comparison) json["comparison"] = comparison_json(*report.comparison, "previous_period");
  if (report.year_comparison)
    json["comparison_year"] = comparison_json(*report.year_comparison, "same_period_last_year");
  if (report.trend) json["trend"] = trend_json(*report.trend);
  add_customers(json, report);
  add_judgements(json, report);
  if (!report.reasons.empty()) json["reasons"] = reasons_json(report.reasons);
  if (!report.reason_groups.empty()) json["reason_groups"] = reason_groups_json(report.reason_groups);
  add_imports(json, report);
  json["issues"] = Json::array();
  for (const Issue& issue : report.issues) json["issues"].push_back(issue_json(issue, english));
  if (report.error) json["error"] = error_json(*report.error, english);
  return write_json(json);
}

}  // namespace kirnu

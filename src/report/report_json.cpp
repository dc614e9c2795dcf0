#include "report/report_json.h"

#include <cmath>

#include "base/assets.h"
#include "base/json.h"
#include "report/issue_text.h"
#include "text/number_format.h"

namespace kirnu {
namespace {

Json real(double value) {
  const double rounded = json_real(value);
  const bool whole = std::trunc(rounded) == rounded && std::fabs(rounded) < 1e15;
  return whole ? Json(static_cast<std::int64_t>(rounded)) : Json(rounded);
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
  for (const ReportMetric& entry : metrics) json[std::string(entry.metric.id)] = metric_json(entry.metric);
  return json;
}

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

Json series_json(const std::vector<SeriesPeriod>& series) {
  Json json = Json::array();
  for (const SeriesPeriod& entry : series) {
    Json row;
    if (entry.span) {
      row["start"] = entry.span->start;
      row["end"] = entry.span->end;
    }
    if (!entry.label.empty()) row["label"] = entry.label;
    row["opening"] = real(entry.totals.start);
    row["new"] = real(entry.totals.new_kept);
    row["reactivated"] = real(entry.totals.returned);
    row["churned"] = real(entry.totals.lost);
    row["closing"] = real(entry.totals.end);
    row["new_kept"] = real(entry.totals.new_kept);
    row["metrics"] = {{"customer_churn_rate", metric_json(entry.churn)}};
    if (entry.normal_month_churn) row["metrics"]["monthly_churn_rate"] = {{"value", real(*entry.normal_month_churn)}};
    if (entry.limits) {
      row["limits"] = {
          {"low", real(entry.limits->low)}, {"high", real(entry.limits->high)}, {"outside", entry.limits->outside}};
    }
    json.push_back(std::move(row));
  }
  return json;
}

Json comparison_json(const Comparison& comparison) {
  return {{"with", "previous_period"},
          {"difference", real(comparison.difference)},
          {"low", real(comparison.interval.low)},
          {"high", real(comparison.interval.high)},
          {"p", real(comparison.p)},
          {"test", comparison.test}};
}

Json definitions_json(const std::vector<DefinitionResult>& definitions) {
  Json json = Json::array();
  for (const DefinitionResult& entry : definitions) json.push_back({{"id", entry.id}, {"value", real(entry.value)}});
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

Json import_json(const ImportSummary& import) {
  Json columns = Json::array();
  for (const ImportColumn& column : import.columns) {
    columns.push_back({{"name", column.name}, {"role", role_name(column.role)}, {"style", nullptr}});
  }
  Json json{{"rows", import.rows},           {"accepted", import.accepted}, {"rejected", import.rejected},
            {"blank", import.blank},         {"skipped", import.skipped},   {"encoding", import.encoding},
            {"delimiter", import.delimiter}, {"header", import.header}};
  json["columns"] = std::move(columns);
  json["assumptions"] = Json::array();
  return json;
}

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Question: return "question";
    case Severity::Error: return "error";
  }
  return "error";
}

Json issue_json(const Issue& issue, const Words& english) {
  Json json{{"code", issue_code_name(issue.code)}, {"severity", severity_name(issue.severity)}, {"count", issue.count}};
  if (issue.row) json["row"] = *issue.row;
  if (issue.line) json["line"] = *issue.line;
  if (issue.byte) json["byte"] = *issue.byte;
  if (!issue.column.empty()) json["column"] = issue.column;
  if (!issue.field.empty()) json["field"] = issue.field;
  Json values = Json::object();
  for (const IssueValue& value : issue.values) {
    const double* number = std::get_if<double>(&value.value);
    values[value.name] = number != nullptr ? real(*number) : Json(*std::get_if<std::string>(&value.value));
  }
  json["values"] = std::move(values);
  if (!issue.set.empty()) json["set"] = issue.set;
  if (!issue.choices.empty()) json["choices"] = issue.choices;
  json["text"] = issue_text(issue, english, Language::En);
  return json;
}

}  // namespace

std::string write_report_json(const Report& report) {
  const Words english = read_words(assets::strings_en).value_or(Words{});
  Json json{{"kirnu", kVersion}, {"kind", report.kind}, {"definition", report.definition}};
  json["period"] = period_json(report);
  json["metrics"] = metrics_json(report.metrics);
  if (!report.span.empty()) json["span"] = metrics_json(report.span);
  if (!report.series.empty()) json["series"] = series_json(report.series);
  if (report.comparison) json["comparison"] = comparison_json(*report.comparison);
  if (!report.definitions.empty()) json["definitions"] = definitions_json(report.definitions);
  if (!report.benchmarks.empty()) {
    json["benchmarks"] = Json::array();
    for (const BenchmarkResult& result : report.benchmarks)
      json["benchmarks"].push_back(benchmark_json(result, *report.period));
  }
  if (report.ten_percent_test) {
    json["benchmark_tests"]["ten_percent_test"] = {{"passed", report.ten_percent_test->passed},
                                                   {"borderline", report.ten_percent_test->borderline}};
  }
  if (report.import) json["import"] = import_json(*report.import);
  json["issues"] = Json::array();
  for (const Issue& issue : report.issues) json["issues"].push_back(issue_json(issue, english));
  if (report.error) {
    json["error"] = {{"code", issue_code_name(report.error->code)},
                     {"text", issue_text(*report.error, english, Language::En)}};
  }
  return write_json(json);
}

}  // namespace kirnu

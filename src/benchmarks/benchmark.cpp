#include "benchmarks/benchmark.h"

#include <utility>

#include "base/json.h"
#include "metrics/conversion.h"

namespace kirnu {
namespace {

std::string text_of(const Json& figure, const char* key) { return find_string(figure, key).value_or(""); }

std::optional<double> number_of(const Json& figure, const char* key) {
  const Json* found = figure.find(key);
  if (found == figure.end() || !found->is_number()) return std::nullopt;
  return found->number();
}

/// A year as published is a number or a text ("2019-2021").
std::string year_of(const Json& figure) {
  const Json* found = figure.find("data_year");
  if (found != figure.end() && found->is_number_integer()) return std::to_string(found->integer());
  return text_of(figure, "data_year");
}

std::optional<Benchmark> read_benchmark(const Json& figure) {
  if (!figure.is_object()) return std::nullopt;
  const std::optional<double> percent = number_of(figure, "percent");
  const std::optional<Period> period = read_period(text_of(figure, "period"));
  Benchmark benchmark{.id = text_of(figure, "id"),
                      .publisher = text_of(figure, "publisher"),
                      .segment = text_of(figure, "segment"),
                      .audience = text_of(figure, "audience"),
                      .measure = text_of(figure, "measure"),
                      .percent = percent.value_or(0),
                      .period = period.value_or(Period{}),
                      .data_year = year_of(figure),
                      .sample = text_of(figure, "sample"),
                      .confidence = text_of(figure, "confidence"),
                      .industry = text_of(figure, "industry"),
                      .note = text_of(figure, "note"),
                      .source = text_of(figure, "source"),
                      .p25 = number_of(figure, "p25"),
                      .p75 = number_of(figure, "p75"),
                      .voluntary = number_of(figure, "voluntary"),
                      .involuntary = number_of(figure, "involuntary"),
                      .net_of_returns = number_of(figure, "net_of_returns")};
  if (benchmark.id.empty() || benchmark.measure.empty() || !percent || !period) return std::nullopt;
  return benchmark;
}

/// The share of customers lost over the figure's own period; absent for figures of revenue.
std::optional<double> published_churn(const Benchmark& benchmark) {
  if (benchmark.percent < 0 || benchmark.percent > 100) return std::nullopt;
  if (benchmark.measure == "customer_churn_rate") return benchmark.percent / 100;
  if (benchmark.measure == "customer_retention_rate") return (100 - benchmark.percent) / 100;
  return std::nullopt;
}

}  // namespace

std::vector<Benchmark> read_benchmarks(std::string_view json) {
  const std::optional<Json> root = parse_json(json);
  if (!root || !root->is_object()) return {};
  const Json* figures = root->find("figures");
  if (figures == root->end() || !figures->is_array()) return {};
  std::vector<Benchmark> benchmarks;
  benchmarks.reserve(figures->size());
  for (const Json& figure : *figures) {
    if (std::optional<Benchmark> benchmark = read_benchmark(figure)) benchmarks.push_back(std::move(*benchmark));
  }
  return benchmarks;
}

const Benchmark* find_benchmark(const std::vector<Benchmark>& benchmarks, std::string_view id) {
  for (const Benchmark& benchmark : benchmarks) {
    if (benchmark.id == id) return &benchmark;
  }
  return nullptr;
}

std::vector<Benchmark> filter_benchmarks(const std::vector<Benchmark>& benchmarks, std::string_view audience,
                                         std::string_view industry) {
  const bool any_audience = audience.empty() || audience == "all";
  std::vector<Benchmark> chosen;
  for (const Benchmark& benchmark : benchmarks) {
    if (!any_audience && benchmark.audience != audience && benchmark.audience != "all") continue;
    if (!industry.empty() && benchmark.industry != industry) continue;
    chosen.push_back(benchmark);
  }
  return chosen;
}

std::string_view verdict_name(Verdict verdict) {
  switch (verdict) {
    case Verdict::Better: return "better";
    case Verdict::Unclear: return "unclear";
    case Verdict::Worse: return "worse";
    case Verdict::None: return "";
  }
  return "";
}

Judgement judge(const Benchmark& benchmark, const Metric& churn, const std::optional<Period>& period) {
  Judgement judgement{.published_churn = published_churn(benchmark)};
  if (!judgement.published_churn || !period || period->days <= 0) return judgement;
  const double figure = convert_share(*judgement.published_churn, benchmark.period, *period);
  judgement.converted_churn = figure;
  if (!churn.value || !churn.interval) return judgement;
  judgement.verdict = Verdict::Unclear;
  if (figure > churn.interval->high) judgement.verdict = Verdict::Better;
  if (figure < churn.interval->low) judgement.verdict = Verdict::Worse;
  return judgement;
}

}  // namespace kirnu

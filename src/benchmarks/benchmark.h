#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/rate.h"

namespace kirnu {

/// A published figure, as assets/benchmarks.json has it. Never average two of them.
struct Benchmark {
  std::string id = {};
  std::string publisher = {};
  std::string segment = {};   ///< whom it is about, in the publisher's words
  std::string audience = {};  ///< all, b2b or b2c
  std::string measure = {};   ///< customer_churn_rate, customer_retention_rate, nrr, grr or gross_mrr_churn_rate
  double percent = 0;         ///< as published, over `period`
  Period period = {};
  std::string data_year = {};   ///< as published: "2024", "2019-2021"; empty when unknown
  std::string sample = {};      ///< empty when the publisher gives none
  std::string confidence = {};  ///< high, medium or "rule of thumb"
  std::string industry = {};    ///< empty when it is about none in particular
  std::string note = {};
  std::string source = {};
  std::optional<double> p25 = {};  ///< quartiles, percent, as published
  std::optional<double> p75 = {};
  std::optional<double> voluntary = {};  ///< parts of `percent`
  std::optional<double> involuntary = {};
  std::optional<double> net_of_returns = {};  ///< percent after customers who came back
};

/// Reads the figures of a benchmarks JSON, in its order. A figure with a missing id, measure, percent or period is
/// left out; a text that is no such JSON gives none.
std::vector<Benchmark> read_benchmarks(std::string_view json);

/// Finds a figure by its id.
const Benchmark* find_benchmark(const std::vector<Benchmark>&, std::string_view id);

/// The figures of an audience (with "b2b" or "b2c" also those about all; "all" or empty: every figure) and, unless
/// empty, of an industry.
std::vector<Benchmark> filter_benchmarks(const std::vector<Benchmark>&, std::string_view audience,
                                         std::string_view industry = {});

/// How the reader's churn stands to a figure: the figure lies above, inside or below the reader's interval.
enum class Verdict { Better, Unclear, Worse, None };

/// "better", "unclear", "worse", or empty for None.
std::string_view verdict_name(Verdict);

/// A figure beside the reader's churn, in the reader's period.
struct Judgement {
  std::optional<double> published_churn = {};  ///< share lost over the figure's own period; absent for revenue figures
  std::optional<double> converted_churn = {};  ///< the same over the reader's period; absent without a period
  Verdict verdict = Verdict::None;
};

/// Judges the reader's churn (its interval decides) against a figure: retention becomes churn, then the figure is
/// converted to the reader's period. No verdict for nrr, grr and gross_mrr_churn_rate, and none without a period or
/// an interval.
Judgement judge(const Benchmark&, const Metric& churn, const std::optional<Period>& period);

}  // namespace kirnu

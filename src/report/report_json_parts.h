#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "report/report.h"
#include "text/words.h"

/// The parts of a report's JSON; write_report_json() puts them in their order.
namespace kirnu::report_json {

/// A number with 12 significant digits; whole ones without a point.
Json real(double value);
Json real(const std::optional<double>& value);

/// Writes what real() is; needs room for 40 bytes, returns the end.
char* write_real(char* out, double value);

/// A metric as an object; null when it has no answer.
Json metric_json(const Metric& metric);
Json metrics_json(const std::vector<ReportMetric>& metrics);

Json totals_json(const FileTotals&);
Json series_json(const std::vector<SeriesPeriod>& series, const std::vector<ReportCurrency>& currencies);
Json currencies_json(const std::vector<ReportCurrency>&);
Json comparison_json(const Comparison& comparison, std::string_view with);
Json trend_json(const Trend&);

/// `currencies` may be empty: then it is about customers alone.
Json cohorts_json(const CohortTable&, const std::vector<ReportCurrency>& currencies);
Json pooled_json(const CohortTable&, const std::vector<ReportCurrency>& currencies);
Json survival_json(const ReportSurvival&);
Json projection_json(const ReportProjection&);
Json lists_json(const ReportLists&);
Json halved_json(const ReportHalved&);
Json definitions_json(const Report&);
Json buyers_json(const ReportBuyers&);
Json reason_groups_json(const std::vector<ReportReasonGroup>&);
Json segments_json(const std::vector<ReportSegment>&);
Json mix_json(const MixAdjusted&);
/// How many gave a reason, and their share; the share alone where nobody says how many.
void add_share(Json& row, std::int64_t customers, double share, const std::optional<Interval>& interval);
Json reasons_json(const std::vector<ReportReason>&);

/// How a file was read; `assumptions` are those of the question.
Json import_json(const ImportSummary& import, const std::vector<Assumption>& assumptions);

/// Named values of an issue or an assumption.
Json values_json(const std::vector<IssueValue>& values);
Json issue_json(const Issue& issue, const Words& english);

}  // namespace kirnu::report_json

#pragma once
#include <string_view>
#include <vector>

#include "report/report.h"

/// What every kind of report is put together from.
namespace kirnu {

/// Takes the issues over; the first that blocks an answer becomes the error.
void add_issues(Report&, std::vector<Issue>);

/// Adds a metric that has a value, or whose numbers are all there and only a zero base keeps it from having one.
void add_metric(std::vector<ReportMetric>&, std::string_view id, const Letters&);

/// Every metric that the letters allow, in reading order.
std::vector<ReportMetric> period_metrics(const Letters&);

/// Adds what was typed about money and what if; who was kept without being lost is told.
void take_value_inputs(Report&, Letters&, const ValueInputs&);

/// What follows from a rate alone, without the customers it is of.
std::vector<ReportMetric> rate_metrics(const Letters& letters);

/// Adds every metric that the letters of the leading period allow, and what is judged by them.
void add_period(Report&, const Letters&, std::string_view definition, const std::vector<Benchmark>&);

/// The figures beside the reader's churn, and the ten-percent test.
void add_benchmarks(Report&, const Metric& churn, const std::vector<Benchmark>&);

/// A period's rates from its totals; for months whose days are known also that of a mean month.
void add_rates(SeriesPeriod&, const std::optional<Period>&);

/// Limits, the last period against the one before and a year before, the trend, and the span, from the series' periods
/// [first, end).
void add_history(Report&, std::size_t first, std::size_t end);

/// Takes away what only numbers of customers can tell: limits, intervals, tests. The rates stay.
void forget_customers(Report&);

/// Churn and retention of a period, with conversions and figures. Not `customers`: the numbers are shares of some.
void add_rate(Report&, const PeriodTotals&, bool customers, const std::vector<Benchmark>&);

}  // namespace kirnu

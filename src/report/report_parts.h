#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "facts/tables/tables.h"
#include "metrics/survival.h"
#include "report/report.h"

/// Parts that several kinds of reports have.
namespace kirnu {

/// An amount in major units.
double money_of(std::int64_t amount);

/// The latest date of the file was taken for the day on which the data end.
Assumption as_of_assumption(std::int32_t day);

/// The column of a name; null when there is none. The name of a role ("plan") finds its column too.
const CodeColumn* find_code_column(const SubscriptionTable&, std::string_view name);
const CodeColumn* find_code_column(const TransactionTable&, std::string_view name);

/// The chosen segment is no column of the file.
Issue segment_unknown(std::string_view name);

/// Median and restricted mean of one curve as metrics.
void add_lifetimes(std::vector<ReportMetric>&, const SurvivalCurve&, const RestrictedMean&);

/// The curve of everybody with its restricted mean up to tau (absent: to the longest time).
ReportCurve build_curve(const SurvivalSteps&, SurvivalInterval, std::optional<double> tau);

/// Tallied reasons as the report has them.
void add_reasons(Report&, const CodeColumn& reason, const PackedColumn<std::int64_t>& value,
                 const PackedColumn<std::int64_t>& customers = {});

}  // namespace kirnu

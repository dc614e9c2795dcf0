#pragma once
#include "metrics/revenue.h"
#include "report/question_settings.h"
#include "report/report.h"

/// The revenue of subscriptions in a report.
namespace kirnu {

/// What a period's movement means for the formulas.
MrrTotals totals_of(const MrrMovement&);

/// Adds a period's movements as a table tells them, and the rates that they make.
void add_movements(SeriesPeriod&, const MrrTotals&);

/// What was typed about a customer's value.
ValueInputs value_inputs(const QuestionSettings&);

/// The letters of one currency's payers, where there are several currencies.
Letters currency_letters(const MrrMovement&, const std::optional<Period>&, const ValueInputs&);

/// The metrics of money that letters give.
std::vector<ReportMetric> revenue_metrics(const Letters&);

/// Adds movements to the series and cohorts, and what was left out; with several currencies also the metrics of each,
/// and null for their sums. Call it when the series is there.
void add_revenue(Report&, const Revenue&, const ValueInputs&);

}  // namespace kirnu

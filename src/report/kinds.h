#pragma once
#include <vector>

#include "facts/tables/tables.h"
#include "metrics/subscription_workings.h"
#include "report/question_settings.h"
#include "report/report.h"

/// One builder a kind of facts; build_facts_report() chooses. Tables and figures must outlive the Report.
namespace kirnu {

/// Churn by period, cohorts, lifetimes and reasons of subscriptions.
Report build_subscription_report(const SubscriptionTable&, const QuestionSettings&, const std::vector<Benchmark>&,
                                 SubscriptionWorkings&);

/// Two windows of an order file against each other, the halved purchase rate, and what was bought by period.
Report build_transaction_report(const TransactionTable&, const QuestionSettings&, const std::vector<Benchmark>&);

/// Two lists against each other; `still_earlier` (or null) tells returned from new.
Report build_list_report(const CustomerList& earlier, const CustomerList& later, const CustomerList* still_earlier,
                         const QuestionSettings&, const std::vector<Benchmark>&);

/// Lifetimes, by group where the table has one. `unit`: what the durations count, where that is known.
Report build_survival_report(const SurvivalTable&, const QuestionSettings&, std::optional<PeriodUnit> unit);

/// The loss from one period to the next of customers, or percent, still there.
Report build_retention_report(const RetentionSeries&, const QuestionSettings&, const std::vector<Benchmark>&);

/// Cohorts that a table has counted: each, all of an age together, lifetimes and a projection.
Report build_cohort_report(const CohortSheet&, const QuestionSettings&);

/// Reasons, tallied.
Report build_reason_report(const ReasonTable&);

}  // namespace kirnu

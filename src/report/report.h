#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "base/period.h"
#include "base/rate.h"
#include "benchmarks/benchmark.h"
#include "facts/tables/count_table.h"
#include "facts/tables/counts.h"
#include "facts/tables/id_pool.h"
#include "metrics/buyers.h"
#include "metrics/cohorts.h"
#include "metrics/differences.h"
#include "metrics/flows.h"
#include "metrics/history.h"
#include "metrics/intervals.h"
#include "metrics/letters.h"
#include "metrics/list_comparison.h"
#include "metrics/mix.h"
#include "metrics/projection.h"
#include "metrics/purchase_rate.h"
#include "metrics/revenue.h"
#include "metrics/survival.h"
#include "metrics/ten_percent_test.h"
#include "metrics/trend.h"
#include "report/question_settings.h"

namespace kirnu {

/// A metric with the numbers that stand behind it, so that its computation can be shown.
struct ReportMetric {
  Metric metric = {};
  Letters letters = {};
};

/// What was bought in one period.
struct SeriesOrders {
  std::int64_t customers = 0;
  std::int64_t first_time = 0;  ///< of those, for the first time in the data
  std::int64_t orders = 0;
  std::optional<double> value = {};
};

/// One period of a history, oldest first.
struct SeriesPeriod {
  std::string label = {};  ///< as written in the table; empty when it has none
  std::optional<LabelSpan> span = {};
  CountsKnown known = CountsKnown::All;
  PeriodTotals totals = {};
  std::optional<Flow> flow = {};                  ///< of subscriptions: all events of the period
  std::optional<SeriesOrders> orders = {};        ///< of transactions, which have no totals
  std::vector<MrrMovement> mrr = {};              ///< by Report::currencies
  std::vector<Metric> revenue = {};               ///< of a table of movements: what they come to
  bool complete = true;                           ///< false: it ends after the last day that the data know
  Metric churn = {};                              ///< on the opening customers
  std::optional<Metric> events = {};              ///< all departures on the opening customers, of subscriptions
  std::optional<double> normal_month_churn = {};  ///< converted to a mean month, for months whose days are known
  std::optional<ControlLimits> limits = {};       ///< from six periods on
};

/// Whether a period is one of which churn can be asked.
inline bool has_churn(const SeriesPeriod& entry) {
  return !entry.orders && (entry.known == CountsKnown::All || entry.known == CountsKnown::Rate);
}

/// The reader's churn beside a published figure.
struct BenchmarkResult {
  const Benchmark* figure = nullptr;  ///< in the list that the question was asked with
  Judgement judgement = {};
};

/// A definition that gives another number, with the id of its metric.
struct DefinitionResult {
  std::string_view id;
  std::optional<double> value = {};
};

/// Customers that definitions count in different ways.
struct ReportDifference {
  Difference why = {};
  std::int64_t count = 0;
  std::vector<std::string> customers = {};  ///< the first kMostNamed
};

/// What a file adds up to.
struct FileTotals {
  std::int64_t customers = 0;
  std::optional<std::int64_t> orders = {};
  std::optional<double> units = {};
  struct Money {
    std::string currency = {};  ///< empty: the file says none
    double value = 0;
  };
  std::vector<Money> money = {};  ///< by currency
};

/// Two lists, or two windows of an order file, against each other.
struct ReportLists {
  ListComparison comparison = {};
  const IdPool* ids = nullptr;           ///< of the earlier list; lives as long as its facts
  std::span<const CodeColumn> others{};  ///< what else that list calls them: names, addresses; lives as long
  std::vector<double> values = {};       ///< of comparison.lost_customers, in their order; empty: not known
  std::optional<double> threshold = {};  ///< who was worth less is in neither of them
  double worth_value = 0;                ///< then, of the others together
  std::optional<DaySpan> before = {};
  std::optional<DaySpan> after = {};
  std::shared_ptr<const void> owner = {};  ///< of `ids`, where no facts are
};

/// The customers of an order file: who bought again, who has stopped, what each is worth.
struct ReportBuyers {
  std::vector<Buyer> ranked = {};  ///< the most valuable first; without values those with the most orders
  const IdPool* ids = nullptr;     ///< lives as long as its facts
  bool has_value = false;
  std::int32_t as_of = 0;
  std::int64_t repeat = 0;
  std::int64_t inactive = 0;
  std::int32_t inactive_days = 0;
  std::optional<PurchaseGaps> gaps = {};
};

/// Customers whose purchases fell by more than half.
struct ReportHalved {
  PurchaseMeasure measure = PurchaseMeasure::Orders;
  PurchaseRate rate = {};
};

struct ReportCurve {
  std::optional<std::string> segment = {};  ///< absent: everybody
  SurvivalCurve curve = {};
  RestrictedMean rmst = {};
};

struct ReportSurvival {
  std::string unit = {};  ///< "day", or empty where the file does not say
  SurvivalInterval interval = SurvivalInterval::LogLog;
  std::vector<ReportCurve> curves = {};
  std::optional<LogRank> log_rank = {};
};

/// How many are still there, carried on by a law of lifetimes.
struct ReportProjection {
  Projection projection = {};
  double discount = 0;              ///< of one period
  std::string unit = {};            ///< of a period, as period_unit_name() has it; empty: the file does not say
  bool percent = false;             ///< of a series of percent
  std::optional<double> size = {};  ///< customers that percent were taken to be of
};

/// Recurring revenue in one currency.
struct ReportCurrency {
  std::string currency = {};
  std::vector<ReportMetric> metrics = {};  ///< of the leading period, where there are several currencies
  std::vector<RevenueCohort> cohorts = {};
};

/// The leading period's metrics of one part of the customers.
struct ReportSegment {
  std::string name = {};   ///< the column's
  std::string value = {};  ///< the cell's; empty: nothing in it
  std::vector<ReportMetric> metrics = {};
  std::optional<CohortTable> cohorts = {};
  std::vector<ReportCurrency> currencies = {};  ///< their revenue cohorts
};

struct ReportReason {
  std::string reason = {};
  std::int64_t customers = 0;             ///< 0 where the file says shares alone
  double share = 0;                       ///< of those who gave a reason
  std::optional<Interval> interval = {};  ///< absent where nobody knows how many they are
  std::optional<double> value_lost = {};
  std::string_view group = {};  ///< reason_group()
};

/// Reasons that mean the same, together.
struct ReportReasonGroup {
  std::string_view group = {};
  bool involuntary = false;
  std::vector<std::string> reasons = {};
  std::int64_t customers = 0;
  double share = 0;
  std::optional<Interval> interval = {};
  std::optional<double> value_lost = {};
};

/// Everything Kirnu found out about one question, as numbers; no words.
struct Report {
  std::string kind = "counts";
  std::string definition = "start_base";        ///< empty where no churn is counted
  std::optional<Period> period = {};            ///< absent: a share of a snapshot
  std::optional<LabelSpan> dates = {};          ///< of the leading period, where its calendar dates are known
  bool from_table = false;                      ///< the leading period is the last one of the table
  std::optional<PeriodTotals> totals = {};      ///< of the leading period
  std::vector<ReportMetric> metrics = {};       ///< in reading order
  std::vector<ReportCurrency> currencies = {};  ///< of recurring revenue, by name
  std::optional<FileTotals> file_totals = {};
  std::vector<ReportMetric> span = {};  ///< over the whole history
  std::vector<SeriesPeriod> series = {};
  std::optional<double> series_whole = {};         ///< the series is of percent: what stands for everybody, 100 or 1
  std::optional<double> series_mean = {};          ///< pooled churn of the history, the centre of its limits
  std::optional<Comparison> comparison = {};       ///< last period of the history against the one before
  std::optional<Comparison> year_comparison = {};  ///< and against the same dates a year earlier
  std::optional<Trend> trend = {};                 ///< of the history's churn
  std::optional<CohortTable> cohorts = {};
  std::optional<ReportSurvival> survival = {};
  bool cohorts_of_amounts = false;  ///< shares of what each cohort began with, not of its customers
  std::optional<ReportProjection> projection = {};
  std::optional<ReportLists> lists = {};
  std::optional<ReportHalved> halved = {};
  std::optional<ReportBuyers> buyers = {};
  std::vector<DefinitionResult> definitions = {};
  std::vector<ReportDifference> differences = {};  ///< of the leading period; those that there are
  std::vector<ReportSegment> segments = {};
  std::optional<MixAdjusted> mix_adjusted = {};  ///< churn of the period before and of the leading one, over segments
  std::vector<BenchmarkResult> benchmarks = {};
  std::optional<TenPercentTest> ten_percent_test = {};
  std::vector<ReportReason> reasons = {};
  std::vector<ReportReasonGroup> reason_groups = {};
  std::int64_t answered = 0;                 ///< who gave a reason
  std::int64_t without_reason = 0;           ///< who gave none
  std::vector<Assumption> assumptions = {};  ///< of the question, until `import` takes them
  std::optional<ImportSummary> import = {};
  std::vector<ImportSummary> later_imports = {};  ///< of the second and third list
  std::vector<RejectedRow> rejected = {};
  std::vector<Issue> issues = {};
  std::optional<Issue> error = {};  ///< why there is no answer
};

/// What somebody wants to know about customer counts. Absent counts: the last period of the table leads.
struct Question {
  CountInputs counts = {};
  MrrInputs mrr = {};
  ValueInputs value = {};
  std::optional<Period> period = {};
  std::string definition = "start_base";
  std::optional<Date> from = {}, to = {};  ///< of a table: the rows between them, `to` not included
  std::optional<Date> as_of = {};          ///< of a table: rows that end later are left out
};

/// The id of the metric that a definition puts first: "events" is churn_events_rate; the default for unknown ones.
std::string_view leading_metric(std::string_view definition);

/// Answers a question from typed counts, a table of counts (may be null) or both. `figures` must outlive the Report;
/// `unreadable` are the inputs that were no numbers: with one of them there is no answer.
Report build_report(const Question& question, const CountTable* table, const std::vector<Benchmark>& figures,
                    std::vector<Issue> unreadable);

/// The metric of an id; null when the report has none.
const ReportMetric* find_metric(const Report&, std::string_view id);

/// Whether the report says anything: a rate, if only one of nobody, another metric, or a part that is none. With an
/// error it says nothing.
bool has_answer(const Report&);

}  // namespace kirnu

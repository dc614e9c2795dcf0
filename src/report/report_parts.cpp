#include "report/report_parts.h"

#include "base/date.h"
#include "facts/words/reason_words.h"
#include "metrics/answers.h"
#include "metrics/catalog.h"
#include "metrics/reason_groups.h"
#include "metrics/reasons.h"
#include "metrics/split_answers.h"
#include "report/period_answer.h"

namespace kirnu {

double money_of(std::int64_t amount) { return static_cast<double>(amount) / kMoneyScale; }

Assumption as_of_assumption(std::int32_t day) {
  return {.code = "as_of_latest_date", .values = {{"date", write_date({.days = day})}}};
}

const CodeColumn* find_code_column(const SubscriptionTable& table, std::string_view name) {
  const std::pair<std::string_view, const CodeColumn*> known[] = {{"plan", &table.plan},
                                                                  {"currency", &table.currency},
                                                                  {"status", &table.status},
                                                                  {"interval", &table.interval},
                                                                  {"reason", &table.reason}};
  for (const CodeColumn& column : table.segments) {
    if (column.name == name) return &column;
  }
  for (const auto& [role, column] : known) {
    if (!column->empty() && (column->name == name || role == name)) return column;
  }
  return nullptr;
}

const CodeColumn* find_code_column(const TransactionTable& table, std::string_view name) {
  const std::pair<std::string_view, const CodeColumn*> known[] = {{"currency", &table.currency},
                                                                  {"status", &table.status}};
  for (const CodeColumn& column : table.segments) {
    if (column.name == name) return &column;
  }
  for (const auto& [role, column] : known) {
    if (!column->empty() && (column->name == name || role == name)) return column;
  }
  return nullptr;
}

Issue segment_unknown(std::string_view name) {
  return make_issue(IssueCode::SegmentUnknown, {}, {{"name", std::string(name)}});
}

void add_lifetimes(std::vector<ReportMetric>& metrics, const SurvivalCurve& curve, const RestrictedMean& mean) {
  Letters letters;
  letters.median = curve.median.value;
  letters.rmst = mean.value;
  letters.tau = mean.tau;
  add_metric(metrics, "median_lifetime", letters);
  if (!metrics.empty() && metrics.back().metric.id == "median_lifetime" && curve.median.low && curve.median.high)
    metrics.back().metric.interval = Interval{.low = *curve.median.low, .high = *curve.median.high};
  add_metric(metrics, "rmst", letters);
}

ReportCurve build_curve(const SurvivalSteps& steps, SurvivalInterval interval, std::optional<double> tau) {
  ReportCurve result{.curve = build_survival(steps, interval)};
  result.rmst = build_restricted_mean(result.curve, tau.value_or(result.curve.last_time));
  return result;
}

namespace {

void add_counted(Report& report, const CodeColumn& reason, const ReasonCounts& counts,
                 const std::vector<ReasonGroup>& groups) {
  for (const ReasonCount& entry : counts.reasons) {
    report.reasons.push_back({.reason = std::string(reason.words.text(entry.reason)),
                              .customers = entry.customers,
                              .share = entry.share,
                              .interval = entry.interval,
                              .group = reason_group(reason.words.text(entry.reason))});
    if (entry.value_lost) report.reasons.back().value_lost = money_of(*entry.value_lost);
  }
  report.answered = counts.answered;
  report.without_reason = counts.unanswered;
  for (const ReasonGroup& group : groups) {
    ReportReasonGroup row{.group = group.group,
                          .involuntary = is_involuntary(group.group),
                          .customers = group.customers,
                          .share = group.share,
                          .interval = group.interval};
    for (const std::uint32_t code : group.reasons) row.reasons.emplace_back(reason.words.text(code));
    if (group.value_lost) row.value_lost = money_of(*group.value_lost);
    report.reason_groups.push_back(std::move(row));
  }
}

}  // namespace

void add_reasons(Report& report, const CodeColumn& written, const PackedColumn<std::int64_t>& value,
                 const PackedColumn<std::int64_t>& customers) {
  const std::optional<CodeColumn> tidy = tidy_answers(written);
  const CodeColumn& reason = tidy ? *tidy : written;
  const std::optional<SplitAnswers> split = split_answers(reason, value, customers);
  if (!split) {
    const ReasonCounts counts = build_reason_counts(reason, value, customers);
    return add_counted(report, reason, counts, build_reason_groups(reason, counts));
  }
  const ReasonCounts counts = build_reason_counts(split->reason, split->value, split->customers, split->answered);
  add_counted(report, split->reason, counts,
              build_reason_groups(split->reason, counts, split->answers, split->customers));
  if (!reason.between.empty()) return;  // as the file has them
  report.issues.push_back(make_issue(IssueCode::AnswersSplit, {}, {{"found", std::string(split->between)}}));
}

}  // namespace kirnu

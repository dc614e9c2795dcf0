#include "view/file_text.h"
#include "view/lifetime_unit.h"
#include "view/parts.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

std::string reasons_lead(const ViewContext& context) {
  const ReportReason& first = context.report.reasons.front();
  return context.words.say("lead.reasons", {{"reason", shown_text(first.reason)},
                                            {"share", share_in_words(first.share, context.state.language)}});
}

std::string survival_lead(const ViewContext& context) {
  const ReportCurve& everybody = context.report.survival->curves.front();
  const std::optional<double>& median = everybody.curve.median.value;
  const std::string time = lifetime_in_words(context, median.value_or(everybody.curve.last_time));
  return context.words.say(median ? "lead.survival" : "lead.survival.open", {{"time", time}});
}

/// Of cohorts without lifetimes: who is still there one period later, or what the longest row comes to.
std::string cohorts_lead(const ViewContext& context) {
  const Report& report = context.report;
  if (std::string pooled = cohorts_summary(context); !pooled.empty()) return pooled;
  return report.projection ? projection_summary(context) : std::string();
}

}  // namespace

std::string lead_of_facts(const ViewContext& context) {
  const Report& report = context.report;
  const bool asks = report.error && report.error->severity == Severity::Question;
  if (asks && report.import) return context.words.say("lead.question");
  if (report.kind == "counts") return {};
  if (report.error) return context.words.say("lead.table");
  const ReportMetric* churn = find_metric(report, "customer_churn_rate");
  if (churn != nullptr && churn->metric.value) return {};
  if (report.kind == "reasons" && !report.reasons.empty()) return reasons_lead(context);
  if (report.survival && !report.survival->curves.empty()) return survival_lead(context);
  if (report.kind == "retention") return cohorts_lead(context);
  return {};
}

}  // namespace kirnu

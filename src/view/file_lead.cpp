#include <algorithm>
#include <vector>

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

/// Of cohorts without lifetimes: who was still there first, and then what a model makes of the longest row.
std::string cohorts_lead(const ViewContext& context) {
  if (std::string pooled = cohorts_summary(context); !pooled.empty()) return pooled;
  std::string lead = shares_summary(context);
  if (context.report.projection) lead += (lead.empty() ? "" : " ") + projection_summary(context);
  return lead;
}

/// The groups with the lowest and the highest rate, where none is of all.
std::string groups_lead(const ViewContext& context) {
  struct Group {
    std::string name;
    double churn;
  };
  std::vector<Group> groups;
  for (const ReportSegment& segment : context.report.segments) {
    for (const ReportMetric& entry : segment.metrics) {
      if (entry.metric.id == "customer_churn_rate" && entry.metric.value)
        groups.push_back({.name = shown_text(segment.value), .churn = *entry.metric.value});
    }
  }
  if (groups.empty()) return {};
  const auto [least, most] = std::minmax_element(groups.begin(), groups.end(),
                                                 [](const Group& a, const Group& b) { return a.churn < b.churn; });
  return context.words.say("lead.groups", {{"low", share_in_words(least->churn, context.state.language)},
                                           {"least", least->name},
                                           {"high", share_in_words(most->churn, context.state.language)},
                                           {"most", most->name}});
}

}  // namespace

std::string lead_of_facts(const ViewContext& context) {
  const Report& report = context.report;
  const bool asks = report.error && report.error->severity == Severity::Question;
  if (asks && report.error->code == IssueCode::SecondListNeeded) return context.words.say("lead.second_list");
  if (asks && report.import) return context.words.say("lead.question");
  if (report.kind == "counts") return report.metrics.empty() && !report.error ? groups_lead(context) : std::string();
  if (report.error) return context.words.say("lead.table");
  const ReportMetric* churn = find_metric(report, "customer_churn_rate");
  if (churn != nullptr && churn->metric.value) return {};
  if (report.kind == "reasons" && !report.reasons.empty()) return reasons_lead(context);
  if (report.survival && !report.survival->curves.empty()) return survival_lead(context);
  if (report.kind == "retention") return cohorts_lead(context);
  return {};
}

}  // namespace kirnu

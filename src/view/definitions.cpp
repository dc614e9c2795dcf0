#include <algorithm>
#include <array>

#include "text/number_format.h"
#include "view/parts.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

constexpr auto kDefinitions = std::to_array<std::string_view>({"start_base", "events", "stripe", "average_base"});
constexpr auto kRevenueMetrics =
    std::to_array<std::string_view>({"gross_mrr_churn_rate", "net_mrr_churn_rate", "value_lost", "value_lost_share",
                                     "nrr", "grr", "quick_ratio", "mrr_lost", "arpa"});
constexpr auto kLifetimeMetrics =
    std::to_array<std::string_view>({"expected_lifetime", "expected_lifetime_months", "ltv", "ltv_discounted"});

/// The metrics of a list that the report has, as nodes.
template <std::size_t N>
std::vector<Node> known_metrics(const ViewContext& context, const std::array<std::string_view, N>& ids) {
  std::vector<Node> nodes;
  for (const std::string_view id : ids) {
    if (find_metric(context.report, id) != nullptr) nodes.push_back(metric_node(context, id));
  }
  return nodes;
}

Node definition_select(const ViewContext& context) {
  SelectNode select{.label = context.words.say("definition.label"), .help = {}, .value = context.state.definition};
  for (const std::string_view id : kDefinitions) {
    select.options.push_back({.value = std::string(id), .label = context.words.say("definition." + std::string(id))});
  }
  return {.id = "definition", .body = std::move(select), .children = {}};
}

Node card(const ViewContext& context, const std::string& id, std::vector<Node> children) {
  return section(id,
                 {.role = SectionRole::Card,
                  .title = context.words.say(id + ".title"),
                  .text = context.words.say(id + ".summary")},
                 std::move(children));
}

}  // namespace

std::vector<Node> build_definitions(const ViewContext& context) {
  const bool counted = context.report.kind == "counts" || context.report.kind == "subscriptions";
  if (!counted || !context.report.totals || context.report.metrics.empty()) return {};
  std::vector<Node> metrics = known_metrics(context, std::to_array<std::string_view>({"customers_lost"}));
  for (const std::string_view definition : kDefinitions) {
    const std::string_view id = leading_metric(definition);
    if (id == leading_metric(context.report.definition) || find_metric(context.report, id) == nullptr) continue;
    metrics.push_back(metric_node(context, id));
  }
  std::vector<Node> children{definition_select(context),
                             section("definition_figures", {.role = SectionRole::Figures}, std::move(metrics))};
  if (context.report.definitions.size() < 2) {
    children.push_back(text("definitions_empty", TextStyle::Note, context.words.say("definitions.empty"), Tone::Muted));
  }
  return {card(context, "definitions", std::move(children))};
}

std::vector<Node> build_revenue(const ViewContext& context) {
  std::vector<Node> metrics = known_metrics(context, kRevenueMetrics);
  if (metrics.empty()) return {};
  return {card(context, "revenue", {section("revenue_figures", {.role = SectionRole::Figures}, std::move(metrics))})};
}

std::vector<Node> build_lifetime(const ViewContext& context) {
  std::vector<Node> metrics = known_metrics(context, kLifetimeMetrics);
  if (metrics.empty()) return {};
  const bool in_months = context.report.period && context.report.period->unit == PeriodUnit::Month;
  if (in_months) {
    metrics.erase(std::remove_if(metrics.begin(), metrics.end(),
                                 [](const Node& node) { return node.id == "expected_lifetime_months"; }),
                  metrics.end());
  }
  for (Node& node : metrics) {
    MetricNode& metric = *std::get_if<MetricNode>(&node.body);
    if (node.id == "expected_lifetime" && metric.value && context.report.period) {
      metric.text = say_for_period(context, "lifetime.periods", *context.report.period, {{"number", metric.text}});
    }
    if (node.id == "expected_lifetime_months" && metric.value)
      metric.text = context.words.say("lifetime.months", {{"number", metric.text}});
    metric.word = node.id == "expected_lifetime" || node.id == "expected_lifetime_months";
  }
  return {card(context, "lifetime", {section("lifetime_figures", {.role = SectionRole::Figures}, std::move(metrics))})};
}

}  // namespace kirnu

#include <algorithm>
#include <array>

#include "base/definition.h"
#include "text/number_format.h"
#include "view/file_text.h"
#include "view/parts.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostNames = 8;  ///< in a cell; the report has more
constexpr auto kLifetimeMetrics =
    std::to_array<std::string_view>({"expected_lifetime", "expected_lifetime_months", "ltv", "ltv_discounted"});

/// "A, B, C and 12 more"
std::string names(const ViewContext& context, const ReportDifference& difference) {
  std::string text;
  const std::size_t shown = std::min(difference.customers.size(), kMostNames);
  for (std::size_t i = 0; i < shown; ++i) text += (i > 0 ? ", " : "") + shown_text(difference.customers[i]);
  const std::int64_t more = difference.count - static_cast<std::int64_t>(shown);
  if (more == 0) return text;
  return context.words.say(
      "difference.more", {{"names", text}, {"count", format_count(static_cast<double>(more), context.state.language)}});
}

/// What customers did that definitions count in different ways, who did it, and which definitions these are.
Node difference_table(const ViewContext& context) {
  TableNode table{.caption = context.words.say("difference.table")};
  table.columns = {{.label = context.words.say("difference.what")},
                   {.label = context.words.say("column.customers"), .numeric = true},
                   {.label = context.words.say("difference.who")},
                   {.label = context.words.say("difference.definitions")}};
  for (const ReportDifference& difference : context.report.differences) {
    std::string definitions;
    for (const DefinitionResult& entry : context.report.definitions) {
      if (!counts_otherwise(entry.id, difference.why)) continue;
      definitions += (definitions.empty() ? "" : ", ") + context.words.say("metric." + std::string(entry.id));
    }
    table.rows.push_back({cell(context.words.say("difference." + std::string(difference_name(difference.why)))),
                          cell(format_count(static_cast<double>(difference.count), context.state.language)),
                          cell(names(context, difference)), cell(std::move(definitions))});
  }
  return {.id = "table_differences", .body = std::move(table), .children = {}};
}

}  // namespace

Node definition_select(const ViewContext& context) {
  SelectNode select{.label = context.words.say("definition.label"), .help = {}, .value = context.state.definition};
  for (const auto& [id, metric] : kDefinitions) {
    const bool daily = id.starts_with("daily");  // needs to know the days
    if (daily && find_metric(context.report, metric) == nullptr && id != context.state.definition) continue;
    select.options.push_back({.value = std::string(id), .label = context.words.say("definition." + std::string(id))});
  }
  return {.id = "definition", .body = std::move(select), .children = {}};
}

std::vector<Node> build_definitions(const ViewContext& context) {
  const bool counted = context.report.kind == "counts" || context.report.kind == "subscriptions";
  if (!counted || !context.report.totals || context.report.metrics.empty()) return {};
  std::vector<Node> metrics;
  if (!has_loss(context.report)) metrics.push_back(metric_node(context, "customers_lost"));
  for (const auto& [name, id] : kDefinitions) {
    if (id == leading_metric(context.report.definition) || find_metric(context.report, id) == nullptr) continue;
    metrics.push_back(metric_node(context, id));
  }
  for (Node& node : known_metrics(context, std::to_array<std::string_view>({"churn_hazard_30d"})))
    metrics.push_back(std::move(node));
  std::vector<Node> children;
  if (!asks_of_files(context)) children.push_back(definition_select(context));
  children.push_back(section("definition_figures", {.role = SectionRole::Figures}, std::move(metrics)));
  if (context.report.definitions.size() < 2) {
    children.push_back(text("definitions_empty", TextStyle::Note, context.words.say("definitions.empty"), Tone::Muted));
  }
  if (!context.report.differences.empty()) children.push_back(difference_table(context));
  Node node = card(context, "definitions", std::move(children));
  if (!context.report.differences.empty()) std::get_if<SectionNode>(&node.body)->role = SectionRole::WideCard;
  return {std::move(node)};
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
    if (node.id == "expected_lifetime" && metric.value) {
      const WordValues number{{"number", metric.text}};
      metric.text = context.report.period ? say_for_period(context, "lifetime.periods", *context.report.period, number)
                                          : context.words.say("lifetime.periods.none", number);
    }
    if (node.id == "expected_lifetime_months" && metric.value)
      metric.text = context.words.say("lifetime.months", {{"number", metric.text}});
    metric.word = node.id == "expected_lifetime" || node.id == "expected_lifetime_months";
  }
  const bool worth = std::any_of(metrics.begin(), metrics.end(),
                                 [](const Node& node) { return node.id == "ltv" || node.id == "ltv_discounted"; });
  Node node =
      card(context, "lifetime", {section("lifetime_figures", {.role = SectionRole::Figures}, std::move(metrics))});
  if (!worth) std::get_if<SectionNode>(&node.body)->title = context.words.say("lifetime.title.time");
  return {std::move(node)};
}

}  // namespace kirnu

#include <array>
#include <cmath>

#include "state/field_value.h"
#include "view/parts.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

constexpr auto kCostMetrics =
    std::to_array<std::string_view>({"cost_of_loss", "replacement_cost", "total_cost_of_loss", "one_point_less_churn"});

/// What is often quoted, and has no source that could be checked; nothing is computed with it.
constexpr auto kClaims = std::to_array<std::string_view>({"seven_times", "a_fifth", "two_thirds_more", "usd_243"});

Node claims(const ViewContext& context) {
  SectionNode body{
      .role = SectionRole::Fold, .title = context.words.say("claims.title"), .text = context.words.say("claims.text")};
  body.open = context.state.open.count("claims") > 0;
  std::vector<Node> children;
  for (const std::string_view claim : kClaims) {
    const std::string id = "claim." + std::string(claim);
    children.push_back(
        text(id, TextStyle::Note, context.words.say("claim.mark", {{"claim", context.words.say(id)}}), Tone::Muted));
  }
  return section("claims", std::move(body), std::move(children));
}

/// A slider over a field that is typed elsewhere on the page: "slide.lost" sets `lost`.
Node slider(const ViewContext& context, const std::string& field, double high, double at, std::string_view unit) {
  FieldNode node{.label = context.words.say(field + ".label"),
                 .hint = std::string(field_text(context.state, field)),
                 .value = std::string(field_text(context.state, field))};
  node.input = FieldInput::Slider;
  node.slider = SliderRange{.low = 0, .high = high, .step = 1, .at = at, .unit = std::string(unit)};
  return {.id = "slide." + field, .body = std::move(node), .children = {}};
}

}  // namespace

/// What fewer lost customers and another margin would change: the whole page follows. Of own, typed counts alone.
std::vector<Node> build_what_if(const ViewContext& context) {
  const State& state = context.state;
  const std::optional<PeriodTotals>& totals = context.report.totals;
  const bool typed = !field_text(state, "start").empty() && !field_text(state, "lost").empty();
  if (state.example || !typed || !totals || totals->start < 1 || context.report.metrics.empty()) return {};
  std::vector<Node> children{slider(context, "lost", totals->start, totals->lost, "")};
  const FieldValue margin = read_field(*find_field("margin"), field_text(state, "margin"), state.language);
  if (margin.value) children.push_back(slider(context, "margin", 100, std::round(*margin.value * 100), "%"));
  return {card(context, "what_if", std::move(children))};
}

std::vector<Node> build_cost(const ViewContext& context) {
  std::vector<Node> figures;
  for (const std::string_view id : kCostMetrics) {
    if (find_metric(context.report, id) != nullptr) figures.push_back(metric_node(context, id));
  }
  if (figures.empty()) return {};
  return {section(
      "cost",
      {.role = SectionRole::Card, .title = context.words.say("cost.title"), .text = context.words.say("cost.text")},
      {section("cost_figures", {.role = SectionRole::Figures}, std::move(figures)), claims(context)})};
}

}  // namespace kirnu

#include <array>

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

}  // namespace

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

#include <array>
#include <cmath>

#include "state/field_value.h"
#include "view/parts.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

constexpr auto kCostMetrics =
    std::to_array<std::string_view>({"cost_of_loss", "replacement_cost", "total_cost_of_loss", "one_point_less_churn"});

constexpr auto kWhatIf = std::to_array<std::string_view>({"what_if_churn_rate", "what_if_value"});

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

/// How many of the lost are kept, and what that makes of the rate and of the revenue.
std::vector<Node> kept_customers(const ViewContext& context, const ReportMetric& churn) {
  const double lost = churn.letters.L.value_or(0), kept = churn.letters.what_if_kept.value_or(0);
  std::vector<Node> children{slider(context, "kept", lost, kept, "")};
  std::get_if<FieldNode>(&children.front().body)->hint =
      context.words.say("of.note", {{"part", format_value(kept, MetricUnit::Count, context.state.language)},
                                    {"whole", format_value(lost, MetricUnit::Count, context.state.language)}});
  if (kept == 0)
    children.push_back(text("what_if_each", TextStyle::Body,
                            context.words.say("what_if.each", {{"points", shown_number(100 / *churn.letters.S, 2,
                                                                                       context.state.language)}})));
  std::vector<Node> figures = known_metrics(context, kWhatIf);
  if (figures.size() == kWhatIf.size() && context.report.period)
    std::get_if<MetricNode>(&figures.back().body)->note = per_period(context, *context.report.period);
  if (!figures.empty())
    children.push_back(section("what_if_figures", {.role = SectionRole::Figures}, std::move(figures)));
  return children;
}

}  // namespace

/// What fewer lost customers and another margin would change. Typed counts slide themselves, and the whole page
/// follows; where a table or a file tells the counts, some of the lost are kept. Nothing where nothing would change.
std::vector<Node> build_what_if(const ViewContext& context) {
  const State& state = context.state;
  const std::optional<PeriodTotals>& totals = context.report.totals;
  const ReportMetric* churn = find_metric(context.report, "customer_churn_rate");
  if (state.example || !totals || totals->start < 1 || churn == nullptr || !churn->metric.value) return {};
  const bool typed = !field_text(state, "start").empty() && !field_text(state, "lost").empty();
  std::vector<Node> children;
  if (typed) children.push_back(slider(context, "lost", totals->start, totals->lost, ""));
  else if (totals->lost > 0 && churn->letters.arpa) children = kept_customers(context, *churn);
  const FieldValue margin = read_field(*find_field("margin"), field_text(state, "margin"), state.language);
  if (margin.value && churn->letters.arpa)
    children.push_back(slider(context, "margin", 100, std::round(*margin.value * 100), "%"));
  if (children.empty()) return {};
  Node node = card(context, "what_if", std::move(children));
  if (!typed) std::get_if<SectionNode>(&node.body)->text = context.words.say("what_if.summary.kept");
  return {std::move(node)};
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

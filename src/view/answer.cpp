#include <algorithm>

#include "text/number_format.h"
#include "view/explain.h"
#include "view/file_text.h"
#include "view/parts.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

Node ten_percent_node(const ViewContext& context) {
  MetricNode node{.label = context.words.say("metric.ten_percent_test"), .text = "–"};
  node.word = true;
  if (const std::optional<TenPercentTest>& test = context.report.ten_percent_test) {
    node.value = test->yearly_churn;
    node.tone = test->borderline ? Tone::Unsure : test->passed ? Tone::Good : Tone::Bad;
    node.sign = test->borderline ? "≈" : test->passed ? "✓" : "✕";
    node.text = context.words.say(test->borderline ? "test.borderline" : test->passed ? "test.passed" : "test.failed");
    const ReportMetric* churn = find_metric(context.report, "customer_churn_rate");
    if (churn != nullptr && churn->metric.interval)
      node.note = context.words.say(test->borderline ? "test.note.inside" : "test.note.outside");
    node.how = explain(context, "ten_percent_test");
  } else {
    node.note = context.words.say("test.note.no_period");
    node.tone = Tone::Muted;
  }
  return {.id = "ten_percent_test", .body = std::move(node), .children = {}};
}

void add_equivalent(const ViewContext& context, std::string_view id, std::vector<Node>& figures) {
  if (find_metric(context.report, id) == nullptr) return;
  Node node = metric_node(context, id);
  MetricNode& body = *std::get_if<MetricNode>(&node.body);
  body.note = context.words.say("stays.note");
  figures.push_back(std::move(node));
}

Node build_figures(const ViewContext& context) {
  const std::optional<Period>& period = context.report.period;
  std::vector<Node> figures;
  Node leading = metric_node(context, leading_metric(context.report.definition));
  MetricNode& body = *std::get_if<MetricNode>(&leading.body);
  body.large = true;
  if (!period && leading.id == "customer_churn_rate") body.label = context.words.say("metric.customer_churn_share");
  figures.push_back(std::move(leading));

  Node retention = metric_node(context, "customer_retention_rate");
  if (const ReportMetric* kept = find_metric(context.report, "customer_retention_rate");
      kept != nullptr && kept->metric.value && context.report.totals) {
    const PeriodTotals& totals = *context.report.totals;
    std::get_if<MetricNode>(&retention.body)->note =
        context.words.say("of.note", {{"part", format_count(totals.start - totals.lost, context.state.language)},
                                      {"whole", format_count(totals.start, context.state.language)}});
  }
  figures.push_back(std::move(retention));
  if (period && period->unit != PeriodUnit::Month) add_equivalent(context, "monthly_churn_rate", figures);
  if (period && period->unit != PeriodUnit::Year) add_equivalent(context, "annual_churn_rate", figures);
  figures.push_back(ten_percent_node(context));
  return section("figures", {.role = SectionRole::Figures}, std::move(figures));
}

/// Which days, or which row of a history, the first sentence is about; empty for counts that were typed.
std::string told_period(const ViewContext& context) {
  const Report& report = context.report;
  if (report.kind == "counts" && (!report.from_table || report.series.size() < 2)) return {};
  const std::string days = leading_days(context);
  return days.empty() && report.kind == "counts" ? shown_text(report.series.back().label) : days;
}

/// A card says what its first chart says, so that it tells its finding where it is folded: on a phone.
void title_card(const ViewContext& context, Node& node) {
  SectionNode* card = std::get_if<SectionNode>(&node.body);
  if (card == nullptr) return;
  // A page for one question shows its answer at once.
  const State& state = context.state;
  const bool begins_open = state.controls != "full" || state.job != "all";
  card->open = begins_open ? state.open.count("folded.card." + node.id) == 0 : state.open.count("card." + node.id) > 0;
  ChartNode* chart = node.children.empty() ? nullptr : std::get_if<ChartNode>(&node.children.front().body);
  if (!card->title.empty() || chart == nullptr) return;
  card->title = chart->title;
  card->text = chart->summary;
  chart->titled = true;
}

}  // namespace

Node build_answer(const ViewContext& context) {
  std::vector<Node> children = build_lead(context);
  const auto take = [](std::vector<Node>& into, std::vector<Node> nodes) {
    for (Node& node : nodes) into.push_back(std::move(node));
  };
  const std::string days = told_period(context);
  if (!days.empty())
    children.push_back(text("period_note", TextStyle::Note, context.words.say("lead.dates", {{"days", days}})));
  if (find_metric(context.report, "customer_churn_rate") != nullptr) children.push_back(build_figures(context));
  const bool blocked = context.report.error.has_value();  // then the reason comes first
  if (blocked) children.push_back(build_messages(context));
  take(children, build_question(context));
  take(children, build_import(context));
  if (!blocked) children.push_back(build_messages(context));
  std::vector<Node> cards;
  for (const auto build :
       {build_over_time, build_orders, build_others, build_lists, build_halved, build_buyers, build_reasons,
        build_segments, build_loss, build_revenue, build_mrr, build_what_if, build_lifetime, build_cost, build_survival,
        build_cohorts, build_projection, build_definitions})
    take(cards, build(context));
  for (Node& card : cards) title_card(context, card);
  const bool answered = !context.report.metrics.empty() || (!blocked && !cards.empty());
  if (!cards.empty()) children.push_back(section("cards", {.role = SectionRole::Cards}, std::move(cards)));
  if (answered) children.push_back(build_take(context));
  return section("answer", {.role = SectionRole::Answer, .title = context.words.say("answer.title")},
                 std::move(children));
}

}  // namespace kirnu

#include <algorithm>

#include "report/issue_text.h"
#include "text/number_format.h"
#include "view/explain.h"
#include "view/parts.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

constexpr double kWideInterval = 0.15;  ///< from here on the first sentence needs a warning beside it

const BenchmarkResult* find_result(const Report& report, std::string_view id) {
  const auto found = std::find_if(report.benchmarks.begin(), report.benchmarks.end(),
                                  [&](const BenchmarkResult& result) { return result.figure->id == id; });
  return found == report.benchmarks.end() ? nullptr : &*found;
}

/// A figure's name without its source: "B2B-Abos (Recurly 2024)" is "B2B-Abos" in a sentence.
std::string name_alone(std::string name) {
  const std::size_t source = name.rfind(" (");
  return source == std::string::npos ? name : name.substr(0, source);
}

/// The figure in the reader's period; a rule also as it is known: "0.9 % (10 % a year)".
std::string figure_in_words(const ViewContext& context, const BenchmarkResult& result, bool rule) {
  const Language language = context.state.language;
  const Period& own = result.figure->period;
  std::string shown = share_in_words(*result.judgement.converted_churn, language);
  if (rule && own.unit != context.report.period->unit)
    shown += " (" + share_in_words(*result.judgement.published_churn, language) + " " + per_period(context, own) + ")";
  return shown;
}

/// "more than the rule of thumb of 10 %"; empty when the figure has no verdict.
std::string clause(const ViewContext& context, const BenchmarkResult* result, std::string_view kind) {
  if (result == nullptr || result->judgement.verdict == Verdict::None) return {};
  const std::string key = "clause." + std::string(kind) + "." + std::string(verdict_name(result->judgement.verdict));
  return context.words.say(key, {{"name", name_alone(figure_name(context, *result->figure))},
                                 {"figure", figure_in_words(context, *result, kind == "rule")}});
}

/// The answer in one sentence, with what stands beside it for comparison.
std::string lead_sentence(const ViewContext& context, const Metric& churn) {
  const std::vector<Issue>& issues = context.report.issues;
  if (std::any_of(issues.begin(), issues.end(),
                  [](const Issue& issue) { return issue.code == IssueCode::ListsShareNobody; }))
    return context.words.say("lead.share_nobody");  // "100 % lost" is hardly what happened
  const Language language = context.state.language;
  const WordValues rate{{"rate", share_in_words(*churn.value, language)}};
  const std::optional<Period>& period = context.report.period;
  std::string sentence = period ? say_for_period(context, "lead", *period, rate) : context.words.say("lead.none", rate);
  const std::string rule = clause(context, find_result(context.report, kRuleOfThumb), "rule");
  const std::string_view id = figure_to_compare(context);
  const std::string figure =
      id == kRuleOfThumb ? std::string() : clause(context, find_result(context.report, id), "figure");
  if (!rule.empty() && !figure.empty())
    return sentence + context.words.say("lead.joined_two", {{"first", rule}, {"second", figure}});
  if (!rule.empty() || !figure.empty())
    return sentence + context.words.say("lead.joined", {{"first", rule.empty() ? figure : rule}});
  return sentence + context.words.say("lead.end");
}

/// Why typed numbers have no answer, in one sentence.
std::string_view refusal(IssueCode code) {
  switch (code) {
    case IssueCode::StartNeeded:
    case IssueCode::MoreNeeded: return "lead.more_needed";
    case IssueCode::NumberUnreadable:
    case IssueCode::NumberTooLarge:
    case IssueCode::CountNegative:
    case IssueCode::CountFractional:
    case IssueCode::AmountNegative:
    case IssueCode::ShareOutOfRange:
    case IssueCode::PeriodUnreadable: return "lead.unusable";
    default: return "lead.refused";
  }
}

std::string lead_without_churn(const ViewContext& context) {
  const Report& report = context.report;
  if (std::string sentence = lead_of_facts(context); !sentence.empty()) return sentence;
  if (report.error && report.error->code == IssueCode::StartNeeded && report.issues.empty())
    return say_for_job(context, "lead.empty");
  const bool ends_alone = !report.series.empty() && report.series.back().known == CountsKnown::Ends;
  if (ends_alone || (report.error && report.error->code == IssueCode::NewNeeded))
    return context.words.say("lead.new_needed");
  const bool about_table = report.error && (report.error->field == "paste" || report.error->field == "file");
  if (report.error) return context.words.say(about_table ? "lead.table" : refusal(report.error->code));
  const ReportMetric* churn = find_metric(report, "customer_churn_rate");
  if (churn != nullptr) return context.words.say("lead.zero_base");
  const ReportMetric* revenue = find_metric(report, "gross_mrr_churn_rate");
  if (revenue != nullptr && revenue->metric.value) {
    WordValues values{{"rate", share_in_words(*revenue->metric.value, context.state.language)}};
    if (!report.period) return context.words.say("lead.revenue", values);
    values.emplace_back("per_period", per_period(context, *report.period));
    return context.words.say("lead.revenue_of_period", values);
  }
  return say_for_job(context, "lead.empty");
}

/// Why a yearly and a monthly figure can both be right: the published period beside the reader's.
void add_why(const ViewContext& context, const Metric& churn, std::vector<Node>& nodes) {
  const Language language = context.state.language;
  const BenchmarkResult* result = find_result(context.report, figure_to_compare(context));
  const ReportMetric* monthly = find_metric(context.report, "monthly_churn_rate");
  const bool other_period =
      result != nullptr && result->judgement.converted_churn && result->judgement.published_churn &&
      result->figure->period.unit != context.report.period->unit && result->figure->id != kRuleOfThumb;
  if (other_period && monthly != nullptr && monthly->metric.value) {
    const Period& own = *context.report.period;
    nodes.push_back(text("why", TextStyle::Note,
                         context.words.say(own.unit == PeriodUnit::Month ? "why.converted_month" : "why.converted",
                                           {{"publisher", figure_words(context, result->figure->publisher)},
                                            {"figure", share_in_words(*result->judgement.published_churn, language)},
                                            {"per_period", per_period(context, result->figure->period)},
                                            {"converted", share_in_words(*result->judgement.converted_churn, language)},
                                            {"rate", share_in_words(*churn.value, language)},
                                            {"per_own_period", per_period(context, own)},
                                            {"monthly", share_in_words(*monthly->metric.value, language)}})));
  }
  if (churn.interval && churn.interval->high - churn.interval->low > kWideInterval) {
    const std::string interval = shown_interval(churn.interval->low, churn.interval->high, 1, language);
    nodes.push_back(
        text("why_small", TextStyle::Note, context.words.say("why.small", {{"interval", interval}}), Tone::Unsure));
  }
}

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

/// Such an issue stands beside its field; what is about a whole table also stands here.
bool is_beside_field(const Issue& issue) {
  return !issue.field.empty() && issue.severity != Severity::Warning && issue.field != "paste" && issue.field != "file";
}

/// Why there is no answer, once more where the answer would stand.
void add_refusals(const ViewContext& context, std::vector<Node>& nodes) {
  int count = 0;
  for (const Issue& issue : context.report.issues) {
    const bool blocks = issue.severity == Severity::Error || issue.severity == Severity::Question;
    if (!blocks || !is_beside_field(issue)) continue;
    const std::string sentence = issue_text_with_place(issue, context.words, context.state.language);
    nodes.push_back(text("refusal." + std::to_string(++count), TextStyle::Body, sentence));
  }
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

std::vector<Node> build_lead(const ViewContext& context) {
  std::vector<Node> nodes;
  const ReportMetric* churn = find_metric(context.report, "customer_churn_rate");
  const bool answered = churn != nullptr && churn->metric.value;
  nodes.push_back(
      text("verdict", TextStyle::Lead, answered ? lead_sentence(context, churn->metric) : lead_without_churn(context)));
  if (context.state.example) nodes.push_back(text("example_note", TextStyle::Note, context.words.say("example.note")));
  if (!context.state.sample.empty())
    nodes.push_back(text("example_note", TextStyle::Note, context.words.say("sample.note")));
  if (answered) add_why(context, churn->metric, nodes);
  if (context.report.error) add_refusals(context, nodes);
  return nodes;
}

Node build_messages(const ViewContext& context) {
  std::vector<Node> messages;
  for (const Issue& issue : context.report.issues) {
    if (is_beside_field(issue)) continue;
    MessageNode node{.text = issue_text_with_place(issue, context.words, context.state.language)};
    switch (issue.severity) {
      case Severity::Note: node.level = MessageLevel::Note; break;
      case Severity::Warning: node.level = MessageLevel::Warning; break;
      case Severity::Question: node.level = MessageLevel::Question; break;
      case Severity::Error: node.level = MessageLevel::Error; break;
    }
    const std::string id = "issue." + std::string(issue_code_name(issue.code)) + "." + std::to_string(messages.size());
    messages.push_back({.id = id, .body = std::move(node), .children = {}});
  }
  SectionNode body{.role = SectionRole::Messages};
  if (!messages.empty()) body.title = context.words.say("messages.title");
  return section("messages", std::move(body), std::move(messages));
}

Node build_answer(const ViewContext& context) {
  std::vector<Node> children = build_lead(context);
  const auto take = [](std::vector<Node>& into, std::vector<Node> nodes) {
    for (Node& node : nodes) into.push_back(std::move(node));
  };
  const bool answered = !context.report.metrics.empty();
  const std::string days = leading_days(context);
  if (!days.empty() && context.report.kind != "counts")
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
  if (!cards.empty()) children.push_back(section("cards", {.role = SectionRole::Cards}, std::move(cards)));
  if (answered) children.push_back(build_take(context));
  return section("answer", {.role = SectionRole::Answer, .title = context.words.say("answer.title")},
                 std::move(children));
}

}  // namespace kirnu

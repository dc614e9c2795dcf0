#include <algorithm>
#include <set>
#include <string>

#include "report/issue_text.h"
#include "text/number_format.h"
#include "view/parts.h"
#include "view/phrases.h"
#include "view/shown_number.h"

/// The answer in one sentence, and what stands right below it: why two figures differ, why there is none, what went
/// wrong.
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

/// Such an issue stands beside its field; what is about a whole table also stands here.
bool is_beside_field(const Issue& issue) {
  return !issue.field.empty() && issue.severity != Severity::Warning && issue.field != "paste" && issue.field != "file";
}

/// Why there is no answer, once more where the answer would stand.
void add_refusals(const ViewContext& context, std::vector<Node>& nodes) {
  int count = 0;
  for (const Issue& issue : context.report.issues) {
    if (!is_blocking(issue) || !is_beside_field(issue)) continue;
    const std::string sentence = issue_text_with_place(issue, context.words, context.state.language);
    nodes.push_back(text("refusal." + std::to_string(++count), TextStyle::Body, sentence));
  }
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
  std::set<std::string> asked;
  bool told = false;
  for (const Issue& issue : context.report.issues) {
    if (is_beside_field(issue)) continue;
    const bool asks = is_asked_below(context, issue);
    if (asks && !asked.insert(issue.set).second) continue;  // one answer for all rows
    told = told || !asks;
    MessageNode node{.text = issue_text_with_place(issue, context.words, context.state.language)};
    switch (issue.severity) {
      case Severity::Note: node.level = MessageLevel::Note; break;
      case Severity::Warning: node.level = MessageLevel::Warning; break;
      case Severity::Question: node.level = MessageLevel::Question; break;
      case Severity::Error: node.level = MessageLevel::Error; break;
    }
    const std::string id = "issue." + std::string(issue_code_name(issue.code)) + "." + std::to_string(messages.size());
    messages.push_back({.id = id, .body = std::move(node), .children = {}});
    if (asks) messages.push_back(asked_choice(context, issue));
  }
  SectionNode body{.role = SectionRole::Messages};
  if (told) body.title = context.words.say("messages.title");
  return section("messages", std::move(body), std::move(messages));
}

}  // namespace kirnu

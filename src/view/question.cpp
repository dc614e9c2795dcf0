#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "report/issue_text.h"
#include "view/file_text.h"
#include "view/parts.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

/// What was chosen of a --set key, or what is usual.
std::string chosen(const ViewContext& context, const std::string& key, std::string_view usual) {
  const auto found = context.state.choices.find(key);
  return found == context.state.choices.end() ? std::string(usual) : found->second;
}

bool has_role(const ViewContext& context, std::initializer_list<Role> roles) {
  const std::vector<ImportColumn>& columns = context.report.import->columns;
  return std::any_of(columns.begin(), columns.end(), [&](const ImportColumn& column) {
    return std::find(roles.begin(), roles.end(), column.role) != roles.end();
  });
}

/// A select of a --set key, the usual value first; its words are "choice.<key>" and "choice.<key>.<value>", or those of
/// another name.
Node select(const ViewContext& context, const std::string& key, std::initializer_list<const char*> values,
            const std::string& name = {}) {
  const std::string words = "choice." + (name.empty() ? key : name);
  SelectNode node{.label = context.words.say(words), .value = chosen(context, key, *values.begin())};
  for (const char* value : values)
    node.options.push_back({.value = value, .label = context.words.say(words + "." + value)});
  return {.id = key, .body = std::move(node), .children = {}};
}

/// Days of grace, with the one that was chosen.
Node gap_select(const ViewContext& context) {
  SelectNode node{.label = context.words.say("choice.gap_days"), .value = chosen(context, "gap_days", "0")};
  std::vector<std::string> days{"0", "3", "7", "14", "30"};
  if (std::find(days.begin(), days.end(), node.value) == days.end()) days.push_back(node.value);
  for (const std::string& value : days)
    node.options.push_back({.value = value, .label = context.words.say("lifetime.periods.day", {{"number", value}})});
  return {.id = "gap_days", .body = std::move(node), .children = {}};
}

Node month_select(const ViewContext& context) {
  SelectNode node{.label = context.words.say("choice.fiscal_year_start"),
                  .value = chosen(context, "fiscal_year_start", "1")};
  for (int month = 1; month <= 12; ++month) {
    const std::string value = std::to_string(month);
    node.options.push_back({.value = value, .label = context.words.say("month.long." + value)});
  }
  return {.id = "fiscal_year_start", .body = std::move(node), .children = {}};
}

/// Whether customers can be split by a column.
bool can_split(const ImportColumn& column) {
  const Role role = column.role;
  const bool suggested =
      std::find(column.suggestions.begin(), column.suggestions.end(), Role::Segment) != column.suggestions.end();
  return role == Role::Segment || role == Role::Plan || role == Role::Currency || role == Role::Interval || suggested;
}

Node segment_select(const ViewContext& context) {
  SelectNode node{.label = context.words.say("choice.segment"), .value = chosen(context, "segment", "")};
  node.options.push_back({.value = "", .label = context.words.say("choice.segment.none")});
  for (const ImportColumn& column : context.report.import->columns) {
    if (can_split(column))
      node.options.push_back({.value = column.name, .label = say_column(context.words, shown_text(column.name))});
  }
  return {.id = "segment", .body = std::move(node), .children = {}};
}

/// Where clocks are read: the reader's zone, UTC, and the one that was chosen.
Node zone_select(const ViewContext& context) {
  const std::string& own = context.state.own_time_zone;
  SelectNode node{.label = context.words.say("choice.time_zone"),
                  .value = chosen(context, "time_zone", own.empty() ? "UTC" : own)};
  std::vector<std::string> zones{own, "UTC", node.value};
  for (std::size_t i = 0; i < zones.size(); ++i) {
    const bool before = std::find(zones.begin(), zones.begin() + static_cast<std::ptrdiff_t>(i), zones[i]) !=
                        zones.begin() + static_cast<std::ptrdiff_t>(i);
    if (before || zones[i].empty()) continue;
    node.options.push_back({.value = zones[i], .label = shown_text(zones[i])});
  }
  return {.id = "time_zone", .body = std::move(node), .children = {}};
}

Node period_of_files_select(const ViewContext& context, bool none) {
  SelectNode node{.label = context.words.say("period.label"), .value = context.state.period};
  for (const char* unit : {"week", "month", "quarter", "half_year", "year", "fiscal_year", "days"})
    node.options.push_back({.value = unit, .label = context.words.say("period." + std::string(unit))});
  if (none || node.value == "none")
    node.options.push_back({.value = "none", .label = context.words.say("period.none")});
  if (node.value == "day") node.options.insert(node.options.begin(), {"day", context.words.say("period.day")});
  return {.id = "period", .body = std::move(node), .children = {}};
}

/// The choices by which subscriptions are counted, each with a visible effect.
void add_counting(const ViewContext& context, std::vector<Node>& nodes) {
  const std::vector<ImportColumn>& columns = context.report.import->columns;
  if (std::any_of(columns.begin(), columns.end(), can_split)) nodes.push_back(segment_select(context));
  nodes.push_back(definition_select(context));
  if (has_role(context, {Role::Canceled}))
    nodes.push_back(select(context, "churn_date", {"period_end", "cancellation"}));
  nodes.push_back(gap_select(context));
  if (has_role(context, {Role::Status})) nodes.push_back(select(context, "past_due", {"count", "exclude"}));
  if (has_role(context, {Role::Status, Role::TrialEnd}))
    nodes.push_back(select(context, "trials", {"exclude", "count"}));
  nodes.push_back(select(context, "retention", {"exact", "on_or_after"}));
}

/// Which cell of a survival table says that somebody left.
Node event_select(const ViewContext& context) {
  const ImportSummary& import = *context.report.import;
  SelectNode node{.label = context.words.say("choice.event_value"), .value = import.event_value};
  for (const std::string& value : import.event_values)
    node.options.push_back({.value = value, .label = shown_text(value)});
  return {.id = "event_value", .body = std::move(node), .children = {}};
}

/// What is compared of an order file, and how it is measured.
void add_windows(const ViewContext& context, std::vector<Node>& nodes) {
  for (const char* day : {"before_from", "before_last", "after_from", "after_last"})
    nodes.push_back(field_node(context, day, true));
  const bool by_value = context.report.halved && context.report.halved->measure == PurchaseMeasure::Value;
  if (has_role(context, {Role::Amount}))
    nodes.push_back(by_value ? select(context, "measure", {"value", "orders"})
                             : select(context, "measure", {"orders", "value"}));
  nodes.push_back(select(context, "retention", {"exact", "on_or_after"}, "retention.buyers"));
}

/// Of everything that has a survival curve.
void add_curve(const ViewContext& context, std::vector<Node>& nodes) {
  const std::vector<ImportColumn>& columns = context.report.import->columns;
  const auto groups = std::count_if(columns.begin(), columns.end(),
                                    [](const ImportColumn& column) { return column.role == Role::Segment; });
  const bool survival = context.report.kind == "survival";
  if (survival && context.report.import->event_values.size() > 1) nodes.push_back(event_select(context));
  if (survival && groups > 1) nodes.push_back(segment_select(context));  // of one group there is nothing to choose
  nodes.push_back(select(context, "survival_interval", {"log_log", "log"}));
  nodes.push_back(field_node(context, "tau", true));
}

/// Whether an answer waits for this choice.
bool asks_for(const Report& report, std::string_view id) {
  return std::any_of(report.issues.begin(), report.issues.end(),
                     [id](const Issue& issue) { return issue.severity == Severity::Question && issue.set == id; });
}

/// What the fold holds, and what was chosen otherwise than usual.
std::string question_in_words(const ViewContext& context) {
  const std::string own = "question.title." + context.report.kind;
  std::string words = context.words.say(context.words.has(own) ? own : "question.title");
  const std::string segment = chosen(context, "segment", "");
  if (!segment.empty()) words += " · " + shown_text(segment);
  if (context.report.kind == "subscriptions" && context.state.definition != "start_base")
    words += " · " + context.words.say("definition." + context.state.definition);
  return words;
}

}  // namespace

bool asks_of_files(const ViewContext& context) {
  const std::string& kind = context.report.kind;
  const bool dated = kind == "subscriptions" || kind == "transactions" || kind == "lists";
  return dated && context.report.import && context.state.controls == "full";
}

/// What is asked of files, in one line under the answer that unfolds to everything that may be asked otherwise.
std::vector<Node> build_question(const ViewContext& context) {
  if (!context.report.import || context.state.controls != "full") return {};
  const std::string& kind = context.report.kind;
  SectionNode body{.role = SectionRole::Fold, .title = question_in_words(context)};
  std::vector<Node> nodes;
  if (asks_of_files(context)) nodes.push_back(period_of_files_select(context, kind != "subscriptions"));
  if (asks_of_files(context) && context.state.period == "days") nodes.push_back(field_node(context, "days", false));
  if (asks_of_files(context) && context.state.period == "fiscal_year") nodes.push_back(month_select(context));
  if (kind == "subscriptions" || kind == "transactions") {
    for (const std::string_view day : kQuestionDays) nodes.push_back(field_node(context, day, true));
    nodes.push_back(zone_select(context));
  }
  if (kind == "transactions") add_windows(context, nodes);
  if (kind == "subscriptions") add_counting(context, nodes);
  if (context.report.survival) add_curve(context, nodes);
  if (nodes.empty()) return {};
  body.open = context.state.open.count("question") > 0;
  for (const Node& node : nodes) {
    const FieldNode* field = std::get_if<FieldNode>(&node.body);
    body.open = body.open || (field != nullptr && !field->error.empty()) || asks_for(context.report, node.id);
  }
  return {section("question", std::move(body), std::move(nodes))};
}

}  // namespace kirnu

#include <algorithm>
#include <initializer_list>
#include <string_view>

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

/// A select of a --set key, the usual value first; its words are "choice.<key>" and "choice.<key>.<value>".
Node select(const ViewContext& context, const std::string& key, std::initializer_list<const char*> values) {
  SelectNode node{.label = context.words.say("choice." + key), .value = chosen(context, key, *values.begin())};
  for (const char* value : values)
    node.options.push_back({.value = value, .label = context.words.say("choice." + key + "." + value)});
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

/// The columns that customers can be split by.
Node segment_select(const ViewContext& context) {
  SelectNode node{.label = context.words.say("choice.segment"), .value = chosen(context, "segment", "")};
  node.options.push_back({.value = "", .label = context.words.say("choice.segment.none")});
  for (const ImportColumn& column : context.report.import->columns) {
    const Role role = column.role;
    if (role == Role::Segment || role == Role::Plan || role == Role::Currency || role == Role::Interval)
      node.options.push_back({.value = column.name, .label = shown_text(column.name)});
  }
  return {.id = "segment", .body = std::move(node), .children = {}};
}

}  // namespace

/// The choices by which subscriptions are counted, each with a visible effect.
std::vector<Node> build_counting(const ViewContext& context) {
  if (context.report.kind != "subscriptions" || !context.report.import || context.state.example) return {};
  std::vector<Node> selects;
  if (has_role(context, {Role::Canceled}))
    selects.push_back(select(context, "churn_date", {"period_end", "cancellation"}));
  selects.push_back(gap_select(context));
  if (has_role(context, {Role::Status})) selects.push_back(select(context, "past_due", {"count", "exclude"}));
  if (has_role(context, {Role::Status, Role::TrialEnd}))
    selects.push_back(select(context, "trials", {"exclude", "count"}));
  selects.push_back(select(context, "retention", {"exact", "on_or_after"}));
  if (context.state.period == "fiscal_year") selects.push_back(month_select(context));
  if (has_role(context, {Role::Segment, Role::Plan, Role::Currency, Role::Interval}))
    selects.push_back(segment_select(context));
  return {section("counting", {.role = SectionRole::Card, .title = context.words.say("counting.title")},
                  std::move(selects))};
}

}  // namespace kirnu

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "report/issue_text.h"
#include "view/file_text.h"
#include "view/parts.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostRoleSelects = 60;

using Roles = std::span<const Role>;

constexpr auto kCountRoles =
    std::to_array({Role::Time, Role::Segment, Role::Opening, Role::New, Role::Churned, Role::Closing, Role::Reactivated,
                   Role::ChurnRate, Role::RetentionRate, Role::MrrStart, Role::MrrNew, Role::MrrExpansion,
                   Role::MrrContraction, Role::MrrChurned, Role::MrrReactivation, Role::MrrEnd});
constexpr auto kListRoles = std::to_array({Role::CustomerId, Role::GivenName, Role::Event, Role::Reason, Role::Amount});
constexpr auto kSubscriptionRoles = std::to_array(
    {Role::CustomerId, Role::GivenName, Role::Start,  Role::End,      Role::Canceled, Role::TrialStart,
     Role::TrialEnd,   Role::UpdatedAt, Role::Amount, Role::Quantity, Role::Interval, Role::IntervalCount,
     Role::Currency,   Role::Status,    Role::Plan,   Role::Reason,   Role::Segment,  Role::SubscriptionId,
     Role::Sandbox,    Role::Trial,     Role::Free});
constexpr auto kTransactionRoles =
    std::to_array({Role::CustomerId, Role::GivenName, Role::Date, Role::LastSeen, Role::Amount, Role::Units,
                   Role::OrderId, Role::Currency, Role::Status, Role::Void, Role::Segment});
constexpr auto kSurvivalRoles = std::to_array({Role::CustomerId, Role::Time, Role::Entry, Role::Event, Role::Segment});
constexpr auto kRetentionRoles = std::to_array({Role::Time, Role::Opening, Role::Retained});
constexpr auto kReasonRoles = std::to_array({Role::Reason, Role::Quantity, Role::Amount, Role::Date, Role::CustomerId});

Roles roles_of(FactKind kind) {
  switch (kind) {
    case FactKind::Counts: return kCountRoles;
    case FactKind::Lists: return kListRoles;
    case FactKind::Subscriptions: return kSubscriptionRoles;
    case FactKind::Transactions: return kTransactionRoles;
    case FactKind::Survival: return kSurvivalRoles;
    case FactKind::Retention: return kRetentionRoles;
    case FactKind::Reasons: return kReasonRoles;
  }
  return {};
}

constexpr auto kKinds =
    std::to_array<FactKind>({FactKind::Counts, FactKind::Lists, FactKind::Subscriptions, FactKind::Transactions,
                             FactKind::Survival, FactKind::Retention, FactKind::Reasons});

/// A value of a --set key in words: "choice.<key>.<value>", a kind, a role, or as it stands.
std::string choice_label(const ViewContext& context, const std::string& key, const std::string& value) {
  for (const std::string& name : {"choice." + key + "." + value, key + "." + value}) {
    if (context.words.has(name)) return context.words.say(name);
  }
  return find_role(value) ? say_role(context.words, value) : shown_text(value);
}

Node select(const ViewContext& context, const std::string& key, const std::string& label, const std::string& value,
            const std::vector<std::string>& choices) {
  SelectNode node{.label = label, .help = {}, .value = value};
  if (value.empty()) node.options.push_back({.value = "", .label = context.words.say("choice.open")});
  for (const std::string& choice : choices)
    node.options.push_back({.value = choice, .label = choice_label(context, key, choice)});
  return {.id = key, .body = std::move(node), .children = {}};
}

/// The first part of any column's style that is one of the choices, as --set says it.
std::string style_choice(const ImportSummary& import,
                         std::span<const std::pair<std::string_view, std::string_view>> of) {
  for (const ImportColumn& column : import.columns) {
    for (const auto& [style, value] : of) {
      if (std::string_view(column.style).substr(0, style.size()) == style) return std::string(value);
    }
  }
  return {};
}

/// What was assumed: the issue says it, or it is the first of the choices.
std::string taken(const Issue& issue) {
  for (const IssueValue& value : issue.values) {
    const std::string* text = std::get_if<std::string>(&value.value);
    if (text != nullptr && std::find(issue.choices.begin(), issue.choices.end(), *text) != issue.choices.end())
      return *text;
  }
  return issue.choices.front();
}

bool is_column(std::string_view key) { return key.starts_with("column."); }

/// Choices that stay visible once somebody made them, so that they can be taken back.
struct KeptChoice {
  std::string_view key;
  std::vector<std::string> values;
};

std::vector<KeptChoice> kept_choices() {
  return {{"header_rows", {"1", "2"}},
          {"quote", {"\"", "'", "none"}},
          {"duplicates", {"sum", "latest", "reject"}},
          {"ids_trim", {"yes", "no"}},
          {"ids_email_case", {"yes", "no"}},
          {"ids_unicode", {"yes", "no"}},
          {"encoding", {"utf-8", "windows-1252", "iso-8859-15", "macintosh", "utf-16le", "utf-16be"}}};
}

}  // namespace

bool is_asked_below(const ViewContext& context, const Issue& issue) {
  return issue.severity == Severity::Question && context.report.import && context.words.has("choice." + issue.set) &&
         !is_column(issue.set) && !issue.choices.empty();
}

Node asked_choice(const ViewContext& context, const Issue& issue) {
  constexpr std::size_t kMostInRow = 3;
  const bool row = issue.choices.size() <= kMostInRow;
  Node node = select(context, issue.set, context.words.say("choice." + issue.set), "", issue.choices);
  SelectNode& body = *std::get_if<SelectNode>(&node.body);
  body.segmented = row;
  if (row) body.options.erase(body.options.begin());  // nothing is chosen yet: no segment says so
  for (Option& option : body.options) {
    const std::string own = "ask." + issue.set + "." + option.value;
    if (context.words.has(own)) option.label = context.words.say(own);
  }
  return node;
}

/// What was guessed and can be overruled.
std::vector<Node> build_import_choices(const ViewContext& context) {
  const Report& report = context.report;
  const ImportSummary& import = *report.import;
  std::vector<Node> nodes;
  std::set<std::string> asked;
  const auto add = [&](const std::string& key, const std::string& value, const std::vector<std::string>& choices) {
    if (choices.empty() || !asked.insert(key).second) return;
    nodes.push_back(select(context, key, context.words.say("choice." + key), value, choices));
  };
  for (const Issue& issue : report.issues) {
    if (is_asked_below(context, issue)) asked.insert(issue.set);  // stands where it is asked
  }
  if (context.state.example) return nodes;
  for (const Issue& issue : report.issues) {
    const bool assumed = issue.severity == Severity::Note || issue.severity == Severity::Warning;
    const bool elsewhere = issue.set == "event_value";  // a survival table's question has it
    if (assumed && issue.choices.size() > 1 && context.words.has("choice." + issue.set) && !is_column(issue.set) &&
        !elsewhere)
      add(issue.set, taken(issue), issue.choices);
  }
  for (const KeptChoice& kept : kept_choices()) {
    const auto made = context.state.choices.find(std::string(kept.key));
    if (made != context.state.choices.end()) add(made->first, made->second, kept.values);
  }
  std::vector<std::string> kinds;
  for (const FactKind kind : kKinds) kinds.emplace_back(fact_kind_name(kind));
  add("kind", report.kind, kinds);
  constexpr auto kDecimals =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"decimal comma", ","}, {"decimal point", "."}});
  constexpr auto kOrders = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"calendar dmy", "dmy"}, {"calendar mdy", "mdy"}, {"calendar ymd", "ymd"}});
  if (const std::string decimal = style_choice(import, kDecimals); !decimal.empty())
    add("decimal", decimal, {",", "."});
  if (const std::string order = style_choice(import, kOrders); !order.empty())
    add("date_order", order, {"dmy", "mdy", "ymd"});
  return nodes;
}

/// What each column is: suggestions first, then the roles of the kind, then every other.
std::vector<Node> build_import_roles(const ViewContext& context) {
  const Report& report = context.report;
  const std::optional<FactKind> kind = find_fact_kind(report.kind);
  const bool kind_asked = std::any_of(report.issues.begin(), report.issues.end(), [](const Issue& issue) {
    return issue.set == "kind" && issue.severity == Severity::Question;
  });
  if (!kind || kind_asked || context.state.example) return {};
  std::vector<Node> selects;
  for (const ImportColumn& column : report.import->columns) {
    if (selects.size() >= kMostRoleSelects) break;
    std::vector<std::string> choices;
    const auto offer = [&](Role role) {
      const std::string name(role_name(role));
      if (std::find(choices.begin(), choices.end(), name) == choices.end()) choices.push_back(name);
    };
    for (const Role role : column.suggestions) offer(role);
    for (const Role role : roles_of(*kind)) offer(role);
    offer(column.role);
    offer(Role::Ignore);
    Node node = select(context, "column." + column.name, say_column(context.words, shown_text(column.name)),
                       std::string(role_name(column.role)), choices);
    selects.push_back(std::move(node));
  }
  SectionNode body{.role = SectionRole::Fold, .title = context.words.say("import.roles")};
  const bool asked = std::any_of(report.issues.begin(), report.issues.end(), [](const Issue& issue) {
    return issue.severity == Severity::Question && is_column(issue.set);
  });
  body.open = asked || context.state.open.count("import_roles") > 0;
  return {section("import_roles", std::move(body), std::move(selects))};
}

}  // namespace kirnu

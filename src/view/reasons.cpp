#include <algorithm>

#include "metrics/intervals.h"
#include "text/number_format.h"
#include "view/axis.h"
#include "view/file_text.h"
#include "view/parts.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostReasons = 100;
constexpr std::size_t kMostBars = 10;

/// The most frequent reasons as bars, each with how many gave it and their share.
ChartNode reasons_chart(const ViewContext& context) {
  const Language language = context.state.language;
  const std::vector<ReportReason>& reasons = context.report.reasons;
  const ReportReason& first = reasons.front();
  const auto answered = static_cast<double>(context.report.answered);
  const auto count = [&](double value) { return format_count(value, language); };
  const auto interval = [&](const ReportReason& reason) {
    return reason.interval ? shown_interval(reason.interval->low, reason.interval->high, 1, language) : std::string();
  };
  const bool counted = answered > 0;
  const auto size = [counted](const ReportReason& reason) {
    return counted ? static_cast<double>(reason.customers) : reason.share;
  };
  ChartNode node{.title = context.words.say("reasons.table")};
  const bool led = context.report.kind == "reasons";  // the page's first sentence names the reason and its share
  if (led && counted)
    node.summary = context.words.say_count("reasons.summary.led", answered,
                                           {{"customers", count(static_cast<double>(first.customers))},
                                            {"answered", count(answered)},
                                            {"interval", interval(first)}});
  else if (led) node.summary = context.words.say("reasons.summary.share.led");
  else if (!counted)
    node.summary = context.words.say("reasons.summary.share", {{"reason", shown_text(first.reason)},
                                                               {"share", shown_percent(first.share, 1, language)}});
  else
    node.summary = context.words.say_count("reasons.summary", static_cast<double>(first.customers),
                                           {{"reason", shown_text(first.reason)},
                                            {"customers", count(static_cast<double>(first.customers))},
                                            {"answered", count(answered)},
                                            {"share", shown_percent(first.share, 1, language)},
                                            {"interval", interval(first)}});
  Chart& chart = node.chart;
  chart.x = {.low = 0, .high = size(first), .ticks = {}};
  for (std::size_t i = 0; i < reasons.size() && i < kMostBars; ++i) {
    const ReportReason& reason = reasons[i];
    const Point end{size(reason), static_cast<double>(i)};
    chart.shapes.push_back(
        {.kind = ShapeKind::Bar, .ink = Ink::Data, .points = {{0, end.y - kHalfBar}, {end.x, end.y + kHalfBar}}});
    const std::string text = (counted ? count(end.x) + " · " : "") + shown_percent(reason.share, 1, language);
    chart.labels.push_back({.place = LabelPlace::RightOf, .ink = Ink::Ink, .at = end, .text = text});
    chart.rows.push_back(shown_text(reason.reason));
    chart.strong_rows.push_back(false);
    chart.stops.push_back(
        {.at = end, .text = chart.rows.back() + ": " + text + (counted ? " (" + interval(reason) + ")" : "")});
  }
  return node;
}

/// Customers, share and interval; the share alone where nobody says how many answered.
void add_share_columns(const ViewContext& context, TableNode& table) {
  for (const char* key : {"column.customers", "column.share", "column.interval"}) {
    if (context.report.answered > 0 || std::string_view(key) == "column.share")
      table.columns.push_back({.label = context.words.say(key), .numeric = true});
  }
}

template <class Row>
void add_share_cells(const Row& of, Language language, std::vector<Cell>& row) {
  if (of.interval) row.push_back(cell(format_count(static_cast<double>(of.customers), language)));
  row.push_back(cell(shown_percent(of.share, 1, language)));
  if (of.interval) row.push_back(cell(shown_interval(of.interval->low, of.interval->high, 1, language)));
}

template <class Row>
MoneyDecimals lost_decimals(const std::vector<Row>& rows) {
  MoneyDecimals decimals;
  for (const Row& row : rows) decimals.add(row.value_lost);
  return decimals;
}

TableNode reasons_table(const ViewContext& context) {
  const Language language = context.state.language;
  const std::vector<ReportReason>& reasons = context.report.reasons;
  const bool values = std::any_of(reasons.begin(), reasons.end(),
                                  [](const ReportReason& reason) { return reason.value_lost.has_value(); });
  const MoneyDecimals decimals = lost_decimals(reasons);
  TableNode table{.caption = context.words.say("reasons.table")};
  table.columns = {{.label = context.words.say("column.reason")}};
  add_share_columns(context, table);
  if (values) table.columns.push_back({.label = with_only_currency(context, "column.value"), .numeric = true});
  for (std::size_t i = 0; i < reasons.size() && i < kMostReasons; ++i) {
    const ReportReason& reason = reasons[i];
    std::vector<Cell> row{cell(shown_text(reason.reason))};
    add_share_cells(reason, language, row);
    if (values) row.push_back(cell(shown_number(reason.value_lost, decimals.count(), language)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// What the answers are about, with the answers that were taken together.
TableNode groups_table(const ViewContext& context) {
  const Language language = context.state.language;
  const std::vector<ReportReasonGroup>& groups = context.report.reason_groups;
  const bool values = std::any_of(groups.begin(), groups.end(),
                                  [](const ReportReasonGroup& group) { return group.value_lost.has_value(); });
  const MoneyDecimals decimals = lost_decimals(groups);
  TableNode table{.caption = context.words.say("reasons.groups")};
  table.columns = {{.label = context.words.say("column.group")}, {.label = context.words.say("column.answers")}};
  add_share_columns(context, table);
  if (values) table.columns.push_back({.label = with_only_currency(context, "column.value"), .numeric = true});
  for (const ReportReasonGroup& group : groups) {
    constexpr std::size_t kMostNamed = 5;
    std::string names;
    for (std::size_t i = 0; i < group.reasons.size() && i < kMostNamed; ++i)
      names += (names.empty() ? "" : " · ") + shown_text(group.reasons[i]);
    if (group.reasons.size() > kMostNamed) names += " · …";
    std::vector<Cell> row{cell(context.words.say("reason." + std::string(group.group))), cell(names, Tone::Muted)};
    add_share_cells(group, language, row);
    if (values) row.push_back(cell(shown_number(group.value_lost, decimals.count(), language)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// What the bars say already, with its intervals.
Node reasons_fold(const ViewContext& context) {
  SectionNode body{.role = SectionRole::Fold, .title = context.words.say("reasons.fold")};
  body.open = context.state.open.count("reasons_fold") > 0;
  Node table{.id = "table_reasons", .body = reasons_table(context), .children = {}};
  return section("reasons_fold", std::move(body), {std::move(table)});
}

/// Who decided to leave, and whose payment failed.
std::string will_text(const ViewContext& context) {
  const auto all = static_cast<double>(context.report.answered);
  double involuntary = 0;
  for (const ReportReasonGroup& group : context.report.reason_groups) {
    if (group.involuntary) involuntary += static_cast<double>(group.customers);
  }
  involuntary = std::min(involuntary, all);  // an answer may name payments of two groups
  const Language language = context.state.language;
  const Interval interval = wilson_interval(involuntary, all).value_or(Interval{});
  return context.words.say("reasons.will", {{"voluntary", format_count(all - involuntary, language)},
                                            {"involuntary", format_count(involuntary, language)},
                                            {"share", shown_percent(involuntary / all, 1, language)},
                                            {"interval", shown_interval(interval.low, interval.high, 1, language)}});
}

}  // namespace

std::vector<Node> build_reasons(const ViewContext& context) {
  if (context.report.reasons.empty()) return {};
  ChartNode chart = reasons_chart(context);
  chart.titled = true;
  const std::string summary = chart.summary;
  std::vector<Node> children{{.id = "chart_reasons", .body = std::move(chart), .children = {}}};
  const std::vector<ReportReasonGroup>& groups = context.report.reason_groups;
  if (std::any_of(groups.begin(), groups.end(), [](const auto& group) { return group.reasons.size() > 1; }))
    children.push_back({.id = "table_reason_groups", .body = groups_table(context), .children = {}});
  if (context.report.answered > 0) children.push_back(text("reasons_will", TextStyle::Note, will_text(context)));
  const std::int64_t none = context.report.without_reason;
  if (none > 0 && context.report.kind == "reasons") {
    const std::string count = format_count(static_cast<double>(none), context.state.language);
    children.push_back(
        text("without_reason", TextStyle::Note, context.words.say("reasons.without", {{"count", count}}), Tone::Muted));
  }
  children.push_back(reasons_fold(context));
  return {section("reasons",
                  {.role = SectionRole::WideCard, .title = context.words.say("reasons.title"), .text = summary},
                  std::move(children))};
}

}  // namespace kirnu

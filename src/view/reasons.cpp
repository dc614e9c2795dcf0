#include <algorithm>

#include "text/number_format.h"
#include "view/file_text.h"
#include "view/parts.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostReasons = 100;

TableNode reasons_table(const ViewContext& context) {
  const Language language = context.state.language;
  const std::vector<ReportReason>& reasons = context.report.reasons;
  const bool values = std::any_of(reasons.begin(), reasons.end(),
                                  [](const ReportReason& reason) { return reason.value_lost.has_value(); });
  TableNode table{.caption = context.words.say("reasons.table")};
  table.columns = {{.label = context.words.say("column.reason")}};
  for (const char* key : {"column.customers", "column.share", "column.interval"})
    table.columns.push_back({.label = context.words.say(key), .numeric = true});
  if (values) table.columns.push_back({.label = context.words.say("column.value"), .numeric = true});
  for (std::size_t i = 0; i < reasons.size() && i < kMostReasons; ++i) {
    const ReportReason& reason = reasons[i];
    std::vector<Cell> row{cell(shown_text(reason.reason)),
                          cell(format_count(static_cast<double>(reason.customers), language)),
                          cell(format_percent(reason.share, 1, language)),
                          cell(format_interval(reason.interval.low, reason.interval.high, 1, language))};
    if (values) row.push_back(cell(format_number(reason.value_lost, 2, language)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::vector<Node> build_reasons(const ViewContext& context) {
  if (context.report.reasons.empty()) return {};
  std::vector<Node> children{{.id = "table_reasons", .body = reasons_table(context), .children = {}}};
  const std::int64_t none = context.report.without_reason;
  if (none > 0 && context.report.kind == "reasons") {
    const std::string count = format_count(static_cast<double>(none), context.state.language);
    children.push_back(
        text("without_reason", TextStyle::Note, context.words.say("reasons.without", {{"count", count}}), Tone::Muted));
  }
  return {section("reasons", {.role = SectionRole::Card, .title = context.words.say("reasons.title")},
                  std::move(children))};
}

}  // namespace kirnu

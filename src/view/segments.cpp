#include "text/number_format.h"
#include "view/file_text.h"
#include "view/parts.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

const Metric* metric_of(const ReportSegment& segment, std::string_view id) {
  for (const ReportMetric& entry : segment.metrics) {
    if (entry.metric.id == id) return &entry.metric;
  }
  return nullptr;
}

std::vector<Cell> segment_row(const ViewContext& context, const ReportSegment& segment) {
  const Language language = context.state.language;
  std::vector<Cell> row{cell(segment.value.empty() ? "–" : shown_text(segment.value))};
  const Metric* churn = metric_of(segment, "customer_churn_rate");
  if (churn == nullptr) {
    for (int i = 0; i < 4; ++i) row.push_back(cell("–"));
    return row;
  }
  row.push_back(cell(format_count(churn->denominator, language)));
  row.push_back(cell(format_count(churn->numerator, language)));
  row.push_back(cell(format_percent(churn->value, 2, language)));
  row.push_back(
      cell(churn->interval ? format_interval(churn->interval->low, churn->interval->high, 1, language) : "–"));
  return row;
}

}  // namespace

std::vector<Node> build_segments(const ViewContext& context) {
  if (context.report.segments.empty()) return {};
  TableNode table{.caption = context.words.say("segments.table")};
  table.columns = {{.label = shown_text(context.report.segments.front().name)}};
  for (const char* key : {"column.opening", "column.churned", "column.rate", "column.interval"})
    table.columns.push_back({.label = context.words.say(key), .numeric = true});
  for (const ReportSegment& segment : context.report.segments) table.rows.push_back(segment_row(context, segment));
  return {section("segments", {.role = SectionRole::Card, .title = context.words.say("segments.title")},
                  {{.id = "table_segments", .body = std::move(table), .children = {}}})};
}

}  // namespace kirnu

#include <algorithm>

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

/// Every metric of every part.
Node metrics_by_part(const ViewContext& context) {
  std::vector<MetricColumn> columns;
  for (const ReportSegment& segment : context.report.segments)
    columns.push_back({.label = segment.value.empty() ? "–" : shown_text(segment.value), .metrics = segment.metrics});
  Node table{.id = "table_segment_metrics",
             .body = metric_table(context, context.words.say("segments.metrics"), columns),
             .children = {}};
  SectionNode body{.role = SectionRole::Fold, .title = context.words.say("segments.metrics")};
  body.open = context.state.open.count("segment_metrics") > 0;
  return section("segment_metrics", std::move(body), {std::move(table)});
}

/// Who of each part are still there at each age.
Node cohorts_by_part(const ViewContext& context) {
  constexpr std::size_t kMostAges = 12;
  const Language language = context.state.language;
  std::size_t ages = 0;
  for (const ReportSegment& segment : context.report.segments) {
    if (segment.cohorts) ages = std::max(ages, segment.cohorts->pooled.size());
  }
  ages = std::min(ages, kMostAges + 1);
  TableNode table{.caption = context.words.say("segments.cohorts")};
  table.columns.push_back({.label = shown_text(context.report.segments.front().name)});
  for (std::size_t age = 1; age < ages; ++age) table.columns.push_back({.label = std::to_string(age), .numeric = true});
  for (const ReportSegment& segment : context.report.segments) {
    std::vector<Cell> row{cell(segment.value.empty() ? "–" : shown_text(segment.value))};
    for (std::size_t age = 1; age < ages; ++age) {
      const bool observed = segment.cohorts && age < segment.cohorts->pooled.size();
      row.push_back(cell(""));
      row.back().observed = observed;
      if (!observed) continue;
      const PooledAge& pooled = segment.cohorts->pooled[age];
      row.back().shade = ratio(static_cast<double>(pooled.retained), static_cast<double>(pooled.size));
      row.back().text = row.back().shade ? format_percent(*row.back().shade, 0, language) : "–";
    }
    table.rows.push_back(std::move(row));
  }
  return {.id = "table_segment_cohorts", .body = std::move(table), .children = {}};
}

/// The total as it would be with the earlier mix of parts.
Node mix_note(const ViewContext& context, const MixAdjusted& mix) {
  const auto share = [&](double value) { return format_percent(value, 2, context.state.language); };
  return text("segments_adjusted", TextStyle::Note,
              context.words.say(
                  "segments.adjusted",
                  {{"before", share(mix.before)}, {"after", share(mix.after)}, {"adjusted", share(mix.adjusted)}}));
}

}  // namespace

std::vector<Node> build_segments(const ViewContext& context) {
  if (context.report.segments.empty()) return {};
  TableNode table{.caption = context.words.say("segments.table")};
  table.columns = {{.label = shown_text(context.report.segments.front().name)}};
  for (const char* key : {"column.opening", "column.churned", "column.rate", "column.interval"})
    table.columns.push_back({.label = context.words.say(key), .numeric = true});
  for (const ReportSegment& segment : context.report.segments) table.rows.push_back(segment_row(context, segment));
  std::vector<Node> children{{.id = "table_segments", .body = std::move(table), .children = {}}};
  if (context.report.mix_adjusted) children.push_back(mix_note(context, *context.report.mix_adjusted));
  const ReportSegment& first = context.report.segments.front();
  if (first.cohorts && first.cohorts->pooled.size() > 1) children.push_back(cohorts_by_part(context));
  if (!first.metrics.empty()) children.push_back(metrics_by_part(context));
  return {section("segments", {.role = SectionRole::WideCard, .title = context.words.say("segments.title")},
                  std::move(children))};
}

}  // namespace kirnu

#include <algorithm>

#include "text/number_format.h"
#include "view/file_text.h"
#include "view/parts.h"
#include "view/phrases.h"
#include "view/shown_number.h"

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
  row.push_back(cell(shown_percent(churn->value, 2, language)));
  row.push_back(cell(churn->interval ? shown_interval(churn->interval->low, churn->interval->high, 1, language) : "–"));
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

constexpr std::size_t kMostAges = 12;
constexpr std::size_t kMostColumns = 8;  ///< of parts side by side

/// A table with a column an age, and a row a part.
TableNode ages_table(const ViewContext& context, const char* caption, std::size_t ages) {
  TableNode table{.caption = context.words.say(caption)};
  table.step = context.words.say("heat.share");
  table.left_out = context.words.say("cohorts.left_out");
  table.columns.push_back({.label = shown_text(context.report.segments.front().name)});
  for (std::size_t age = 1; age < ages; ++age) table.columns.push_back({.label = std::to_string(age), .numeric = true});
  return table;
}

Cell share_cell(bool observed, double part, double whole, Language language) {
  Cell shown = cell("");
  shown.observed = observed;
  if (!observed) return shown;
  const std::optional<double> share = ratio(part, whole);
  if (share) shown.shade = std::clamp(*share, 0.0, 1.0);
  shown.text = share ? shown_percent(*share, 0, language) : "–";
  return shown;
}

std::string part_name(const ReportSegment& segment) { return segment.value.empty() ? "–" : shown_text(segment.value); }

/// Who of each part are still there at each age.
Node cohorts_by_part(const ViewContext& context) {
  std::size_t ages = 0;
  for (const ReportSegment& segment : context.report.segments) {
    if (segment.cohorts) ages = std::max(ages, segment.cohorts->pooled.size());
  }
  ages = std::min(ages, kMostAges + 1);
  TableNode table = ages_table(context, "segments.cohorts", ages);
  for (const ReportSegment& segment : context.report.segments) {
    std::vector<Cell> row{cell(part_name(segment))};
    for (std::size_t age = 1; age < ages; ++age) {
      const bool observed = segment.cohorts && age < segment.cohorts->pooled.size();
      const PooledAge pooled = observed ? segment.cohorts->pooled[age] : PooledAge{};
      row.push_back(share_cell(observed, static_cast<double>(pooled.retained), static_cast<double>(pooled.size),
                               context.state.language));
    }
    table.rows.push_back(std::move(row));
  }
  return {.id = "table_segment_cohorts", .body = std::move(table), .children = {}};
}

/// What the cohorts of each part bring, relative to what they began with; a row a currency.
std::vector<Node> revenue_by_part(const ViewContext& context) {
  std::vector<std::vector<PooledRevenue>> pooled;
  std::vector<std::string> names;
  std::size_t ages = 0;
  for (const ReportSegment& segment : context.report.segments) {
    for (const ReportCurrency& one : segment.currencies) {
      if (one.cohorts.empty()) continue;
      const bool plain = one.currency == kNoCurrency || context.report.currencies.size() < 2;
      names.push_back(part_name(segment) + (plain ? "" : ", " + shown_text(one.currency)));
      pooled.push_back(pool_revenue(one.cohorts));
      ages = std::max(ages, pooled.back().size());
    }
  }
  if (ages < 2) return {};
  ages = std::min(ages, kMostAges + 1);
  TableNode table = ages_table(context, "segments.revenue", ages);
  for (std::size_t i = 0; i < pooled.size(); ++i) {
    std::vector<Cell> row{cell(names[i])};
    for (std::size_t age = 1; age < ages; ++age) {
      const bool observed = age < pooled[i].size();
      const PooledRevenue sums = observed ? pooled[i][age] : PooledRevenue{};
      row.push_back(share_cell(observed, major_units(sums.retained), major_units(sums.size), context.state.language));
    }
    table.rows.push_back(std::move(row));
  }
  return {{.id = "table_segment_revenue", .body = std::move(table), .children = {}}};
}

/// The total as it would be with the earlier mix of parts.
Node mix_note(const ViewContext& context, const MixAdjusted& mix) {
  const auto share = [&](double value) { return shown_percent(value, 2, context.state.language); };
  return text("segments_adjusted", TextStyle::Note,
              context.words.say("segments.adjusted", {{"before", share(mix.before)},
                                                      {"after", share(mix.after)},
                                                      {"adjusted", share(mix.adjusted)},
                                                      {"interval", shown_interval(mix.interval.low, mix.interval.high,
                                                                                  1, context.state.language)}}));
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
  for (Node& revenue : revenue_by_part(context)) children.push_back(std::move(revenue));
  const bool fits = context.report.segments.size() <= kMostColumns;
  if (!first.metrics.empty() && fits) children.push_back(metrics_by_part(context));
  return {section("segments", {.role = SectionRole::WideCard, .title = context.words.say("segments.title")},
                  std::move(children))};
}

}  // namespace kirnu

#include "view/over_time.h"

#include "text/number_format.h"
#include "view/parts.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {

bool are_of_groups(const Report& report) {
  return report.kind == "counts" && report.series.empty() && !report.segments.empty();
}

std::span<const SeriesPeriod> shown_periods(const ViewContext& context) {
  const std::span<const SeriesPeriod> series = context.report.series;
  return series.size() > kMostPeriodsShown ? series.last(kMostPeriodsShown) : series;
}

std::string number_in_history(const ViewContext& context, std::size_t index) {
  return std::to_string(context.report.series.size() - shown_periods(context).size() + index + 1);
}

bool is_outside(const SeriesPeriod& entry) { return entry.limits && entry.limits->outside; }

std::string customers_or_share(const ViewContext& context, double value) {
  const std::optional<double>& whole = context.report.series_whole;
  return whole ? shown_percent(value / *whole, 1, context.state.language) : format_count(value, context.state.language);
}

std::vector<Node> build_over_time(const ViewContext& context) {
  const Report& report = context.report;
  const std::string title = context.words.say("time.title");
  std::vector<Node> children;
  if (!report.series.empty() && (report.series.front().orders || report.series.back().known == CountsKnown::Nothing))
    return {};
  if (report.series.size() < 2) {
    if (report.metrics.empty() || report.kind != "counts" || are_of_groups(report)) return {};
    children.push_back(text("time_empty", TextStyle::Note, context.words.say("time.empty"), Tone::Muted));
    return {section("time", {.role = SectionRole::WideCard, .title = title}, std::move(children))};
  }
  if (has_churn(report.series.back())) {
    ChartNode chart{.title = title,
                    .summary = over_time_summary(context),
                    .chart = over_time_chart(context),
                    .table = over_time_table(context)};
    children.push_back({.id = "chart_over_time", .body = std::move(chart), .children = {}});
  } else {
    children.push_back({.id = "table_over_time", .body = over_time_table(context), .children = {}});
  }
  if (!report.series.back().complete)
    children.push_back(text("time_incomplete", TextStyle::Note, context.words.say("time.incomplete"), Tone::Muted));
  for (Node& note : build_history_notes(context)) children.push_back(std::move(note));
  if (report.series.size() > kMostPeriodsShown) {
    const auto count = [&](std::size_t n) { return format_count(static_cast<double>(n), context.state.language); };
    children.push_back(text(
        "time_capped", TextStyle::Note,
        context.words.say("time.capped", {{"shown", count(kMostPeriodsShown)}, {"all", count(report.series.size())}}),
        Tone::Muted));
  }
  if (!report.span.empty()) {
    std::vector<Node> span;
    for (const ReportMetric& entry : report.span) span.push_back(metric_node(context, entry.metric.id));
    children.push_back(section("span", {.role = SectionRole::Figures}, std::move(span)));
  }
  const std::string own_title = has_churn(report.series.back()) ? std::string() : title;
  return {section("time", {.role = SectionRole::WideCard, .title = own_title}, std::move(children))};
}

}  // namespace kirnu

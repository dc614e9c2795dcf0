#include <algorithm>
#include <functional>

#include "view/over_time.h"
#include "view/period_name.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

struct HistoryColumn {
  const char* key;
  std::function<Cell(const SeriesPeriod&)> cell_of;
  bool numeric = true;
};

/// All new customers and all departures where events are known, else what the table of counts says.
std::optional<double> added(const SeriesPeriod& entry) {
  return entry.flow ? std::optional(static_cast<double>(entry.flow->new_)) : entry.totals.new_kept;
}
std::optional<double> gone(const SeriesPeriod& entry) {
  return entry.flow ? static_cast<double>(entry.flow->churned) : entry.totals.lost;
}
std::optional<double> came_back(const SeriesPeriod& entry) {
  return entry.flow ? std::optional(static_cast<double>(entry.flow->reactivated)) : std::nullopt;
}
std::optional<double> opened_with(const SeriesPeriod& entry) {
  return entry.known == CountsKnown::End ? std::nullopt : std::optional(entry.totals.start);
}

bool has_any(const ViewContext& context, bool (*has)(const SeriesPeriod&)) {
  const std::span<const SeriesPeriod> series = shown_periods(context);
  return std::any_of(series.begin(), series.end(), has);
}

/// How the customers came from one end of a period to the other.
void add_counts(const ViewContext& context, bool rated, std::vector<HistoryColumn>& columns) {
  const auto count = [&](const char* key, std::optional<double> (*value_of)(const SeriesPeriod&)) {
    columns.push_back({key, [&context, value_of](const SeriesPeriod& entry) {
                         const std::optional<double> value = value_of(entry);
                         return cell(value ? customers_or_share(context, *value) : "–");
                       }});
  };
  count("column.opening", opened_with);
  if (rated) count("column.new", added);
  if (has_any(context, [](const SeriesPeriod& entry) { return entry.flow && entry.flow->reactivated > 0; }))
    count("column.reactivated", came_back);
  if (rated) count("column.churned", gone);
  count("column.closing", [](const SeriesPeriod& entry) { return entry.totals.end; });
}

void add_rates(const ViewContext& context, std::vector<HistoryColumn>& columns) {
  const Language language = context.state.language;
  const auto share = [language](const std::optional<double>& value) {
    return cell(value ? shown_percent(*value, 2, language) : "–");
  };
  columns.push_back({"column.rate", [=](const SeriesPeriod& entry) { return share(entry.churn.value); }});
  if (has_any(context, [](const SeriesPeriod& entry) { return entry.normal_month_churn.has_value(); }))
    columns.push_back(
        {"column.normal_month", [=](const SeriesPeriod& entry) { return share(entry.normal_month_churn); }});
}

/// What is usual, and whether the period is.
void add_limits(const ViewContext& context, std::vector<HistoryColumn>& columns) {
  columns.push_back(
      {"column.limits", [&context](const SeriesPeriod& entry) {
         return cell(entry.limits ? shown_interval(entry.limits->low, entry.limits->high, 1, context.state.language)
                                  : "–");
       }});
  columns.push_back({"column.finding",
                     [&context](const SeriesPeriod& entry) {
                       return is_outside(entry) ? cell(context.words.say("finding.outside"), Tone::Bad)
                                                : cell(context.words.say("finding.inside"), Tone::Muted);
                     },
                     false});
}

}  // namespace

TableNode over_time_table(const ViewContext& context) {
  const std::span<const SeriesPeriod> series = shown_periods(context);
  const CountsKnown known = series.back().known;
  const bool counted = known != CountsKnown::Rate, rated = known == CountsKnown::All || !counted;
  std::vector<HistoryColumn> columns;
  if (counted) add_counts(context, rated, columns);
  if (rated) add_rates(context, columns);
  if (context.report.series_mean) add_limits(context, columns);
  TableNode table{.caption = context.words.say("time.table")};
  table.columns.push_back({.label = context.words.say("column.period")});
  for (const HistoryColumn& column : columns)
    table.columns.push_back({.label = context.words.say(column.key), .numeric = column.numeric});
  for (std::size_t i = 0; i < series.size(); ++i) {
    const std::string name = period_name(context, series[i]);
    std::vector<Cell> row{cell(name.empty() ? number_in_history(context, i) : name)};
    for (const HistoryColumn& column : columns) row.push_back(column.cell_of(series[i]));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace kirnu

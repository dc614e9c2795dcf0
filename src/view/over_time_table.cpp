#include <algorithm>

#include "view/over_time.h"
#include "view/period_name.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

struct HistoryColumn {
  const char* key;
  Cell (*cell_of)(const ViewContext&, const SeriesPeriod&);
  bool numeric = true;
};

/// All new customers and all departures where events are known, else what the table of counts says.
std::optional<double> added(const SeriesPeriod& entry) {
  return entry.flow ? std::optional(static_cast<double>(entry.flow->new_)) : entry.totals.new_kept;
}
std::optional<double> gone(const SeriesPeriod& entry) {
  if (entry.flow) return static_cast<double>(entry.flow->churned);
  const bool ends = entry.known == CountsKnown::End || entry.known == CountsKnown::Ends;
  return ends ? std::nullopt : std::optional(entry.totals.lost);
}
std::optional<double> came_back(const SeriesPeriod& entry) {
  return entry.flow ? std::optional(static_cast<double>(entry.flow->reactivated)) : std::nullopt;
}
std::optional<double> opened_with(const SeriesPeriod& entry) {
  return entry.known == CountsKnown::End ? std::nullopt : std::optional(entry.totals.start);
}

std::optional<double> closed_with(const SeriesPeriod& entry) { return entry.totals.end; }

template <std::optional<double> (*value_of)(const SeriesPeriod&)>
Cell count_cell(const ViewContext& context, const SeriesPeriod& entry) {
  const std::optional<double> value = value_of(entry);
  return cell(value ? customers_or_share(context, *value) : "–");
}

Cell share_cell(const ViewContext& context, const std::optional<double>& value) {
  return cell(value ? shown_percent(*value, 2, context.state.language) : "–");
}
Cell rate_cell(const ViewContext& context, const SeriesPeriod& entry) { return share_cell(context, entry.churn.value); }
Cell normal_month_cell(const ViewContext& context, const SeriesPeriod& entry) {
  return share_cell(context, entry.normal_month_churn);
}

/// What is usual, and whether the period is.
Cell limits_cell(const ViewContext& context, const SeriesPeriod& entry) {
  return cell(entry.limits ? shown_interval(entry.limits->low, entry.limits->high, 1, context.state.language) : "–");
}
Cell finding_cell(const ViewContext& context, const SeriesPeriod& entry) {
  return is_outside(entry) ? cell(context.words.say("finding.outside"), Tone::Bad)
                           : cell(context.words.say("finding.inside"), Tone::Muted);
}

bool has_returned(const SeriesPeriod& entry) { return entry.flow && entry.flow->reactivated > 0; }
bool has_normal_month(const SeriesPeriod& entry) { return entry.normal_month_churn.has_value(); }

std::vector<HistoryColumn> columns_of(const ViewContext& context) {
  const std::span<const SeriesPeriod> series = shown_periods(context);
  const CountsKnown known = series.back().known;
  const bool counted = known != CountsKnown::Rate, rated = known == CountsKnown::All || !counted;
  const bool returned = std::any_of(series.begin(), series.end(), has_returned);
  const bool normal = std::any_of(series.begin(), series.end(), has_normal_month);
  std::vector<HistoryColumn> columns;
  if (counted) columns.push_back({"column.opening", count_cell<opened_with>});
  if (counted && rated) columns.push_back({"column.new", count_cell<added>});
  if (counted && returned) columns.push_back({"column.reactivated", count_cell<came_back>});
  if (counted && rated) columns.push_back({"column.churned", count_cell<gone>});
  if (counted) columns.push_back({"column.closing", count_cell<closed_with>});
  if (rated) columns.push_back({"column.rate", rate_cell});
  if (rated && normal) columns.push_back({"column.normal_month", normal_month_cell});
  if (!context.report.series_mean) return columns;
  columns.push_back({"column.limits", limits_cell});
  columns.push_back({"column.finding", finding_cell, false});
  return columns;
}

}  // namespace

TableNode over_time_table(const ViewContext& context) {
  const std::span<const SeriesPeriod> series = shown_periods(context);
  const std::vector<HistoryColumn> columns = columns_of(context);
  TableNode table{.caption = context.words.say("time.table")};
  table.columns.push_back({.label = context.words.say("column.period")});
  for (const HistoryColumn& column : columns)
    table.columns.push_back({.label = context.words.say(column.key), .numeric = column.numeric});
  for (std::size_t i = 0; i < series.size(); ++i) {
    const std::string name = period_name(context, series[i]);
    std::vector<Cell> row{cell(name.empty() ? number_in_history(context, i) : name)};
    for (const HistoryColumn& column : columns) row.push_back(column.cell_of(context, series[i]));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace kirnu

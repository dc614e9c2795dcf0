#include "report/history_text.h"

#include <algorithm>

#include "base/date.h"
#include "report/timeline.h"

namespace kirnu {
namespace {

/// Whole numbers up to kLargestNumber; nothing for what is not known.
std::string cell_of(std::optional<double> count) {
  return count ? std::to_string(static_cast<std::int64_t>(*count)) : std::string();
}

void add_row(std::string& text, std::string_view label, bool labels, const PeriodTotals& totals, bool returned) {
  if (labels) text += std::string(label) + '\t';
  text += cell_of(totals.start) + '\t' + cell_of(totals.new_kept) + '\t' + cell_of(totals.lost) + '\t' +
          cell_of(totals.end);
  if (returned) text += '\t' + cell_of(totals.returned);
  text += '\n';
}

bool has_labels(const Report& report) {
  return std::any_of(report.series.begin(), report.series.end(),
                     [](const SeriesPeriod& period) { return !period.label.empty(); });
}

}  // namespace

std::optional<std::string> next_period_label(const Report& report) {
  if (report.error || report.kind != "counts" || report.from_table || !report.totals || report.series.empty())
    return std::nullopt;
  if (report.series.back().known != CountsKnown::All || !report.currencies.empty()) return std::nullopt;
  const std::optional<LabelSpan>& last = report.series.back().span;
  if (!last) return has_labels(report) ? std::nullopt : std::optional<std::string>("");
  const std::optional<Date> next = read_iso_date(last->end);
  if (!next || !report.period) return std::nullopt;
  const Period rows = period_of_window({.from = read_iso_date(last->start)->days, .to = next->days});
  if (rows.unit != report.period->unit) return std::nullopt;
  return period_label({.unit = rows.unit}, next->days);
}

std::optional<std::string> write_history(const Report& report, std::string_view header, std::string_view returned) {
  const std::optional<std::string> next = next_period_label(report);
  if (!next) return std::nullopt;
  const bool labels = has_labels(report);
  const bool any_returned =
      report.totals->returned > 0 || std::any_of(report.series.begin(), report.series.end(),
                                                 [](const SeriesPeriod& row) { return row.totals.returned > 0; });
  std::string text(labels ? header : header.substr(std::min(header.find('\t') + 1, header.size())));
  if (any_returned) text += '\t' + std::string(returned);
  text += '\n';
  for (const SeriesPeriod& row : report.series) add_row(text, row.label, labels, row.totals, any_returned);
  add_row(text, *next, labels, *report.totals, any_returned);
  return text;
}

}  // namespace kirnu

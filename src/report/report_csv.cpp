#include "report/report_csv.h"

#include <array>

#include "report/report_csv_parts.h"
#include "report/spreadsheet_csv.h"
#include "text/number_format.h"

namespace kirnu {
namespace {

constexpr std::string_view kFormulaStarts = "=+-@\t\r";

/// A negative number computes nothing.
bool is_negative_number(std::string_view text) {
  return text.size() > 1 && text[0] == '-' && text.find_first_not_of("0123456789.,", 1) == std::string_view::npos;
}

/// Full-width twins of the characters that start a formula, and NUL.
bool starts_like_formula(std::string_view text) {
  if (text.empty() || is_negative_number(text)) return false;
  if (text[0] == '\0' || kFormulaStarts.find(text[0]) != std::string_view::npos) return true;
  constexpr auto kWide =
      std::to_array<std::string_view>({"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"});
  for (const std::string_view wide : kWide) {
    if (text.substr(0, wide.size()) == wide) return true;
  }
  return false;
}

std::string number(const std::optional<double>& value) { return value ? shortest_real(*value) : std::string(); }

void write_metric_row(std::string& out, std::string_view period, std::string_view id, const Metric& metric) {
  out += csv_cell(period) + "," + std::string(id) + "," + number(metric.value) + "," + number(metric.numerator) + "," +
         number(metric.denominator) + ",";
  if (metric.interval) out += shortest_real(metric.interval->low) + "," + shortest_real(metric.interval->high);
  else out += ",";
  out += "\r\n";
}

std::string period_name(const Report& report) {
  if (report.from_table && !report.series.empty()) return report.series.back().label;
  return report.period ? std::string(period_unit_name(report.period->unit)) : std::string();
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string cell = (starts_like_formula(text) ? "'" : "") + std::string(text);
  if (cell.find_first_of(",;\"\r\n\t") == std::string::npos && !is_csv_real(cell)) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string write_report_csv(const Report& report) {
  std::string out = "period,metric,value,numerator,denominator,low,high\r\n";
  for (const ReportMetric& entry : report.metrics)
    write_metric_row(out, period_name(report), entry.metric.id, entry.metric);
  for (const ReportMetric& entry : report.span) write_metric_row(out, "", entry.metric.id, entry.metric);
  for (const SeriesPeriod& entry : report.series) {
    if (has_churn(entry) && entry.complete) write_metric_row(out, entry.label, "customer_churn_rate", entry.churn);
    for (const Metric& metric : entry.revenue) write_metric_row(out, entry.label, metric.id, metric);
  }
  write_csv_parts(out, report);
  return out;
}

}  // namespace kirnu

#include <algorithm>
#include <span>

#include "text/number_format.h"
#include "view/parts.h"
#include "view/period_name.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostShown = 120;  ///< periods; the report has all

/// Amounts of several currencies, each by itself.
std::string money_text(const ViewContext& context, const FileTotals& totals) {
  std::string out;
  for (const FileTotals::Money& money : totals.money) {
    if (!out.empty()) out += " + ";
    out += format_money(money.value, money.currency, context.state.language);
  }
  return out;
}

std::string totals_sentence(const ViewContext& context, const FileTotals& totals) {
  const auto count = [&](double value) { return format_count(value, context.state.language); };
  const WordValues values{{"customers", count(static_cast<double>(totals.customers))},
                          {"orders", count(static_cast<double>(totals.orders.value_or(0)))},
                          {"value", money_text(context, totals)}};
  return context.words.say(totals.money.empty() ? "orders.summary" : "orders.summary.value", values);
}

TableNode series_table(const ViewContext& context, std::span<const SeriesPeriod> series) {
  const Language language = context.state.language;
  const bool values = std::any_of(series.begin(), series.end(),
                                  [](const SeriesPeriod& entry) { return entry.orders && entry.orders->value; });
  TableNode table{.caption = context.words.say("orders.table")};
  table.columns = {{.label = context.words.say("column.period")}};
  for (const char* key : {"column.buyers", "column.first_time", "column.orders"})
    table.columns.push_back({.label = context.words.say(key), .numeric = true});
  if (values) table.columns.push_back({.label = with_only_currency(context, "column.value"), .numeric = true});
  const auto count = [&](std::int64_t value) { return cell(format_count(static_cast<double>(value), language)); };
  for (const SeriesPeriod& entry : series) {
    if (!entry.orders) continue;
    std::vector<Cell> row{cell(period_name(context, entry)), count(entry.orders->customers),
                          count(entry.orders->first_time), count(entry.orders->orders)};
    if (values) row.push_back(cell(format_number(entry.orders->value, 2, language)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::vector<Node> build_orders(const ViewContext& context) {
  const Report& report = context.report;
  if (!report.file_totals || !report.file_totals->orders) return {};
  std::vector<Node> children;
  std::span<const SeriesPeriod> series = report.series;
  if (series.size() > kMostShown) series = series.last(kMostShown);
  if (!series.empty()) {
    children.push_back({.id = "table_orders", .body = series_table(context, series), .children = {}});
    if (!series.back().complete)
      children.push_back(text("orders_incomplete", TextStyle::Note, context.words.say("time.incomplete"), Tone::Muted));
  }
  return {section("orders",
                  {.role = SectionRole::WideCard,
                   .title = context.words.say("orders.title"),
                   .text = totals_sentence(context, *report.file_totals)},
                  std::move(children))};
}

}  // namespace kirnu

#include "view/phrases.h"

#include <cmath>
#include <utility>

#include "base/ascii.h"
#include "metrics/catalog.h"
#include "text/currency.h"
#include "text/shown_day.h"
#include "view/explain.h"
#include "view/file_text.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

/// The one currency of all amounts; empty where there are several or none is said.
std::string_view only_currency(const Report& report) {
  if (report.currencies.size() == 1 && report.currencies[0].currency != kNoCurrency)
    return report.currencies[0].currency;
  const bool one = report.currencies.empty() && report.file_totals && report.file_totals->money.size() == 1;
  return one ? std::string_view(report.file_totals->money[0].currency) : std::string_view();
}

/// Whether what is divided are amounts, not customers.
bool is_of_money(const Formula& formula) {
  const std::string_view first = formula.texts.front();
  return first.find("{mrr_") != std::string_view::npos || first.find("{V") != std::string_view::npos;
}

/// "307 of €7,155"
std::string part_note(const ViewContext& context, double part, double whole, bool money) {
  const Language language = context.state.language;
  const MetricUnit unit = money ? MetricUnit::Money : MetricUnit::Count;
  return context.words.say(
      "of.note", {{"part", format_value(part, unit, language)}, {"whole", metric_text(context, whole, unit)}});
}

/// The interval, or what was divided by what.
std::string metric_note(const ViewContext& context, const Metric& metric, const Formula& formula) {
  const Language language = context.state.language;
  if (metric.interval) {
    return context.words.say("interval.note",
                             {{"interval", shown_interval(metric.interval->low, metric.interval->high, 1, language)}});
  }
  if (formula.unit == MetricUnit::Share && metric.numerator && metric.denominator && metric.value)
    return part_note(context, *metric.numerator, *metric.denominator, is_of_money(formula));
  return {};
}

}  // namespace

std::string metric_text(const ViewContext& context, double value, MetricUnit unit) {
  if (unit != MetricUnit::Money) return format_value(value, unit, context.state.language);
  return shown_money(value, only_currency(context.report), context.state.language);
}

std::string with_currency(const ViewContext& context, std::string label, std::string_view currency) {
  if (currency.empty() || currency == kNoCurrency) return label;
  return label + ", " + shown_text(currency_symbol(currency, context.state.language));
}

std::string with_only_currency(const ViewContext& context, std::string_view key) {
  return with_currency(context, context.words.say(key), only_currency(context.report));
}

std::string share_in_words(double share, Language language) {
  const bool tiny = share != 0 && std::fabs(share) < 0.001;
  const bool whole = std::fabs(share * 100 - std::round(share * 100)) < 1e-9;
  return shown_percent(share, tiny ? 2 : whole ? 0 : 1, language);
}

std::string format_value(double value, MetricUnit unit, Language language) {
  switch (unit) {
    case MetricUnit::Share: return shown_percent(value, 2, language);
    case MetricUnit::Ratio: return shown_number(value, 2, language);
    case MetricUnit::Count: return shown_number(value, std::trunc(value) == value ? 0 : 2, language);
    case MetricUnit::Money: return shown_money(value, {}, language);
    case MetricUnit::Periods:
    case MetricUnit::Months: return shown_length(value, language);
    case MetricUnit::Fitted: return shown_number(value, 3, language);
  }
  return {};
}

std::string say_for_period(const ViewContext& context, std::string_view prefix, const Period& period,
                           WordValues values) {
  const bool whole = std::trunc(period.days) == period.days;
  values.emplace_back("days", shown_number(period.days, whole ? 0 : 1, context.state.language));
  const bool one_day = period.unit == PeriodUnit::Days && period.days == 1;
  const std::string_view unit = one_day ? "day" : period_unit_name(period.unit);
  return context.words.say(std::string(prefix) + "." + std::string(unit), values);
}

std::string per_period(const ViewContext& context, const Period& period) {
  return say_for_period(context, "per", period);
}

std::vector<Span> marked_spans(std::string_view text) {
  std::vector<Span> spans;
  const std::size_t open = text.find("[[");
  const std::size_t close = text.find("]]");
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return {{.text = std::string(text)}};
  if (open > 0) spans.push_back({.text = std::string(text.substr(0, open))});
  spans.push_back({.text = std::string(text.substr(open + 2, close - open - 2)), .marked = true});
  if (close + 2 < text.size()) spans.push_back({.text = std::string(text.substr(close + 2))});
  return spans;
}

Node metric_node(const ViewContext& context, std::string_view id) {
  MetricNode node{.label = context.words.say("metric." + std::string(id)), .text = "–"};
  const Formula* formula = find_formula(id);
  const ReportMetric* entry = find_metric(context.report, id);
  if (formula != nullptr && entry != nullptr) {
    if (entry->metric.value) node.text = metric_text(context, *entry->metric.value, formula->unit);
    node.value = entry->metric.value;
    node.note = metric_note(context, entry->metric, *formula);
    node.how = explain(context, id);
  }
  return {.id = std::string(id), .body = std::move(node), .children = {}};
}

std::vector<Node> known_metrics(const ViewContext& context, std::span<const std::string_view> ids) {
  std::vector<Node> nodes;
  for (const std::string_view id : ids) {
    if (find_metric(context.report, id) != nullptr) nodes.push_back(metric_node(context, id));
  }
  return nodes;
}

TableNode metric_table(const ViewContext& context, std::string caption, const std::vector<MetricColumn>& columns) {
  TableNode table{.caption = std::move(caption)};
  table.columns.push_back({.label = context.words.say("column.metric")});
  for (const MetricColumn& column : columns) table.columns.push_back({.label = column.label, .numeric = true});
  for (const Formula& formula : all_formulas()) {
    std::vector<Cell> row{cell(context.words.say("metric." + std::string(formula.id)))};
    bool known = false;
    for (const MetricColumn& column : columns) {
      row.push_back(cell("–"));
      for (const ReportMetric& entry : column.metrics) {
        if (entry.metric.id != formula.id) continue;
        known = true;
        if (entry.metric.value) row.back() = cell(metric_text(context, *entry.metric.value, formula.unit));
      }
    }
    if (known) table.rows.push_back(std::move(row));
  }
  return table;
}

Node card(const ViewContext& context, const std::string& id, std::vector<Node> children) {
  return section(id,
                 {.role = SectionRole::Card,
                  .title = context.words.say(id + ".title"),
                  .text = context.words.say(id + ".summary")},
                 std::move(children));
}

std::string day_text(const ViewContext& context, Date day) {
  return shown_day(day, context.words, context.state.language);
}

std::string days_text(const ViewContext& context, Date start, Date end) {
  return day_text(context, start) + " – " + day_text(context, {.days = end.days - 1});
}

std::string leading_days(const ViewContext& context) {
  if (!context.report.dates) return {};
  const std::optional<Date> start = read_iso_date(context.report.dates->start),
                            end = read_iso_date(context.report.dates->end);
  return start && end ? days_text(context, *start, *end) : std::string();
}

std::string_view figure_to_compare(const ViewContext& context) {
  if (!context.state.benchmark.empty()) return context.state.benchmark;
  const std::string& kind = context.report.kind;
  return kind == "lists" || kind == "transactions" ? kRuleOfThumb : "recurly-b2b";
}

std::string figure_name(const ViewContext& context, const Benchmark& figure) {
  const std::string key = "benchmark." + figure.id;
  return context.words.has(key) ? context.words.say(key) : figure.segment + " (" + figure.publisher + ")";
}

std::string figure_words(const ViewContext& context, std::string_view text) {
  std::string key = "figure";
  bool apart = true;
  for (const char c : text) {
    const char small = to_ascii_lower(c);
    const bool kept = is_ascii_lower(small) || is_digit(small);
    if (kept && apart) key += key.size() == 6 ? '.' : '_';
    if (kept) key += small;
    apart = !kept;
  }
  return context.words.has(key) ? context.words.say(key) : std::string(text);
}

Node section(std::string id, SectionNode body, std::vector<Node> children) {
  return {.id = std::move(id), .body = std::move(body), .children = std::move(children)};
}

Node text(std::string id, TextStyle style, std::string words, Tone tone) {
  return {.id = std::move(id),
          .body = TextNode{.style = style, .spans = marked_spans(words), .tone = tone},
          .children = {}};
}

Cell cell(std::string text, Tone tone) {
  return {.text = std::move(text), .tone = tone, .observed = true, .shade = std::nullopt};
}

}  // namespace kirnu

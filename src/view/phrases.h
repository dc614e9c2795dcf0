#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "metrics/letters.h"
#include "view/view.h"

namespace kirnu {

/// A share in a sentence or on a chart: one decimal, none for whole percents, two for shares below 0.1 %.
std::string share_in_words(double share, Language);

/// A number in the habit of its unit: shares and ratios with two decimals, lengths with one.
std::string format_value(double value, MetricUnit, Language);

/// "in the month", "in 30 days" …: the string "<prefix>.<unit>", with {days} and the other values filled in.
std::string say_for_period(const ViewContext&, std::string_view prefix, const Period&, WordValues values = {});

/// "a year", "in 30 days"
std::string per_period(const ViewContext&, const Period&);

/// A sentence with its [[finding]] as a marked span.
std::vector<Span> marked_spans(std::string_view text);

/// The metric as a node: label, number, interval, and how it was computed. An id that the report lacks gives "–".
Node metric_node(const ViewContext&, std::string_view id);

/// The metrics of a list that the report has, as nodes.
std::vector<Node> known_metrics(const ViewContext&, std::span<const std::string_view> ids);

/// A number in the habit of its unit; an amount with the currency, where the report has one alone.
std::string metric_text(const ViewContext&, double value, MetricUnit);

/// "Value, €": the head of a column of amounts. Empty and "XXX" say no currency.
std::string with_currency(const ViewContext&, std::string label, std::string_view currency);

/// The same with the one currency of all amounts; as it is where there are several or none is said.
std::string with_only_currency(const ViewContext&, std::string_view key);

/// One column of metrics: of a currency, of a part of the customers.
struct MetricColumn {
  std::string label = {};
  const std::vector<ReportMetric>& metrics;
};

/// Metrics side by side, one row each that a column has, in the order of the catalogue.
TableNode metric_table(const ViewContext&, std::string caption, const std::vector<MetricColumn>& columns);

/// A card whose title and text are the strings "<id>.title" and "<id>.summary".
Node card(const ViewContext&, const std::string& id, std::vector<Node> children);

/// Whether lost customers stand beside the lost value, in a card of their own.
bool has_loss(const Report&);

/// A day in the reader's language.
std::string day_text(const ViewContext&, Date day);

/// From one day up to the last day before another: "1 Jan 2025 – 31 Jan 2025".
std::string days_text(const ViewContext&, Date start, Date end);

/// The days of the leading period; empty where they are not known.
std::string leading_days(const ViewContext&);

inline constexpr std::string_view kRuleOfThumb = "ten-percent-test";  ///< the id of its figure

/// The id of the published figure to compare with: the chosen one. Where nobody chose, B2B subscriptions for counts and
/// contracts; for lists and orders, of which no traceable figure is known, the rule of thumb alone.
std::string_view figure_to_compare(const ViewContext&);

/// The shipped figure's name in the reader's language.
std::string figure_name(const ViewContext&, const Benchmark&);

/// What a figure's file says in English words (a sample, a source) in the reader's language; names stay as they are.
/// The key of a text is "figure." with its letters and digits: figure.about_600_companies.
std::string figure_words(const ViewContext&, std::string_view text);

/// How a column is written: "decimal comma" in the reader's language.
std::string style_text(const ViewContext&, std::string_view style);

Node section(std::string id, SectionNode body, std::vector<Node> children = {});
Node text(std::string id, TextStyle style, std::string words, Tone tone = Tone::Plain);
Cell cell(std::string text, Tone tone = Tone::Plain);

}  // namespace kirnu

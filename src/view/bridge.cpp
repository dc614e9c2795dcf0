#include <algorithm>
#include <array>
#include <cmath>

#include "view/axis.h"
#include "view/parts.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

constexpr double kRowEdge = 0.49;  ///< a connector leaves out what stands between two rows
constexpr double kFromZero = 0.5;  ///< movements of at least this share of the whole are drawn from zero

struct Movement {
  const char* label;
  std::optional<double> Letters::*amount;
  bool gain;
};

constexpr auto kMovements = std::to_array<Movement>({{"column.new", &Letters::mrr_new, true},
                                                     {"column.expansion", &Letters::mrr_expansion, true},
                                                     {"column.reactivated", &Letters::mrr_reactivation, true},
                                                     {"column.contraction", &Letters::mrr_contraction, false},
                                                     {"column.churned", &Letters::mrr_churned, false}});

/// A row of the bridge: a level (from == to), or a movement from one level to the next.
struct BridgeStep {
  std::string label;
  double from = 0;
  double to = 0;
  std::optional<double> moved = {};  ///< with its sign; absent: a level

  double amount() const { return moved.value_or(to); }
};

/// The level at the start, every movement that there was, and the level at the end.
std::vector<BridgeStep> steps_of(const ViewContext& context, const Letters& letters) {
  double level = letters.mrr_start.value_or(0);
  std::vector<BridgeStep> steps{{context.words.say("column.opening"), level, level}};
  for (const Movement& movement : kMovements) {
    const std::optional<double>& amount = letters.*movement.amount;
    if (!amount || *amount == 0) continue;
    const double moved = movement.gain ? *amount : -*amount;
    steps.push_back({context.words.say(movement.label), level, level + moved, moved});
    level += moved;
  }
  steps.push_back({context.words.say("column.closing"), level, level});
  return steps;
}

/// With the same decimals on the chart, in its sentence and in its table.
MoneyDecimals decimals_of(const std::vector<BridgeStep>& steps) {
  MoneyDecimals decimals;
  for (const BridgeStep& step : steps) decimals.add(step.amount());
  return decimals;
}

std::string signed_money(const BridgeStep& step, std::string_view currency, Language language,
                         const MoneyDecimals& decimals) {
  return (step.moved && *step.moved > 0 ? "+" : "") + shown_money(step.amount(), currency, language, decimals);
}

std::string amount_text(const BridgeStep& step, int decimals, Language language) {
  return step.moved ? shown_signed(step.moved, decimals, language) : shown_number(step.to, decimals, language);
}

/// Thin lines from each level to where the next row begins.
void add_connector(double level, double row, Chart& chart) {
  for (const auto& [top, bottom] :
       {std::pair(row + kHalfBar, row + kRowEdge), std::pair(row + 1 - kRowEdge, row + 1 - kHalfBar)})
    chart.shapes.push_back(
        {.kind = ShapeKind::Dashed, .ink = Ink::Reference, .points = {{level, top}, {level, bottom}}});
}

/// Levels as dots and movements as bars: a bar's length is the amount that moved, so the axis need not begin at zero.
Chart build_chart(const std::vector<BridgeStep>& steps, std::string_view currency, Language language) {
  Chart chart;
  double low = steps.front().to, high = low;
  for (const BridgeStep& step : steps) low = std::min(low, step.to), high = std::max(high, step.to);
  const MoneyDecimals decimals = decimals_of(steps);
  if (high - low > high * kFromZero) low = 0;
  chart.x = {.low = low, .high = high > low ? high : low + 1, .ticks = {}};
  for (const BridgeStep& step : steps) {
    const auto row = static_cast<double>(chart.rows.size());
    const Ink ink = !step.moved ? Ink::Ink : *step.moved < 0 ? Ink::Own : Ink::Data;
    if (row > 0) add_connector(step.from, row - 1, chart);
    if (step.moved)
      chart.shapes.push_back(
          {.kind = ShapeKind::Bar, .ink = ink, .points = {{step.from, row - kHalfBar}, {step.to, row + kHalfBar}}});
    else chart.shapes.push_back({.kind = ShapeKind::BigDot, .ink = ink, .points = {{step.to, row}}});
    const Point right{std::max(step.from, step.to), row};
    chart.labels.push_back({.place = LabelPlace::RightOf,
                            .ink = ink,
                            .at = right,
                            .text = amount_text(step, decimals.count(), language),
                            .strong = !step.moved});
    chart.stops.push_back({.at = right, .text = step.label + ": " + signed_money(step, currency, language, decimals)});
    chart.rows.push_back(step.label);
    chart.strong_rows.push_back(!step.moved);
  }
  return chart;
}

TableNode build_table(const ViewContext& context, const std::vector<BridgeStep>& steps, std::string_view currency) {
  TableNode table{.caption = context.words.say("mrr.bridge")};
  table.columns = {{.label = context.words.say("column.movement")},
                   {.label = with_currency(context, "MRR", currency), .numeric = true}};
  const int decimals = decimals_of(steps).count();
  for (const BridgeStep& step : steps)
    table.rows.push_back({cell(step.label), cell(amount_text(step, decimals, context.state.language))});
  return table;
}

/// "1 Mar 2025 – 31 Mar 2025: from 1,000 to 1,100 euros; 300 gained, 200 lost."
std::string summary(const ViewContext& context, const std::vector<BridgeStep>& steps, std::string_view currency) {
  double gained = 0, lost = 0;
  for (const BridgeStep& step : steps) (step.moved.value_or(0) < 0 ? lost : gained) += step.moved.value_or(0);
  const MoneyDecimals decimals = decimals_of(steps);
  const auto money = [&](double amount) { return shown_money(amount, currency, context.state.language, decimals); };
  const double start = steps.front().to, end = steps.back().to;
  const std::string days = leading_days(context);
  return (days.empty() ? "" : days + ": ") + context.words.say(end > start   ? "mrr.summary.grew"
                                                               : end < start ? "mrr.summary.shrank"
                                                                             : "mrr.summary.level",
                                                               {{"start", money(start)},
                                                                {"end", money(end)},
                                                                {"gained", money(gained)},
                                                                {"lost", money(std::fabs(lost))}});
}

}  // namespace

std::vector<Node> build_bridge(const ViewContext& context, const std::vector<ReportMetric>& metrics,
                               std::string_view currency) {
  if (currency == kNoCurrency) currency = {};
  for (const ReportMetric& entry : metrics) {
    if (entry.metric.id != "mrr_end" || !entry.metric.value) continue;
    const std::vector<BridgeStep> steps = steps_of(context, entry.letters);
    ChartNode chart{.title = with_currency(context, context.words.say("mrr.title"), currency)};
    chart.summary = summary(context, steps, currency);
    chart.chart = build_chart(steps, currency, context.state.language);
    chart.table = build_table(context, steps, currency);
    return {{.id = {}, .body = std::move(chart), .children = {}}};
  }
  return {};
}

}  // namespace kirnu

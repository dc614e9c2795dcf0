#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "metrics/catalog.h"
#include "view/file_text.h"
#include "view/parts.h"
#include "view/period_name.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostPeriodsShown = 24;  ///< the latest; the report has all

/// The leading ones first; the others unfold.
constexpr auto kRevenueMetrics = std::to_array<std::string_view>(
    {"gross_mrr_churn_rate", "nrr", "mrr_lost", "net_mrr_churn_rate", "grr", "mrr_end", "arpa", "quick_ratio",
     "gross_mrr_churn_rate_without_contraction", "net_mrr_churn_rate_without_reactivation"});
constexpr std::ptrdiff_t kLeading = 3;
constexpr auto kMoneyLost = std::to_array<std::string_view>({"value_lost", "value_lost_share"});

bool has_value(const Report& report, std::string_view id) {
  const ReportMetric* found = find_metric(report, id);
  return found != nullptr && found->metric.value;
}

std::string currency_name(const ViewContext& context, const ReportCurrency& one) {
  return one.currency == kNoCurrency ? context.words.say("currency.none") : shown_text(one.currency);
}

/// Each currency's metrics side by side: there are no sums.
Node currency_table(const ViewContext& context) {
  std::vector<MetricColumn> columns;
  for (const ReportCurrency& one : context.report.currencies)
    columns.push_back({.label = currency_name(context, one), .metrics = one.metrics});
  return {.id = "table_currencies",
          .body = metric_table(context, context.words.say("revenue.by_currency"), columns),
          .children = {}};
}

int decimals_of(std::span<const SeriesPeriod> periods, std::size_t currency) {
  MoneyDecimals decimals;
  for (const SeriesPeriod& entry : periods) {
    const MrrMovement& mrr = entry.mrr[currency];
    for (const MrrSum sum :
         {mrr.opening, mrr.new_, mrr.expansion, mrr.contraction, mrr.churned, mrr.reactivation, mrr.closing})
      decimals.add(said_units(sum));
  }
  return decimals.count();
}

std::vector<Cell> mrr_row(const ViewContext& context, const SeriesPeriod& entry, const MrrMovement& mrr, int decimals) {
  const Language language = context.state.language;
  const auto money = [&](MrrSum sum, double sign = 1) {
    const std::optional<double> units = said_units(sum);
    return cell(units ? shown_number(*units * sign + 0.0, decimals, language) : "–");
  };
  std::vector<Cell> row{
      cell(period_name(context, entry)), money(mrr.opening),     money(mrr.new_),         money(mrr.expansion),
      money(mrr.contraction, -1),        money(mrr.churned, -1), money(mrr.reactivation), money(mrr.closing)};
  for (const Metric& metric : entry.revenue)
    row.push_back(cell(metric.value ? format_value(*metric.value, find_formula(metric.id)->unit, language) : "–"));
  return row;
}

/// Leaves out movements that never happened: no column of zeros.
void leave_out_zeros(std::span<const SeriesPeriod> periods, std::size_t currency, TableNode& table) {
  constexpr std::array<MrrSum MrrMovement::*, 5> kMovements{&MrrMovement::new_, &MrrMovement::expansion,
                                                            &MrrMovement::contraction, &MrrMovement::churned,
                                                            &MrrMovement::reactivation};
  for (std::size_t i = kMovements.size(); i-- > 0;) {
    const bool moved = std::any_of(periods.begin(), periods.end(), [&](const SeriesPeriod& entry) {
      return said_units(entry.mrr[currency].*kMovements[i]).value_or(0) != 0;
    });
    if (moved) continue;
    const auto column = static_cast<std::ptrdiff_t>(i) + 2;  // after the period and its opening
    table.columns.erase(table.columns.begin() + column);
    for (std::vector<Cell>& row : table.rows) row.erase(row.begin() + column);
  }
}

/// How the revenue of one currency came from one end of each period to the other; losses with a minus.
Node mrr_table(const ViewContext& context, std::size_t currency) {
  const Report& report = context.report;
  std::span<const SeriesPeriod> periods = report.series;
  if (periods.size() > kMostPeriodsShown) periods = periods.last(kMostPeriodsShown);
  TableNode table{.caption =
                      with_currency(context, context.words.say("mrr.table"), report.currencies[currency].currency)};
  table.columns.push_back({.label = context.words.say("column.period")});
  for (const char* key : {"column.opening", "column.new", "column.expansion", "column.contraction", "column.churned",
                          "column.reactivated", "column.closing"})
    table.columns.push_back({.label = context.words.say(key), .numeric = true});
  for (const Metric& metric : periods.back().revenue)
    table.columns.push_back({.label = context.words.say("metric." + std::string(metric.id)), .numeric = true});
  const int decimals = decimals_of(periods, currency);
  for (const SeriesPeriod& entry : periods)
    table.rows.push_back(mrr_row(context, entry, entry.mrr[currency], decimals));
  leave_out_zeros(periods, currency, table);
  table.left_out = context.words.say("mrr.left_out");
  return {.id = "table_mrr." + std::to_string(currency), .body = std::move(table), .children = {}};
}

/// What a figure means, in plain words beside what was divided.
void add_plain_words(const ViewContext& context, Node& node) {
  const std::string key = "plain." + node.id;
  if (!context.words.has(key)) return;
  std::string& note = std::get_if<MetricNode>(&node.body)->note;
  note += (note.empty() ? "" : " · ") + context.words.say(key);
}

/// What is less often asked for, or a variant of what is shown and often equal to it.
Node more_revenue(const ViewContext& context, std::vector<Node> metrics) {
  SectionNode body{.role = SectionRole::Fold, .title = context.words.say("revenue.more")};
  body.open = context.state.open.count("revenue_more") > 0;
  return section("revenue_more", std::move(body),
                 {section("revenue_more_figures", {.role = SectionRole::Figures}, std::move(metrics))});
}

/// Whether upgrades or downgrades are among what is shown: then they are explained.
bool names_upgrades(const ViewContext& context, const std::vector<Node>& nodes) {
  const std::string up = context.words.say("column.expansion"), down = context.words.say("column.contraction");
  for (const Node& node : nodes) {
    std::vector<std::string> names;
    if (const ChartNode* chart = std::get_if<ChartNode>(&node.body)) names = chart->chart.rows;
    if (const TableNode* table = std::get_if<TableNode>(&node.body)) {
      for (const TableColumn& column : table->columns) names.push_back(column.label);
    }
    if (std::any_of(names.begin(), names.end(), [&](const std::string& name) { return name == up || name == down; }))
      return true;
  }
  return false;
}

}  // namespace

bool has_loss(const Report& report) { return has_value(report, "customers_lost") && has_value(report, "value_lost"); }

/// The four measures of a loss in one strip: customers and value, each as a number and as a share.
std::vector<Node> build_loss(const ViewContext& context) {
  if (!has_loss(context.report)) return {};
  std::vector<Node> metrics{metric_node(context, "customers_lost"), metric_node(context, "customer_churn_rate")};
  MetricNode& share = *std::get_if<MetricNode>(&metrics.back().body);
  share.label = context.words.say("metric.customer_churn_share");
  metrics.back().id = "loss.customer_churn_rate";
  for (Node& node : known_metrics(context, kMoneyLost)) metrics.push_back(std::move(node));
  return {card(context, "loss", {section("loss_figures", {.role = SectionRole::Figures}, std::move(metrics))})};
}

std::vector<Node> build_revenue(const ViewContext& context) {
  if (context.report.currencies.size() > 1 && !context.report.currencies.front().metrics.empty())
    return {card(context, "revenue", {currency_table(context)})};
  std::vector<Node> metrics = known_metrics(context, kRevenueMetrics);
  if (!has_loss(context.report)) {
    for (Node& node : known_metrics(context, kMoneyLost)) metrics.push_back(std::move(node));
  }
  if (metrics.empty()) return {};
  for (Node& node : metrics) add_plain_words(context, node);
  constexpr std::size_t kMostBesideOthers = 4;  // a higher card would leave the one beside it half empty
  const bool wide = metrics.size() > kMostBesideOthers;
  std::vector<Node> more;
  if (wide) {
    const auto rest = metrics.begin() + kLeading;
    more.assign(std::make_move_iterator(rest), std::make_move_iterator(metrics.end()));
    metrics.erase(rest, metrics.end());
  }
  std::vector<Node> children{section("revenue_figures", {.role = SectionRole::Figures}, std::move(metrics))};
  if (wide) children.push_back(more_revenue(context, std::move(more)));
  Node node = card(context, "revenue", std::move(children));
  if (wide) std::get_if<SectionNode>(&node.body)->role = SectionRole::WideCard;
  return {std::move(node)};
}

/// Each currency's bridge over the leading period, and its movements over time.
std::vector<Node> build_mrr(const ViewContext& context) {
  const Report& report = context.report;
  const bool several = report.currencies.size() > 1;
  std::vector<Node> children;
  for (std::size_t i = 0; i < std::max<std::size_t>(report.currencies.size(), 1); ++i) {
    const bool known = i < report.currencies.size();
    const std::string_view currency = known ? std::string_view(report.currencies[i].currency) : std::string_view();
    for (Node& bridge : build_bridge(context, several ? report.currencies[i].metrics : report.metrics, currency)) {
      bridge.id = "chart_mrr." + std::to_string(i);
      children.push_back(std::move(bridge));
    }
    if (known && !report.series.empty()) children.push_back(mrr_table(context, i));
  }
  if (children.empty()) return {};
  SectionNode body{.role = SectionRole::WideCard};
  if (!std::holds_alternative<ChartNode>(children.front().body)) body.title = context.words.say("mrr.title");
  if (names_upgrades(context, children))
    children.push_back(text("mrr_note", TextStyle::Note, context.words.say("mrr.summary"), Tone::Muted));
  return {section("mrr", std::move(body), std::move(children))};
}

}  // namespace kirnu

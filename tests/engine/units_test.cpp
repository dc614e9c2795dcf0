// One page says one thing in one way: months by their names, lengths with their unit.
#include <gtest/gtest.h>

#include "engine/engine.h"
#include "support/nodes.h"

namespace kirnu {
namespace {

Engine with_sample(const char* sample, const char* language = "en") {
  Engine engine;
  engine.set("language", language);
  engine.apply({.body = PressAction{.id = sample}});
  return engine;
}

const TableNode& table_in(const Engine& engine, std::string_view id) {
  return std::get<TableNode>(find_node(engine.view().page, id)->body);
}

const ChartNode& chart_in(const Engine& engine, std::string_view id) {
  return std::get<ChartNode>(find_node(engine.view().page, id)->body);
}

TEST(Periods, AreCalledTheSameInEveryTableAsUnderTheCharts) {
  const Engine subscriptions = with_sample("sample.subscriptions");
  EXPECT_EQ(table_in(subscriptions, "table_mrr.0").rows[0][0].text, "Jan 2024");
  EXPECT_EQ(table_in(subscriptions, "table_cohorts").rows[0][0].text, "Jan 2024");
  EXPECT_EQ(chart_in(subscriptions, "chart_over_time").table.rows[0][0].text, "Jan 2024");
  const Axis& months = chart_in(subscriptions, "chart_over_time").chart.x;
  EXPECT_EQ(months.ticks[0].label + " " + months.ticks[0].below, "Feb 2024")
      << "of January there is no rate, and no point";
  EXPECT_EQ(months.ticks[11].label + " " + months.ticks[11].below, "Jan 2025");
  EXPECT_TRUE(months.names_last);
  EXPECT_EQ(chart_in(with_sample("sample.transactions", "de"), "chart_orders").table.rows[2][0].text, "Mär 2024");
}

TEST(Orders, AreDrawnAsCustomersOverThoseWhoBuyForTheFirstTime) {
  const Engine engine = with_sample("sample.transactions");
  const ChartNode& node = chart_in(engine, "chart_orders");
  const Chart& chart = node.chart;
  ASSERT_EQ(node.table.rows.size(), 24U);
  ASSERT_EQ(chart.shapes.size(), 25U);
  EXPECT_EQ(chart.shapes[0].kind, ShapeKind::Bar);
  EXPECT_EQ(chart.shapes[0].points[1].y, 11) << "all of the first month";
  EXPECT_EQ(chart.shapes[24].kind, ShapeKind::Line);
  EXPECT_EQ(chart.shapes[24].points[23].y, 43);
  EXPECT_EQ(chart.x.ticks[23].label, "Dec");
  EXPECT_EQ(chart.labels[1].text, "First order");
  EXPECT_EQ(chart.labels[1].at.y, 23) << "beside the highest bar: the last has none";
  EXPECT_EQ(chart.stops[23].text, "Dec 2025: Customers 43 · First order 0 · Orders 51");
  EXPECT_TRUE(node.titled);
}

TEST(Samples, AreWhatTheFormFoldsFor) {
  const Engine history = with_sample("sample.history");
  EXPECT_NE(find_node(history.view().page, "type_counts"), nullptr) << "nobody looks for empty fields first";
  const Node* note = find_node(history.view().page, "period_note");
  ASSERT_NE(note, nullptr) << "which month the first sentence is about";
  EXPECT_NE(std::get<TextNode>(note->body).spans[0].text.find("Dec 2025"), std::string::npos)
      << std::get<TextNode>(note->body).spans[0].text;
}

TEST(Revenue, LeadsWithThreeFiguresInPlainWordsAndUnfoldsTheOthers) {
  const Engine engine = with_sample("sample.subscriptions");
  const Node& page = engine.view().page;
  const Node* leading = find_node(page, "revenue_figures");
  ASSERT_NE(leading, nullptr);
  ASSERT_EQ(leading->children.size(), 3U);
  EXPECT_EQ(leading->children[0].id, "gross_mrr_churn_rate");
  EXPECT_EQ(std::get<MetricNode>(leading->children[0].body).note,
            "307 of €7,155 · so much of the revenue at the start was lost");
  EXPECT_EQ(std::get<MetricNode>(leading->children[2].body).text, "€307");
  EXPECT_EQ(std::get<SectionNode>(find_node(page, "revenue_more")->body).role, SectionRole::Fold);
  EXPECT_NE(find_node(page, "quick_ratio"), nullptr);
}

TEST(Revenue, MovementsThatNeverHappenedHaveNoColumn) {
  const TableNode table = table_in(with_sample("sample.subscriptions"), "table_mrr.0");
  std::string labels;
  for (const TableColumn& column : table.columns) labels += column.label + " ";
  EXPECT_EQ(labels, "Period Start New Lost End ");
  EXPECT_EQ(table.rows[0].size(), 5U);
  EXPECT_NE(table.left_out, "");
}

TEST(Survival, CurvesOfGroupsDifferWithoutColour) {
  const Engine engine = with_sample("sample.survival");
  std::vector<double> dashes;
  for (const Shape& shape : chart_in(engine, "chart_survival").chart.shapes) {
    if (shape.kind == ShapeKind::Step) dashes.push_back(shape.dash);
  }
  EXPECT_EQ(dashes, (std::vector<double>{0, 1, 2}));
}

TEST(Periods, ThatAreNoMonthsKeepTheirNames) {
  Engine engine = with_sample("sample.subscriptions");
  engine.set("period", "quarter");
  EXPECT_EQ(table_in(engine, "table_mrr.0").rows[0][0].text, "2024-Q1");
}

TEST(Units, StandAtTheEndOfAnAxisOfTime) {
  const Engine engine = with_sample("sample.survival");
  EXPECT_EQ(chart_in(engine, "chart_survival").chart.x.ticks.back().label, "24 months");
  EXPECT_EQ(chart_in(engine, "chart_survival").chart.x.ticks.front().label, "0");
  EXPECT_EQ(chart_in(with_sample("sample.subscriptions", "fi"), "chart_survival").chart.x.ticks.back().label,
            "18 kuukautta");
  EXPECT_EQ(chart_in(with_sample("sample.subscriptions", "de"), "chart_projection").chart.x.ticks.back().label,
            "36 Monate");
}

/// Half of 60 customers leave within 91 days, the last within 180.
Engine with_stays(const char* period) {
  std::string file = "customer_id,start,end\n";
  for (int customer = 0; customer < 60; ++customer)
    file += "K" + std::to_string(customer) + ",2024-01-01," + (customer < 30 ? "2024-04-01" : "2024-06-29") + "\n";
  Engine engine;
  engine.set("paste", file);
  engine.set("as_of", "2024-12-31");
  engine.set("period", period);
  return engine;
}

std::string text_of(const Engine& engine, std::string_view metric) {
  return std::get<MetricNode>(find_node(engine.view().page, metric)->body).text;
}

TEST(Lifetimes, AreToldInTheUnitOfTheReadersPeriod) {
  struct Row {
    const char* period;
    const char* median;
    const char* last_tick;
  };
  for (const Row& row : {Row{"month", "4.5 months", "4 months"}, Row{"quarter", "4.5 months", "4 months"},
                         Row{"year", "0.37 years", "0.4 years"}, Row{"week", "19.4 weeks", "24 weeks"},
                         Row{"day", "135.5 days", "150 days"}}) {
    const Engine engine = with_stays(row.period);
    EXPECT_EQ(text_of(engine, "median_lifetime"), row.median) << row.period;
    const ChartNode& chart = chart_in(engine, "chart_survival");
    EXPECT_EQ(chart.chart.x.ticks.back().label, row.last_tick) << row.period;
    EXPECT_EQ(chart.chart.x.high, 180) << "the chart's own unit stays the data's";
    const TableNode& at_risk = table_in(engine, "table_at_risk");
    EXPECT_EQ(at_risk.columns.back().label, row.last_tick) << row.period;
    EXPECT_EQ(at_risk.rows[0][1].text, "60");
    EXPECT_EQ(at_risk.rows[0].back().text, "30") << row.period;
  }
}

TEST(Lifetimes, SayHowTheirDaysBecameMonths) {
  const Engine engine = with_stays("month");
  const MetricNode& rmst = std::get<MetricNode>(find_node(engine.view().page, "rmst")->body);
  EXPECT_EQ(rmst.value, 135.5) << "days, as in the report";
  EXPECT_EQ(rmst.text, "4.5 months");
  EXPECT_NE(rmst.how->inserted.find("135.5 days ÷ 30.4369 = 4.5 months"), std::string::npos) << rmst.how->inserted;
}

TEST(Units, StandBesideALengthAlsoWhereNoPeriodIsKnown) {
  const Engine years = with_sample("sample.lists");
  EXPECT_EQ(std::get<MetricNode>(find_node(years.view().page, "expected_lifetime")->body).text, "8.2 years");
  Engine engine;
  engine.set("language", "en");
  engine.set("paste", "old;new\nA;A\nB;B\nC;X\nD;Y\n");
  EXPECT_EQ(std::get<MetricNode>(find_node(engine.view().page, "expected_lifetime")->body).text, "2 periods");
}

TEST(Units, AProjectionIsSaidInThem) {
  const Engine engine = with_sample("sample.subscriptions");
  const SectionNode& card = std::get<SectionNode>(find_node(engine.view().page, "projection")->body);
  EXPECT_NE(card.text.find("when 46 months have passed; 23 were measured"), std::string::npos) << card.text;
}

}  // namespace
}  // namespace kirnu

// Money on the page: how recurring revenue moved, amounts with their currency, and what a few kept customers would
// change.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/engine.h"
#include "support/nodes.h"
#include "view/node/chart_marks.h"
#include "view/node/text_width.h"

namespace kirnu {
namespace {

Engine typed(std::initializer_list<std::pair<const char*, const char*>> fields, const char* language = "en") {
  Engine engine;
  engine.set("language", language);
  engine.apply({.body = PressAction{.id = "clear"}});
  for (const auto& [id, text] : fields) engine.set(id, text);
  return engine;
}

/// 1,000 and 200 new, 50 more, 30 less, 120 lost: 1,100.
Engine with_movements(const char* language = "en") {
  return typed({{"start", "100"},
                {"lost", "5"},
                {"mrr_start", "1000"},
                {"mrr_new", "200"},
                {"mrr_expansion", "50"},
                {"mrr_contraction", "30"},
                {"mrr_churned", "120"}},
               language);
}

Engine subscriptions(std::string_view rows) {
  Engine engine;
  engine.set("language", "en");
  engine.open_file("subscriptions.csv");
  engine.feed_file("customer,start,end,price,currency,interval\n" + std::string(rows));
  EXPECT_TRUE(engine.finish_file());
  return engine;
}

const ChartNode& chart_in(const Engine& engine, std::string_view id) {
  const Node* node = find_node(engine.view().page, id);
  EXPECT_NE(node, nullptr) << id;
  static const ChartNode none;
  return node == nullptr ? none : std::get<ChartNode>(node->body);
}

std::vector<std::string> labels_of(const Chart& chart) {
  std::vector<std::string> labels;
  for (const ChartLabel& label : chart.labels) labels.push_back(label.text);
  return labels;
}

using Texts = std::vector<std::string>;

TEST(Bridge, LeadsFromTheStartToTheEndWithSigns) {
  const Engine engine = with_movements();
  const Chart& chart = chart_in(engine, "chart_mrr.0").chart;
  EXPECT_EQ(chart.rows, (Texts{"Start", "New", "Upgrades", "Downgrades", "Lost", "End"}));
  EXPECT_EQ(labels_of(chart), (Texts{"1,000", "+200", "+50", "−30", "−120", "1,100"}));
  ASSERT_EQ(chart.stops.size(), 6U);
  EXPECT_EQ(chart.stops[1].text, "New: +200");
  EXPECT_EQ(chart.stops[4].text, "Lost: −120");
}

TEST(Bridge, ABarIsAsLongAsWhatMovedAndLossesHaveAnotherColour) {
  const Engine engine = with_movements();
  std::vector<double> from, to;
  std::vector<Ink> inks;
  for (const Shape& shape : chart_in(engine, "chart_mrr.0").chart.shapes) {
    if (shape.kind != ShapeKind::Bar) continue;
    from.push_back(shape.points[0].x);
    to.push_back(shape.points[1].x);
    inks.push_back(shape.ink);
  }
  EXPECT_EQ(from, (std::vector<double>{1000, 1200, 1250, 1220}));
  EXPECT_EQ(to, (std::vector<double>{1200, 1250, 1220, 1100}));
  EXPECT_EQ(inks, (std::vector<Ink>{Ink::Data, Ink::Data, Ink::Own, Ink::Own}));
}

TEST(Bridge, ThinLinesLeadFromEachRowToWhereTheNextBegins) {
  const Engine engine = with_movements();
  const Chart& chart = chart_in(engine, "chart_mrr.0").chart;
  std::vector<double> levels;  // each in two pieces, around what stands between the rows
  for (const Shape& shape : chart.shapes) {
    if (shape.kind == ShapeKind::Dashed) levels.push_back(shape.points[0].x);
  }
  EXPECT_EQ(levels, (std::vector<double>{1000, 1000, 1200, 1200, 1250, 1250, 1220, 1220, 1100, 1100}));
  EXPECT_EQ(chart.strong_rows, (std::vector<bool>{true, false, false, false, false, true})) << "both ends";
}

TEST(Bridge, SaysItInASentenceAndATable) {
  const Engine engine = with_movements();
  const SectionNode& card = std::get<SectionNode>(find_node(engine.view().page, "mrr")->body);
  EXPECT_EQ(card.title, "How the recurring revenue moved");
  EXPECT_EQ(card.text, "Monthly recurring revenue (MRR) grew from 1,000 to 1,100: 250 gained, 150 lost.");
  const TableNode& table = chart_in(engine, "chart_mrr.0").table;
  ASSERT_EQ(table.rows.size(), 6U);
  EXPECT_EQ(table.rows[3][0].text, "Downgrades");
  EXPECT_EQ(table.rows[3][1].text, "−30");
  EXPECT_EQ(table.rows[5][1].text, "1,100");
}

TEST(Bridge, BeginsAtZeroOnlyWhereMuchMoved) {
  EXPECT_EQ(chart_in(with_movements(), "chart_mrr.0").chart.x.low, 1000);
  const Engine engine = typed({{"start", "10"},
                               {"lost", "5"},
                               {"mrr_start", "100"},
                               {"mrr_new", "20"},
                               {"mrr_expansion", "0"},
                               {"mrr_churned", "80"}});
  EXPECT_EQ(chart_in(engine, "chart_mrr.0").chart.x.low, 0);
  EXPECT_EQ(labels_of(chart_in(engine, "chart_mrr.0").chart).back(), "40") << "no cents where there are none";
}

TEST(Bridge, NeedsToKnowWhatCameIn) {
  const Engine engine = typed({{"start", "100"}, {"lost", "5"}, {"mrr_start", "1000"}, {"mrr_churned", "120"}});
  EXPECT_EQ(find_node(engine.view().page, "mrr"), nullptr) << "an unknown gain is not none";
}

TEST(Bridge, NoTextCoversAnotherOrALineAtAnyWidth) {
  for (const char* language : {"en", "de", "fi"}) {
    const Engine engine = with_movements(language);
    for (const double width : {208.0, 288.0, 372.0, 520.0, 808.0}) {
      const ChartMarks marks = chart_marks(chart_in(engine, "chart_mrr.0").chart, width, inter_width);
      struct Box {
        double left, top, right, bottom;
      };
      std::vector<Box> texts, lines;
      for (const Mark& mark : marks.marks) {
        const Point at = mark.points.front();
        if (mark.kind == MarkKind::Line && mark.dashed) lines.push_back({at.x, at.y, at.x, mark.points.back().y});
        if (mark.kind != MarkKind::Text) continue;
        const double wide = inter_width(mark.text, mark.size, mark.strong);
        const double left = mark.anchor == Anchor::End ? at.x - wide : at.x;
        texts.push_back({left, at.y - mark.size * 0.7, left + wide, at.y});
        EXPECT_GE(left, -0.5) << mark.text << " at " << width;
        EXPECT_LE(left + wide, width + 0.5) << mark.text << " at " << width;
      }
      ASSERT_EQ(texts.size(), 12U);
      for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto apart = [&](const Box& other) {
          return texts[i].right <= other.left || other.right <= texts[i].left || texts[i].bottom <= other.top ||
                 other.bottom <= texts[i].top;
        };
        for (std::size_t j = 0; j < i; ++j) EXPECT_TRUE(apart(texts[j])) << i << " over " << j << " at " << width;
        for (const Box& line : lines) EXPECT_TRUE(apart(line)) << i << " on a line at " << width;
      }
    }
  }
}

constexpr std::string_view kEuros =
    "A,2025-01-05,,10,EUR,monthly\nB,2025-01-20,2025-03-10,20,EUR,monthly\nC,2025-02-01,,30,EUR,monthly\n"
    "D,2025-03-15,,40,EUR,monthly\nE,2025-01-01,,50,EUR,monthly\nF,2025-01-01,2025-03-31,50,EUR,monthly\n";

TEST(Currency, StandsBesideEveryAmount) {
  const Engine engine = subscriptions(kEuros);
  ASSERT_EQ(engine.report().currencies.size(), 1U);
  const Node& page = engine.view().page;
  EXPECT_EQ(std::get<TableNode>(find_node(page, "table_mrr.0")->body).caption,
            "Monthly recurring revenue by period, €");
  EXPECT_NE(std::get<SectionNode>(find_node(page, "mrr")->body).text.find("€"), std::string::npos);
  EXPECT_EQ(chart_in(engine, "chart_mrr.0").table.columns[1].label, "MRR, €");
}

TEST(Currency, SeveralHaveABridgeEach) {
  const Engine engine =
      subscriptions(std::string(kEuros) + "G,2025-01-01,,7,USD,monthly\nH,2025-01-01,,9,USD,monthly\n");
  ASSERT_EQ(engine.report().currencies.size(), 2U);
  EXPECT_NE(chart_in(engine, "chart_mrr.0").summary.find("€"), std::string::npos);
  EXPECT_NE(chart_in(engine, "chart_mrr.1").summary.find("$16"), std::string::npos);
  EXPECT_EQ(chart_in(engine, "chart_mrr.1").title, "How the recurring revenue moved, $");
}

TEST(WhatIf, TypedCountsSlideThemselves) {
  Engine engine = typed({{"start", "100"}, {"lost", "5"}});
  EXPECT_NE(find_node(engine.view().page, "slide.lost"), nullptr);
  EXPECT_EQ(find_node(engine.view().page, "slide.kept"), nullptr);
  engine.set("margin", "80%");
  EXPECT_EQ(find_node(engine.view().page, "slide.margin"), nullptr) << "without revenue a margin changes nothing";
  engine.set("arpa", "50");
  EXPECT_NE(find_node(engine.view().page, "slide.margin"), nullptr);
}

TEST(WhatIf, OfAFileSomeOfTheLostAreKept) {
  for (const char* sample : {"sample.subscriptions", "sample.lists", "sample.transactions"}) {
    Engine engine;
    engine.set("language", "en");
    engine.apply({.body = PressAction{.id = sample}});
    const Node* slider = find_node(engine.view().page, "slide.kept");
    ASSERT_NE(slider, nullptr) << sample;
    const PeriodTotals totals = *engine.report().totals;
    EXPECT_EQ(std::get<FieldNode>(slider->body).slider->high, totals.lost) << sample;
    EXPECT_EQ(find_node(engine.view().page, "what_if_figures"), nullptr) << "nothing was slid";
    const std::string lead = std::get<TextNode>(find_node(engine.view().page, "verdict")->body).spans[1].text;
    engine.apply({.body = SetAction{.id = "slide.kept", .value = "1"}});
    EXPECT_NEAR(*find_metric(engine.report(), "what_if_churn_rate")->metric.value, (totals.lost - 1) / totals.start,
                1e-12);
    EXPECT_GT(*find_metric(engine.report(), "what_if_value")->metric.value, 0) << sample;
    EXPECT_NE(find_node(engine.view().page, "what_if_figures"), nullptr) << sample;
    EXPECT_EQ(std::get<TextNode>(find_node(engine.view().page, "verdict")->body).spans[1].text, lead)
        << "what was, was";
  }
}

TEST(WhatIf, ASliderSaysWhereItStands) {
  Engine engine;
  engine.set("language", "en");
  engine.apply({.body = PressAction{.id = "sample.lists"}});
  EXPECT_EQ(std::get<FieldNode>(find_node(engine.view().page, "slide.kept")->body).hint, "0 of 13");
  engine.apply({.body = SetAction{.id = "slide.kept", .value = "4"}});
  EXPECT_EQ(std::get<FieldNode>(find_node(engine.view().page, "slide.kept")->body).hint, "4 of 13");
  EXPECT_EQ(std::get<FieldNode>(find_node(engine.view().page, "slide.kept")->body).slider->at, 4);
  EXPECT_EQ(std::get<SectionNode>(find_node(engine.view().page, "what_if")->body).text,
            "What if some of the lost customers had stayed?");
  engine = typed({{"start", "100"}, {"lost", "5"}, {"arpa", "50"}, {"margin", "80%"}});
  EXPECT_EQ(std::get<FieldNode>(find_node(engine.view().page, "slide.margin")->body).slider->at, 80);
  EXPECT_EQ(std::get<SectionNode>(find_node(engine.view().page, "what_if")->body).text,
            "Move the slider: result, comparison and cost move with it.");
}

TEST(WhatIf, WhatIsKeptIsSaidForThePeriod) {
  Engine engine;
  engine.set("language", "en");
  engine.apply({.body = PressAction{.id = "sample.subscriptions"}});
  engine.apply({.body = SetAction{.id = "slide.kept", .value = "2"}});
  EXPECT_EQ(std::get<MetricNode>(find_node(engine.view().page, "what_if_value")->body).note, "a month");
}

TEST(WhatIf, IsNotThereWhereNothingWouldChange) {
  for (const char* sample : {"sample.reasons", "sample.survival"}) {
    Engine engine;
    engine.apply({.body = PressAction{.id = sample}});
    EXPECT_EQ(find_node(engine.view().page, "what_if"), nullptr) << sample;
  }
  Engine engine;
  engine.apply({.body = PressAction{.id = "sample.history"}});
  EXPECT_EQ(find_node(engine.view().page, "what_if"), nullptr) << "without revenue there is nothing to gain";
  engine.set("arpa", "12");
  EXPECT_NE(find_node(engine.view().page, "slide.kept"), nullptr);
  Engine example;
  example.set("language", "en");
  EXPECT_EQ(find_node(example.view().page, "what_if"), nullptr) << "nobody has typed these numbers";
  const Engine nobody_left = subscriptions(
      "A,2025-01-05,,10,EUR,monthly\nB,2025-01-20,,20,EUR,monthly\n"
      "C,2025-03-01,,20,EUR,monthly\n");
  EXPECT_EQ(find_node(nobody_left.view().page, "what_if"), nullptr) << "of nobody lost none is kept";
}

}  // namespace
}  // namespace kirnu

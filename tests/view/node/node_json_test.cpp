#include "view/node/node_json.h"
#include "support/source_file.h"

#include <gtest/gtest.h>

#include <limits>

namespace kirnu {
namespace {

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::string read_sample() { return read_source("tests/view/node/sample_view.json"); }

View view_of(Node child) {
  View view;
  view.page = {.id = "page", .body = PageNode{}, .children = {}};
  view.page.children.push_back(std::move(child));
  return view;
}

TEST(NodeJson, AnEmptyPageIsShort) {
  View view;
  view.page = {.id = "page", .body = PageNode{.title = "Kirnu", .subtitle = "", .language = "de"}, .children = {}};
  EXPECT_EQ(write_view(view), R"({"revision":0,"page":{"id":"page","kind":"page","title":"Kirnu","language":"de"}})");
}

TEST(NodeJson, KeysAreTheMembersAndWordsAreSnakeCase) {
  struct Row {
    const char* name;
    NodeBody body;
    const char* json;
  };
  const Row rows[] = {
      {"section", SectionNode{.role = SectionRole::WideCard, .title = "T", .text = "", .open = true},
       R"({"id":"x","kind":"section","role":"wide_card","title":"T"})"},
      {"closed fold", SectionNode{.role = SectionRole::Fold, .title = "", .text = "", .open = false},
       R"({"id":"x","kind":"section","role":"fold","open":false})"},
      {"text", TextNode{.style = TextStyle::Lead, .spans = {{"a", false}, {"b", true}}, .tone = Tone::Bad},
       R"({"id":"x","kind":"text","style":"lead","spans":[{"text":"a"},{"text":"b","marked":true}],"tone":"bad"})"},
      {"select",
       SelectNode{
           .label = "L", .help = "", .value = "b", .options = {{"a", "A"}, {"b", "B"}}, .segmented = true, .error = ""},
       R"({"id":"x","kind":"select","label":"L","value":"b","options":[{"value":"a","label":"A"},{"value":"b","label":"B"}],"segmented":true})"},
      {"toggle", ToggleNode{.label = "L", .help = "", .on = true},
       R"({"id":"x","kind":"toggle","label":"L","on":true})"},
      {"progress of unknown length", ProgressNode{.label = "L", .fraction = {}, .text = ""},
       R"({"id":"x","kind":"progress","label":"L"})"},
      {"nothing is still a value", ProgressNode{.label = "", .fraction = 0.0, .text = ""},
       R"({"id":"x","kind":"progress","fraction":0.0})"},
      {"message", MessageNode{.level = MessageLevel::Error, .text = "t"},
       R"({"id":"x","kind":"message","level":"error","text":"t"})"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const std::string json = write_view(view_of({.id = "x", .body = row.body, .children = {}}));
    EXPECT_EQ(json, R"({"revision":0,"page":{"id":"page","kind":"page","children":[)" + std::string(row.json) + "]}}");
  }
}

TEST(NodeJson, NumbersThatAreNotFiniteAreNeverWritten) {
  ChartNode chart;
  chart.chart.x = {.low = -kInfinity, .high = kNotANumber, .ticks = {}};
  chart.chart.shapes = {
      {.kind = ShapeKind::Line, .ink = Ink::Data, .points = {{1, 2}, {kNotANumber, 2}, {3, kInfinity}}}};
  const std::string json = write_view(view_of({.id = "c", .body = chart, .children = {}}));
  EXPECT_NE(json.find(R"("chart":{"shapes":[{"points":[[1.0,2.0]]}]})"), std::string::npos) << json;
  EXPECT_EQ(json.find("null"), std::string::npos);

  const MetricNode metric{.label = "", .text = "–", .value = kNotANumber, .note = "", .sign = "", .how = {}};
  EXPECT_EQ(write_view(view_of({.id = "m", .body = metric, .children = {}})),
            R"({"revision":0,"page":{"id":"page","kind":"page","children":[{"id":"m","kind":"metric","text":"–"}]}})");
}

TEST(NodeJson, ASampleViewComesBackAsItWas) {
  const std::string sample = read_sample();
  const std::optional<View> view = read_view(sample);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->revision, 7);
  ASSERT_EQ(view->page.children.size(), 4U);
  const auto& lost = std::get<FieldNode>(view->page.children[1].children[1].body);
  EXPECT_EQ(lost.label, "Davon verloren");
  EXPECT_EQ(lost.value, "250");

  const std::string written = write_view(*view);
  const std::optional<View> again = read_view(written);
  ASSERT_TRUE(again);
  EXPECT_EQ(write_view(*again), written);
}

TEST(NodeJson, AChartComesBackAsItWas) {
  const std::optional<View> view = read_view(
      R"({"page":{"id":"p","kind":"page","children":[{"id":"c","kind":"chart","chart":{
        "x":{"low":2,"high":9,"ticks":[{"at":4,"label":"four"}]},"rows":["a","b"],"strong_rows":[false,true],
        "shapes":[{"kind":"big_dot","ink":"own","points":[[3,1]]}],
        "labels":[{"place":"end_of_line","at":[9,0],"text":"end","small":true}],
        "stops":[{"at":[3,1],"text":"three"}]}}]}})");
  ASSERT_TRUE(view);
  const Chart& chart = std::get<ChartNode>(view->page.children.at(0).body).chart;
  EXPECT_EQ(chart.x.low, 2);
  EXPECT_EQ(chart.x.ticks.at(0).at, 4);
  EXPECT_EQ(chart.y.high, 1);
  EXPECT_EQ(chart.strong_rows, (std::vector<bool>{false, true}));
  EXPECT_EQ(chart.shapes.at(0).kind, ShapeKind::BigDot);
  EXPECT_EQ(chart.shapes.at(0).ink, Ink::Own);
  EXPECT_EQ(chart.labels.at(0).place, LabelPlace::EndOfLine);
  EXPECT_TRUE(chart.labels.at(0).small);
  EXPECT_EQ(chart.stops.at(0).at.x, 3);
}

TEST(NodeJson, WhatIsNoViewIsNotRead) {
  struct Row {
    const char* name;
    std::string json;
  };
  const Row rows[] = {
      {"empty", ""},
      {"cut off", R"({"page":{"id":"p","kind":"pa)"},
      {"a list", "[]"},
      {"no page", R"({"revision":1})"},
      {"a page that is a word", R"({"page":"page"})"},
      {"another root", R"({"page":{"id":"p","kind":"text"}})"},
      {"an unknown root", R"({"page":{"id":"p","kind":"castle"}})"},
      {"too deep", std::string(33, '[') + std::string(33, ']')},
  };
  for (const Row& row : rows) EXPECT_FALSE(read_view(row.json)) << row.name;
}

TEST(NodeJson, MembersOfTheWrongTypeKeepTheirDefaults) {
  const std::optional<View> view = read_view(
      R"({"revision":1.5,"page":{"id":7,"kind":"page","title":[],"children":[
        {"id":"a","kind":"castle"}, 3, null,
        {"id":"s","kind":"section","role":"roof","open":"no","children":{}},
        {"id":"m","kind":"metric","value":"many","large":1,"how":[]},
        {"id":"t","kind":"table","rows":[{}, [7, {"shade":true}]]}]}})");
  ASSERT_TRUE(view);
  EXPECT_EQ(view->revision, 0);
  EXPECT_EQ(view->page.id, "");
  ASSERT_EQ(view->page.children.size(), 3U);
  EXPECT_EQ(std::get<SectionNode>(view->page.children[0].body).role, SectionRole::Card);
  EXPECT_TRUE(std::get<SectionNode>(view->page.children[0].body).open);
  const auto& metric = std::get<MetricNode>(view->page.children[1].body);
  EXPECT_FALSE(metric.value);
  EXPECT_FALSE(metric.large);
  EXPECT_FALSE(metric.how);
  const auto& table = std::get<TableNode>(view->page.children[2].body);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_FALSE(table.rows[1].at(1).shade);
}

}  // namespace
}  // namespace kirnu

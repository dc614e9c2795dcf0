#include <gtest/gtest.h>

#include "drawn_screen.h"
#include "view/node/node_json.h"

namespace kirnu {
namespace {

constexpr double kWidths[] = {280, 320, 360, 600, 768, 900, 1280, 1600, 1920};

/// Puts a word that is wider than any phone's column before every label.
struct Lengthener {
  static void lengthen(std::string& text) {
    if (!text.empty()) text = "Kundenabwanderungswahrscheinlichkeit " + text;
  }

  void operator()(PageNode& node) const { lengthen(node.subtitle); }
  void operator()(SectionNode& node) const {
    lengthen(node.title);
    lengthen(node.text);
  }
  void operator()(TextNode& node) const {
    for (Span& span : node.spans) lengthen(span.text);
  }
  void operator()(FieldNode& node) const {
    lengthen(node.label);
    lengthen(node.hint);
    lengthen(node.help);
    node.error = "Weiterempfehlungsbereitschaftsberechnung: so geht es nicht.";
    node.note = "verstanden als 1.500";
  }
  void operator()(SelectNode& node) const {
    lengthen(node.label);
    for (Option& option : node.options) lengthen(option.label);
  }
  void operator()(ToggleNode& node) const { lengthen(node.label); }
  void operator()(ButtonNode& node) const { lengthen(node.label); }
  void operator()(MetricNode& node) const {
    lengthen(node.label);
    lengthen(node.note);
    if (node.word) lengthen(node.text);
    if (!node.how) return;
    node.how->open = true;
    lengthen(node.how->title);
    lengthen(node.how->formula);
    lengthen(node.how->inserted);
  }
  void operator()(TableNode& node) const {
    lengthen(node.caption);
    for (TableColumn& column : node.columns) lengthen(column.label);
    for (auto& row : node.rows) lengthen(row.front().text);
  }
  void operator()(ChartNode& node) const {
    lengthen(node.title);
    lengthen(node.summary);
    for (std::string& row : node.chart.rows) lengthen(row);
  }
  void operator()(MessageNode& node) const { lengthen(node.text); }
  void operator()(ProgressNode& node) const { lengthen(node.label); }
};

void lengthen(Node& node) {
  if (auto* section = std::get_if<SectionNode>(&node.body)) section->open = true;
  std::visit(Lengthener{}, node.body);
  for (Node& child : node.children) lengthen(child);
}

std::string long_view_json() {
  View view = *read_view(sample_view_json());
  lengthen(view.page);
  return write_view(view);
}

void expect_apart(const DrawnScreen& screen, double width) {
  for (const DrawnText& text : screen.texts) {
    EXPECT_GE(text.rect.x, 0) << text.text << " at " << width;
    EXPECT_LE(text.rect.right(), width) << text.text << " at " << width;
    EXPECT_LE(text.rect.bottom(), screen.height) << text.text << " at " << width;
  }
  for (std::size_t i = 0; i < screen.texts.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Rect& a = screen.texts[i].rect;
      const Rect& b = screen.texts[j].rect;
      // Line boxes may touch; letters fill the middle 70 % of them.
      const double apart = std::fabs((a.y + a.height / 2) - (b.y + b.height / 2));
      const bool clear = a.x >= b.right() || b.x >= a.right() || apart >= 0.35 * (a.height + b.height);
      EXPECT_TRUE(clear) << screen.texts[i].text << " over " << screen.texts[j].text << " at " << width;
    }
  }
}

TEST(GuiLayout, NoTextCoversAnotherOrLeavesThePage) {
  for (const double width : kWidths) expect_apart(DrawnScreen(sample_view_json(), width), width);
}

TEST(GuiLayout, NorDoLongGermanWords) {
  const std::string view = long_view_json();
  for (const double width : kWidths) expect_apart(DrawnScreen(view, width), width);
}

TEST(GuiLayout, EveryNodeIsInsideThePage) {
  for (const double width : kWidths) {
    const DrawnScreen screen(long_view_json(), width);
    EXPECT_GE(screen.places.size(), 55U);
    for (const auto& [id, rect] : screen.places) {
      EXPECT_GE(rect.x, 0) << id << " at " << width;
      EXPECT_GE(rect.y, 0) << id << " at " << width;
      EXPECT_LE(rect.right(), width + 0.01) << id << " at " << width;
      EXPECT_LE(rect.bottom(), screen.height) << id << " at " << width;
    }
  }
}

TEST(GuiLayout, APageWiderThanItsColumnIsCentred) {
  const DrawnScreen screen(sample_view_json(), 1600);
  EXPECT_EQ(screen.places.at("start").x, 192);
  EXPECT_EQ(screen.places.at("history").right(), 1408);
}

}  // namespace
}  // namespace kirnu

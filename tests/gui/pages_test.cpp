#include <gtest/gtest.h>

#include "drawn_screen.h"
#include "engine/engine.h"
#include "view/node/node_json.h"

namespace kirnu {
namespace {

constexpr double kWidths[] = {280, 320, 360, 600, 768, 1024, 1280, 1920};

/// Everything that can be folded is open.
void open_all(Node& node) {
  if (auto* section = std::get_if<SectionNode>(&node.body)) section->open = true;
  if (auto* metric = std::get_if<MetricNode>(&node.body); metric && metric->how) metric->how->open = true;
  for (Node& child : node.children) open_all(child);
}

std::string page_of(const std::string& language, const std::string& press) {
  Engine engine;
  engine.set("language", language);
  engine.apply({.body = PressAction{.id = press}});
  View view = engine.view();
  open_all(view.page);
  return write_view(view);
}

/// What somebody typed may be longer than its field.
bool is_typed(const DrawnScreen& screen, const Node& node, const DrawnText& text) {
  const auto* field = std::get_if<FieldNode>(&node.body);
  const auto place = screen.places.find(node.id);
  if (field && place != screen.places.end()) {
    const Rect& box = place->second;
    const double middle = text.rect.y + text.rect.height / 2;
    return middle > box.y && middle < box.bottom() && text.rect.x >= box.x && text.rect.x <= box.right();
  }
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](const Node& child) { return is_typed(screen, child, text); });
}

/// The smallest place in which a text begins: what it belongs to.
Rect place_of(const DrawnScreen& screen, const DrawnText& text) {
  const double middle = text.rect.y + text.rect.height / 2;
  Rect smallest{0, 0, 1e6, 1e6};
  for (const auto& [id, rect] : screen.places) {
    const bool inside =
        text.rect.x >= rect.x - 0.5 && text.rect.x < rect.right() && middle > rect.y && middle < rect.bottom();
    if (inside && rect.width * rect.height < smallest.width * smallest.height) smallest = rect;
  }
  return smallest;
}

void expect_fits(const DrawnScreen& screen, const View& view, const std::string& where) {
  for (const DrawnText& text : screen.texts) {
    if (is_typed(screen, view.page, text)) continue;
    EXPECT_LE(text.rect.right(), place_of(screen, text).right() + 1) << text.text << ", " << where;
    EXPECT_NE(text.text.find_first_not_of(" \n"), std::string::npos) << where;
  }
}

TEST(GuiPages, NoTextOfAnyJobIsWiderThanItsPlaceInAnyLanguage) {
  for (const char* language : {"de", "fi", "en"}) {
    for (const char* press : {"example", "clear", "sample.history", "sample.lists", "sample.subscriptions",
                              "sample.transactions", "sample.reasons", "sample.survival"}) {
      const std::string json = page_of(language, press);
      const View view = *read_view(json);
      for (const double width : kWidths) {
        const std::string where = std::string(language) + ", " + press + " at " + std::to_string(width);
        const DrawnScreen screen(json, width);
        EXPECT_GT(screen.texts.size(), 20U) << where;
        expect_fits(screen, view, where);
      }
    }
  }
}

}  // namespace
}  // namespace kirnu

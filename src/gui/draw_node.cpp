#include "gui/draw.h"

namespace kirnu {
namespace {

struct Drawer {
  Screen& screen;
  const Node& node;
  const Area& area;

  double operator()(const PageNode&) const { return draw_page(screen, node); }
  double operator()(const SectionNode& body) const { return draw_section(screen, node, body, area); }
  double operator()(const TextNode& body) const { return draw_text(screen, node, body, area); }
  double operator()(const FieldNode& body) const { return draw_field(screen, node, body, area); }
  double operator()(const SelectNode& body) const { return draw_select(screen, node, body, area); }
  double operator()(const ToggleNode& body) const { return draw_toggle(screen, node, body, area); }
  double operator()(const ButtonNode& body) const { return draw_button(screen, node, body, area); }
  double operator()(const MetricNode& body) const { return draw_metric(screen, node, body, area); }
  double operator()(const TableNode& body) const { return draw_table(screen, node, body, area); }
  double operator()(const ChartNode& body) const { return draw_chart(screen, node, body, area); }
  double operator()(const MessageNode& body) const { return draw_message(screen, node, body, area); }
  double operator()(const ProgressNode& body) const { return draw_progress(screen, node, body, area); }
};

}  // namespace

double draw_node(Screen& screen, const Node& node, const Area& area) {
  return std::visit(Drawer{screen, node, area}, node.body);
}

}  // namespace kirnu

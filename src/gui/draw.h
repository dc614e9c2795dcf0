#pragma once
#include "gui/screen.h"
#include "view/node/node.h"

/// One draw function a kind of node. Each draws into the area from its upper edge down, reports the rectangles of
/// what it drew, adds what a person did to the screen's actions, and answers the height it took.
namespace kirnu {

double draw_node(Screen& screen, const Node& node, const Area& area);

/// The whole page, as high as it gets.
double draw_page(Screen& screen, const Node& page);

double draw_section(Screen& screen, const Node& node, const SectionNode& section, const Area& area);
double draw_text(Screen& screen, const Node& node, const TextNode& text, const Area& area);
double draw_field(Screen& screen, const Node& node, const FieldNode& field, const Area& area);
double draw_select(Screen& screen, const Node& node, const SelectNode& select, const Area& area);
double draw_toggle(Screen& screen, const Node& node, const ToggleNode& toggle, const Area& area);
double draw_button(Screen& screen, const Node& node, const ButtonNode& button, const Area& area);
double draw_metric(Screen& screen, const Node& node, const MetricNode& metric, const Area& area);
double draw_table(Screen& screen, const Node& node, const TableNode& table, const Area& area);
double draw_chart(Screen& screen, const Node& node, const ChartNode& chart, const Area& area);
double draw_message(Screen& screen, const Node& node, const MessageNode& message, const Area& area);
double draw_progress(Screen& screen, const Node& node, const ProgressNode& progress, const Area& area);

/// Children one under another, two simple fields side by side where there is room.
double draw_stack(Screen& screen, const std::vector<Node>& nodes, const Area& area, double gap);

/// A row of numbers, with the open explanations under each row.
double draw_figures(Screen& screen, const Node& section, const Area& area);

/// Whether a button is words alone, without a face.
bool is_bare(ButtonStyle style);

/// What a button is wide by itself.
double button_width(const Screen& screen, const ButtonNode& button);

/// What a select is wide when all of what is chosen in it stands in one line.
double menu_width(const Screen& screen, const SelectNode& select);

/// Header controls: small and without a label.
double pill_width(const Screen& screen, const Node& node);
void draw_pill(Screen& screen, const Node& node, const Rect& rect, bool strong);

/// Words about a point, in a box beside it that stays inside what it belongs to.
void draw_stop(Screen& screen, std::string_view words, Point at, const Rect& inside);

/// The line that folds something: words and an arrow.
void draw_fold_header(Screen& screen, std::string_view id, std::string_view title, bool open, const Rect& rect,
                      const TextLook& look);

/// Text in a box with its selection and caret: what a transparent HTML control over it edits.
void draw_typed(Screen& screen, const Node& node, const FieldNode& field, const Rect& box);

/// Error, note and help under a control.
double draw_remarks(Screen& screen, std::string_view error, std::string_view note, std::string_view help,
                    const Area& area);

/// The sign that says a message's level without colour, in a square of 16 px.
void draw_sign(Screen& screen, MessageLevel level, Point corner);

}  // namespace kirnu

#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gui/canvas.h"
#include "view/node/node.h"
#include "view/node/text_lines.h"

namespace kirnu {

/// What a person did on the canvas; the page turns it over to the core.
struct GuiAction {
  enum class Type { Set, Press, Fold } type = Type::Press;
  std::string id;
  std::string value = {};
  bool open = false;
};

/// The control that has the focus. It owns its text; `scroll` is how far it was moved to keep the caret in sight.
struct Focus {
  std::string id;
  std::string text;
  std::size_t start = 0;
  std::size_t end = 0;
  bool caret = false;
  Point scroll;
};

/// Rectangles by node id, in drawing order.
using Places = std::vector<std::pair<std::string, Rect>>;

/// What was measured: it holds until another View, another width or another font comes.
struct MeasuredHeight {
  const Node* node = nullptr;
  double width = 0;
  double height = 0;
};

/// What draw functions work with during one frame.
struct Screen {
  Canvas& canvas;
  Focus& focus;
  Places& places;
  std::vector<GuiAction>& actions;
  std::vector<MeasuredHeight>& heights;
  double width = 0;             ///< of the page column
  std::string_view card_title;  ///< title of the card that is being drawn: what is in it need not repeat it
  bool in_card = false;         ///< the card is frame enough for its figures

  bool phone() const { return width < kPhone; }
  /// How high something to press is at least.
  double press_height() const { return phone() ? 44 : 36; }
  bool focused(std::string_view id) const { return !focus.id.empty() && focus.id == id; }
};

/// The height a drawing takes, without drawing it.
double measured(Screen& screen, const std::function<double()>& draw);

/// The same for a node in an area of this width, which is measured once.
double measured_once(Screen& screen, const Node& node, double width, const std::function<double()>& draw);

/// Reports where a node is.
void place(Screen& screen, std::string_view id, const Rect& rect);

struct Press {
  bool hovered = false;
  bool held = false;
  bool clicked = false;
};

/// What the pointer does with a rectangle. Ids are the View's, never words from a file.
Press press(Screen& screen, std::string_view id, const Rect& rect);

/// The pointer's place in the rectangle; false when it is elsewhere.
bool find_pointer(const Screen& screen, const Rect& rect, Point& pointer);

void draw_focus_ring(Screen& screen, const Rect& rect, double radius);

/// Text in lines of the area's width; answers the height it took, 0 for no text.
double draw_paragraph(Screen& screen, std::string_view text, const Area& area, const TextLook& look);

/// Lines of a text for a width.
std::vector<TextLine> paragraph_lines(const Screen& screen, std::string_view text, double width, const TextLook& look);

/// The widest word of a text: narrower than this a column breaks words.
double widest_word(const Screen& screen, std::string_view text, const TextLook& look);

}  // namespace kirnu

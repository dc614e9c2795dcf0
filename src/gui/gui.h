#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gui/screen.h"
#include "gui/theme.h"
#include "view/node/node.h"

namespace kirnu {

/// Draws a View with Dear ImGui and tells what a person did on it. It knows no window: frame() leaves ImGui's draw
/// data for whoever has one. Behind the functions of docs/architecture.md, "The GUI's C entry points".
class Gui {
 public:
  Gui();
  ~Gui();
  Gui(const Gui&) = delete;
  Gui& operator=(const Gui&) = delete;

  enum class Pointer { Move, Down, Up, Left };

  /// A TrueType font for weight 400 or 600; copied. False when it is none.
  bool set_font(int weight, std::string_view bytes);
  bool set_theme(std::string_view json);
  bool set_view(std::string_view json);
  void set_size(double width, double backing_width, double backing_height, double top, double height);
  void set_focus(Focus focus);
  void set_pointer(Pointer kind, double x, double y, bool touch);

  /// Whether there is anything to draw: a View, a font and a size.
  bool ready() const { return view_ && fonts_.regular && width_ > 0; }
  /// Builds the frame for a time in seconds, when ready.
  void frame(double seconds);
  /// Whether ImGui needs another frame to show what came in last.
  bool wants_frame() const { return frames_wanted_ > 0; }
  /// Whether something stands elsewhere than in the frame before the last.
  bool moved() const { return moved_; }
  void want_frames(int frames);

  const Theme& theme() const { return theme_; }
  /// {"height":1234,"nodes":{"start":[x,y,width,height],…}} after the last frame.
  const std::string& layout();
  /// The Actions since the last call, as a JSON list.
  const std::string& actions();

  /// For tests: every line of text that the next frames draw.
  void record(std::vector<DrawnText>* texts) { record_ = texts; }

 private:
  void tell_density();
  double draw(const View& view);

  ImGuiContext* context_;
  Fonts fonts_;
  Theme theme_ = light_theme();
  std::optional<View> view_;
  Canvas::View shown_;
  double width_ = 0;
  Focus focus_;
  Places places_;
  bool moved_ = true;
  std::vector<GuiAction> done_;
  std::vector<MeasuredHeight> heights_;
  double height_ = 0;
  double last_seconds_ = 0;
  int frames_wanted_ = 0;
  std::string layout_;
  std::string actions_;
  std::vector<DrawnText>* record_ = nullptr;
};

}  // namespace kirnu

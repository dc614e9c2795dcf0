#pragma once

struct SDL_Window;

namespace kirnu {

/// SDL's window and GL context on the page's canvas. SDL gets no events: the page sends them to the GUI, so that no
/// wheel, touch or key is ever taken from it.
class Window {
 public:
  Window();
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  /// False where there is no WebGL2.
  bool ready() const { return context_ != nullptr; }
  /// Shows what was drawn since.
  void present();

 private:
  SDL_Window* window_ = nullptr;
  void* context_ = nullptr;
};

}  // namespace kirnu

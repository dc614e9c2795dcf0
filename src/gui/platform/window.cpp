#include "gui/platform/window.h"

#include <SDL.h>
#include <emscripten.h>
#include <emscripten/html5.h>

// SDL knows only "#canvas"; here it is the canvas that this instance was given, wherever in the page it is.
EM_JS(void, use_given_canvas, (), { specialHTMLTargets["#canvas"] = Module["canvas"]; });

namespace kirnu {
namespace {

constexpr const char* kCanvas = "#canvas";

/// SDL listens to everything once it has a window. It would prevent Tab, stop scrolling and swallow touches.
void remove_listeners() {
  emscripten_set_mousemove_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_mousedown_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_mouseup_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, 0, nullptr);
  emscripten_set_mouseenter_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_mouseleave_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_wheel_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_focus_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, 0, nullptr);
  emscripten_set_blur_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, 0, nullptr);
  emscripten_set_touchstart_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_touchend_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_touchmove_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_touchcancel_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_pointerlockchange_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, 0, nullptr);
  emscripten_set_keydown_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_keyup_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_keypress_callback(kCanvas, nullptr, 0, nullptr);
  emscripten_set_fullscreenchange_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, 0, nullptr);
  emscripten_set_resize_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, 0, nullptr);
  emscripten_set_visibilitychange_callback(nullptr, 0, nullptr);
  emscripten_set_beforeunload_callback(nullptr, nullptr);
}

void ask_for_webgl2() {
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
}

}  // namespace

Window::Window() {
  use_given_canvas();
  // The canvas never has the focus, so that no key passes SDL even before its listeners are gone.
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, kCanvas);
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return;
  ask_for_webgl2();
  // Without a title SDL leaves the document's alone; without ALLOW_HIGHDPI it leaves the canvas's CSS size alone.
  window_ = SDL_CreateWindow(nullptr, 0, 0, 1, 1, SDL_WINDOW_OPENGL);
  remove_listeners();
  if (window_) context_ = SDL_GL_CreateContext(window_);
}

Window::~Window() {
  if (context_) SDL_GL_DeleteContext(context_);
  if (window_) SDL_DestroyWindow(window_);
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

void Window::present() { SDL_GL_SwapWindow(window_); }

}  // namespace kirnu

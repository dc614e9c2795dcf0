// The GUI's C entry points: docs/architecture.md.
#include <GLES3/gl3.h>
#include <emscripten.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string_view>

#include "gui/gui.h"
#include "gui/platform/window.h"

namespace {

using kirnu::Gui;

struct Program {
  kirnu::Window window;
  Gui gui;
  bool drawable = false;
  std::uint64_t drawn = 0;  ///< fingerprint of what the canvas shows; 0: not known
};

// The one state there must be: the entry points carry no handle, since an instance of the module is one canvas.
std::unique_ptr<Program> program;

std::string_view view_of(const char* text, int bytes) { return {text, static_cast<std::size_t>(std::max(bytes, 0))}; }

void clear(ImU32 colour) {
  const ImVec4 paper = ImGui::ColorConvertU32ToFloat4(colour);
  glClearColor(paper.x, paper.y, paper.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

void add(std::uint64_t& fingerprint, const void* data, std::size_t bytes) {
  constexpr std::uint64_t kPrime = 0x100000001b3;  // FNV-1a, four bytes at a time
  const auto* words = static_cast<const std::uint32_t*>(data);
  for (std::size_t i = 0; i < bytes / sizeof(*words); ++i) fingerprint = (fingerprint ^ words[i]) * kPrime;
}

/// What a frame looks like, as a number; 0 when it brings glyphs that are still to be uploaded.
std::uint64_t fingerprint_of(const ImDrawData& data) {
  for (const ImTextureData* texture : *data.Textures) {
    if (texture->Status != ImTextureStatus_OK) return 0;
  }
  std::uint64_t fingerprint = 0xcbf29ce484222325;
  for (const ImDrawList* list : data.CmdLists) {
    add(fingerprint, list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      add(fingerprint, &command.ClipRect, sizeof(command.ClipRect));
      add(fingerprint, &command.ElemCount, sizeof(command.ElemCount));
    }
  }
  return fingerprint;
}

/// Bit 0: another frame is wanted. Bit 1: gui_layout() says something else than before.
int told(const Gui& gui) { return (gui.wants_frame() ? 1 : 0) | (gui.moved() ? 2 : 0); }

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE int gui_create() {
  if (program) return program->drawable;
  auto made = std::make_unique<Program>();
  if (!made->window.ready()) return 0;
  made->drawable = ImGui_ImplOpenGL3_Init();
  program = std::move(made);
  return program->drawable;
}

EMSCRIPTEN_KEEPALIVE void gui_font(int weight, const char* bytes, int size) {
  if (program) program->gui.set_font(weight, view_of(bytes, size));
}

EMSCRIPTEN_KEEPALIVE void gui_theme(const char* json, int bytes) {
  if (!program) return;
  program->gui.set_theme(view_of(json, bytes));
  program->drawn = 0;
}

EMSCRIPTEN_KEEPALIVE int gui_view(const char* json, int bytes) {
  return program && program->gui.set_view(view_of(json, bytes));
}

EMSCRIPTEN_KEEPALIVE void gui_size(double width, double backing_width, double backing_height, double top,
                                   double height) {
  if (!program) return;
  program->gui.set_size(width, backing_width, backing_height, top, height);
  program->drawn = 0;  // another size clears the canvas
}

EMSCRIPTEN_KEEPALIVE void gui_focus(const char* id, int id_bytes, const char* text, int bytes, int start, int end,
                                    int caret) {
  if (!program) return;
  program->gui.set_focus({.id = std::string(view_of(id, id_bytes)),
                          .text = std::string(view_of(text, bytes)),
                          .start = static_cast<std::size_t>(std::max(start, 0)),
                          .end = static_cast<std::size_t>(std::max(end, 0)),
                          .caret = caret != 0,
                          .scroll = {}});
}

EMSCRIPTEN_KEEPALIVE void gui_pointer(int kind, double x, double y, int touch) {
  if (!program || kind < 0 || kind > 3) return;
  program->gui.set_pointer(static_cast<Gui::Pointer>(kind), x, y, touch != 0);
}

/// A frame that looks like the one before stays what the canvas shows: a pointer that moves over words costs nothing.
EMSCRIPTEN_KEEPALIVE int gui_frame(double seconds) {
  if (!program || !program->drawable) return 0;
  Gui& gui = program->gui;
  if (!gui.ready()) return 0;
  ImGui_ImplOpenGL3_NewFrame();
  gui.frame(seconds);
  const std::uint64_t next = fingerprint_of(*ImGui::GetDrawData());
  if (next != 0 && next == program->drawn) return told(gui);
  program->drawn = next;
  clear(gui.theme().of(kirnu::Colour::Paper));
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  program->window.present();
  return told(gui);
}

EMSCRIPTEN_KEEPALIVE const char* gui_layout() { return program ? program->gui.layout().c_str() : ""; }

EMSCRIPTEN_KEEPALIVE const char* gui_actions() { return program ? program->gui.actions().c_str() : "[]"; }

/// The browser took the GL context away: nothing is drawn until it is back.
EMSCRIPTEN_KEEPALIVE void gui_context_lost() {
  if (!program || !program->drawable) return;
  ImGui_ImplOpenGL3_Shutdown();
  program->drawable = false;
}

EMSCRIPTEN_KEEPALIVE void gui_context_restored() {
  if (!program || program->drawable) return;
  program->drawable = ImGui_ImplOpenGL3_Init();
  program->drawn = 0;
  program->gui.want_frames(2);
}
}

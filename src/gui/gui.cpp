#include "gui/gui.h"

#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <utility>

#include "base/json.h"
#include "gui/draw.h"
#include "view/node/node_json.h"

namespace kirnu {
namespace {

/// A whole number where it is one, so that the layout's text stays short; hundredths elsewhere.
Json pixels(double value) {
  const double rounded = std::round(value * 100) / 100;
  if (rounded == std::floor(rounded)) return static_cast<std::int64_t>(rounded);
  return rounded;
}

Json action_json(const GuiAction& action) {
  switch (action.type) {
    case GuiAction::Type::Set: return {{"type", "set"}, {"id", action.id}, {"value", action.value}};
    case GuiAction::Type::Press: return {{"type", "press"}, {"id", action.id}};
    case GuiAction::Type::Fold: return {{"type", "fold"}, {"id", action.id}, {"open", action.open}};
  }
  return {};
}

/// Device pixels of a CSS pixel such that ImGui, which cuts the product to a whole number, gets all of `backing`.
float scale_to(double backing, double size) {
  float scale = static_cast<float>(backing / size);
  if (std::floor(static_cast<float>(size) * scale) < backing) scale = std::nextafter(scale, FLT_MAX);
  return std::max(scale, 0.1F);
}

}  // namespace

Gui::Gui() : context_(ImGui::CreateContext()) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  io.ConfigInputTrickleEventQueue = true;
  ImGui::GetPlatformIO().Platform_OpenInShellFn = nullptr;
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowMinSize = {1, 1};
}

Gui::~Gui() { ImGui::DestroyContext(context_); }

void Gui::want_frames(int frames) { frames_wanted_ = std::max(frames_wanted_, frames); }

bool Gui::set_font(int weight, std::string_view bytes) {
  constexpr std::size_t kSmallest = 128;  // no font is smaller
  if (bytes.size() < kSmallest) return false;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  void* copy = ImGui::MemAlloc(bytes.size());
  std::copy(bytes.begin(), bytes.end(), static_cast<char*>(copy));
  ImFontConfig config;
  config.SizePixels = -1;           // negative: sizes are the font's em, as in CSS
  config.GlyphMaxAdvanceX = -1e6F;  // ImGui scales its limit by the size, so that it is negative too
  ImFont* font = atlas.AddFontFromMemoryTTF(copy, static_cast<int>(bytes.size()), 0, &config);
  if (!font) return false;
  (weight >= 600 ? fonts_.semibold : fonts_.regular) = font;
  heights_.clear();
  want_frames(2);
  return true;
}

bool Gui::set_theme(std::string_view json) {
  const std::optional<Theme> theme = read_theme(json, theme_);
  if (!theme) return false;
  theme_ = *theme;
  want_frames(1);
  return true;
}

bool Gui::set_view(std::string_view json) {
  std::optional<View> view = read_view(json);
  if (!view) return false;
  view_ = std::move(view);
  heights_.clear();
  want_frames(2);
  return true;
}

void Gui::set_size(double width, double backing_width, double backing_height, double top, double height) {
  width_ = std::max(width, 1.0);
  shown_ = {.top = top, .height = std::max(height, 1.0), .density = std::max(backing_width / width_, 0.1)};
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width_), static_cast<float>(shown_.height)};
  io.DisplayFramebufferScale = {scale_to(backing_width, width_), scale_to(backing_height, shown_.height)};
  heights_.clear();
  ImGui::GetStyle().CircleTessellationMaxError = static_cast<float>(0.15 / shown_.density);
  want_frames(2);
}

void Gui::set_focus(Focus focus) {
  if (focus.id == focus_.id) focus.scroll = focus_.scroll;
  focus_ = std::move(focus);
  want_frames(1);
}

void Gui::set_pointer(Pointer kind, double x, double y, bool touch) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  const bool gone = kind == Pointer::Left;
  io.AddMousePosEvent(gone ? -FLT_MAX : static_cast<float>(x), gone ? -FLT_MAX : static_cast<float>(y - shown_.top));
  if (kind == Pointer::Down || kind == Pointer::Up) io.AddMouseButtonEvent(0, kind == Pointer::Down);
  want_frames(kind == Pointer::Move ? 2 : 3);
}

/// ImGui tells a font the screen's density only when it becomes the current one.
void Gui::tell_density() {
  for (ImFont* font : {fonts_.regular, fonts_.semibold}) {
    if (!font) continue;
    ImGui::PushFont(font, static_cast<float>(kBody.size));
    ImGui::PopFont();
  }
}

double Gui::draw(const View& view) {
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  ImGui::SetNextWindowPos(viewport.Pos);
  ImGui::SetNextWindowSize(viewport.Size);
  constexpr ImGuiWindowFlags kBare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav;
  double height = 0;
  if (ImGui::Begin("page", nullptr, kBare)) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->_FringeScale = static_cast<float>(1 / shown_.density);  // edges blur over one device pixel
    Canvas canvas(list, fonts_, theme_, shown_);
    canvas.record(record_);
    Screen screen{.canvas = canvas,
                  .focus = focus_,
                  .places = places_,
                  .actions = done_,
                  .heights = heights_,
                  .width = width_,
                  .card_title = {}};
    height = draw_page(screen, view.page);
  }
  ImGui::End();
  return height;
}

void Gui::frame(double seconds) {
  frames_wanted_ = std::max(frames_wanted_ - 1, 0);
  if (!ready()) return;
  ImGui::SetCurrentContext(context_);
  ImGui::GetIO().DeltaTime = static_cast<float>(std::clamp(seconds - last_seconds_, 0.001, 1.0));
  last_seconds_ = seconds;
  if (record_) record_->clear();
  const Places before = std::exchange(places_, {});
  places_.reserve(before.size());
  const double height = height_;
  ImGui::NewFrame();
  tell_density();
  height_ = draw(*view_);
  ImGui::Render();
  moved_ = height != height_ || before != places_;
}

const std::string& Gui::layout() {
  Json nodes = Json::object();
  for (const auto& [id, rect] : places_) {
    Json place = Json::array();
    for (const double side : {rect.x, rect.y, rect.width, rect.height}) place.push_back(pixels(side));
    nodes.add(id, std::move(place));
  }
  layout_ = write_json({{"height", pixels(std::ceil(height_))}, {"nodes", std::move(nodes)}});
  return layout_;
}

const std::string& Gui::actions() {
  Json list = Json::array();
  for (const GuiAction& action : done_) list.push_back(action_json(action));
  done_.clear();
  actions_ = write_json(list);
  return actions_;
}

}  // namespace kirnu

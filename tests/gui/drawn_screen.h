#pragma once
#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "gui/gui.h"
#include "support/json.h"
#include "support/source_file.h"

namespace kirnu {

inline std::string read_text_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline std::string sample_view_json() { return read_source("tests/view/node/sample_view.json"); }

/// A GUI with Inter and without a window: what it draws is read as lines of text.
class DrawnScreen {
 public:
  DrawnScreen(const std::string& view, double width) {
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    const std::string fonts = "/usr/share/fonts/opentype/inter/";  // of the package fonts-inter
    gui.set_font(400, read_text_file(fonts + "Inter-Regular.otf"));
    gui.set_font(600, read_text_file(fonts + "Inter-SemiBold.otf"));
    gui.record(&texts);
    readable = gui.set_view(view);
    gui.set_size(width, width, 6000, 0, 6000);
    frames();
  }

  ~DrawnScreen() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }

  /// Frames until none is wanted, as the page does.
  void frames() {
    do {
      gui.frame(seconds += 0.016);
      for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_OK) continue;
        texture->SetTexID(1);
        texture->SetStatus(ImTextureStatus_OK);
      }
    } while (gui.wants_frame());
    const TestJson layout = TestJson::parse(gui.layout());
    height = layout["height"].get<double>();
    places.clear();
    for (const auto& [id, rect] : layout["nodes"].items()) {
      places[id] = {rect[0].get<double>(), rect[1].get<double>(), rect[2].get<double>(), rect[3].get<double>()};
    }
  }

  void point(Gui::Pointer kind, double x, double y) {
    gui.set_pointer(kind, x, y, false);
    frames();
  }

  /// A click in the middle of a node; answers the Actions.
  std::string click(const std::string& id) {
    const Rect rect = places.at(id);
    const double x = rect.x + rect.width / 2, y = rect.y + rect.height / 2;
    point(Gui::Pointer::Move, x, y);
    point(Gui::Pointer::Down, x, y);
    point(Gui::Pointer::Up, x, y);
    return gui.actions();
  }

  /// The drawn words from top to bottom: what stands on one line is joined by " | ".
  std::vector<std::string> lines() const {
    std::vector<DrawnText> sorted = texts;
    const auto middle = [](const DrawnText& text) { return std::round(text.rect.y + text.rect.height / 2); };
    std::stable_sort(sorted.begin(), sorted.end(), [&](const DrawnText& a, const DrawnText& b) {
      return middle(a) != middle(b) ? middle(a) < middle(b) : a.rect.x < b.rect.x;
    });
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      if (i > 0 && middle(sorted[i]) == middle(sorted[i - 1])) {
        lines.back() += " | " + sorted[i].text;
      } else {
        lines.push_back(sorted[i].text);
      }
    }
    return lines;
  }

  bool shows(const std::string& text) const {
    return std::any_of(texts.begin(), texts.end(), [&](const DrawnText& drawn) { return drawn.text == text; });
  }

  Gui gui;
  bool readable = false;
  std::vector<DrawnText> texts;
  std::map<std::string, Rect> places;
  double height = 0;

 private:
  double seconds = 0;
};

/// The place of a text that is drawn once.
inline Rect rect_of(const DrawnScreen& screen, const std::string& text) {
  for (const DrawnText& drawn : screen.texts) {
    if (drawn.text == text) return drawn.rect;
  }
  ADD_FAILURE() << text << " is not drawn";
  return {};
}

}  // namespace kirnu

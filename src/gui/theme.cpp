#include "gui/theme.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "base/json.h"

namespace kirnu {
namespace {

constexpr std::array<const char*, kColours> kMeanings{"paper", "card",   "field", "ink", "soft",   "line",
                                                      "data",  "signal", "good",  "bad", "unsure", "butter"};

std::optional<unsigned> read_digit(char c) {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

/// "#rgb" or "#rrggbb".
std::optional<ImU32> read_colour(std::string_view text) {
  if ((text.size() != 4 && text.size() != 7) || text[0] != '#') return std::nullopt;
  const std::size_t width = text.size() / 3;
  std::array<unsigned, 3> parts{};
  for (std::size_t part = 0; part < 3; ++part) {
    const auto high = read_digit(text[1 + part * width]);
    const auto low = read_digit(text[part * width + width]);
    if (!high || !low) return std::nullopt;
    parts[part] = *high * 16 + *low;
  }
  return IM_COL32(parts[0], parts[1], parts[2], 255);
}

}  // namespace

Theme light_theme() {
  return {.colours = {IM_COL32(0xfa, 0xf8, 0xf4, 255), IM_COL32(0xff, 0xff, 0xff, 255), IM_COL32(0xff, 0xff, 0xff, 255),
                      IM_COL32(0x1d, 0x1b, 0x18, 255), IM_COL32(0x66, 0x61, 0x5a, 255), IM_COL32(0xe6, 0xe1, 0xd8, 255),
                      IM_COL32(0x1f, 0x64, 0x72, 255), IM_COL32(0xb5, 0x54, 0x1c, 255), IM_COL32(0x1d, 0x70, 0x44, 255),
                      IM_COL32(0xa8, 0x26, 0x1c, 255), IM_COL32(0x7a, 0x5d, 0x00, 255),
                      IM_COL32(0xf3, 0xd2, 0x7a, 255)}};
}

std::optional<Theme> read_theme(std::string_view text, const Theme& base) {
  const std::optional<Json> json = parse_json(text);
  if (!json || !json->is_object()) return std::nullopt;
  Theme theme = base;
  for (std::size_t i = 0; i < kColours; ++i) {
    const bool unnamed_field = kMeanings[i] == std::string_view("field") && !json->contains("field");
    const std::optional<ImU32> colour =
        read_colour(find_string(*json, unnamed_field ? "card" : kMeanings[i]).value_or(""));
    if (colour) theme.colours[i] = *colour;
  }
  const Json* deepest = json->find("deepest");
  if (deepest != json->end() && deepest->is_number()) theme.deepest = std::clamp(deepest->number(), 0.0, 1.0);
  return theme;
}

Colour tone_colour(Tone tone) {
  switch (tone) {
    case Tone::Plain: return Colour::Ink;
    case Tone::Good: return Colour::Good;
    case Tone::Bad: return Colour::Bad;
    case Tone::Unsure: return Colour::Unsure;
    case Tone::Muted: return Colour::Soft;
  }
  return Colour::Ink;
}

}  // namespace kirnu

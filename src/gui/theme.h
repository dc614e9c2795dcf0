#pragma once
#include <imgui.h>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "view/node/node.h"

namespace kirnu {

/// Colours by meaning.
enum class Colour { Paper, Card, Field, Ink, Soft, Line, Data, Signal, Good, Bad, Unsure, Butter };
inline constexpr std::size_t kColours = 12;

struct Theme {
  std::array<ImU32, kColours> colours{};
  double deepest = 0.62;  ///< share of the data colour in the darkest cell of a heat map, so that ink stays readable
  ImU32 of(Colour colour) const { return colours[static_cast<std::size_t>(colour)]; }
};

/// The light page, before the page has told its colours.
Theme light_theme();

/// Reads {"paper":"#faf8f4",…,"deepest":0.62}; what is missing, or no colour, keeps `base`'s. "field" may be missing:
/// it is the card's then. Absent when the text is no JSON object.
std::optional<Theme> read_theme(std::string_view json, const Theme& base);

/// How a line of text looks. Sizes are CSS pixels: the font's em and the line's height.
struct TextLook {
  double size = 15;
  double line = 23;
  bool strong = false;
  Colour colour = Colour::Ink;

  TextLook in(Colour other) const { return {.size = size, .line = line, .strong = strong, .colour = other}; }
  TextLook bold() const { return {.size = size, .line = line, .strong = true, .colour = colour}; }
};

inline constexpr TextLook kTick{.size = 11, .line = 16, .colour = Colour::Soft};
inline constexpr TextLook kLabel{.size = 13, .line = 20, .colour = Colour::Soft};
inline constexpr TextLook kBody{.size = 15, .line = 23};
inline constexpr TextLook kTitle{.size = 16, .line = 24, .strong = true};
inline constexpr TextLook kTyped{.size = 17, .line = 25};
inline constexpr TextLook kBrand{.size = 18, .line = 27, .strong = true};
inline constexpr TextLook kWord{.size = 20, .line = 32, .strong = true};
inline constexpr TextLook kNarrowWord{.size = 17, .line = 32, .strong = true};
inline constexpr TextLook kLeadNarrow{.size = 21, .line = 28, .strong = true};
inline constexpr TextLook kLead{.size = 26, .line = 35, .strong = true};
inline constexpr TextLook kFigure{.size = 26, .line = 32, .strong = true};
inline constexpr TextLook kLargeFigure{.size = 44, .line = 53, .strong = true};

inline constexpr double kFieldRadius = 8;
inline constexpr double kCardRadius = 12;

/// The page's width below which it is laid out for a phone, and from which the form stands beside the answer.
inline constexpr double kPhone = 720;
inline constexpr double kTwoColumns = 900;

Colour tone_colour(Tone tone);

}  // namespace kirnu

#pragma once
#include <string>
#include <string_view>

#include "view/node/node.h"

namespace kirnu {

/// Colours of a drawing by meaning, as CSS writes them.
struct SvgColours {
  std::string ink = "var(--ink)";
  std::string soft = "var(--soft)";
  std::string line = "var(--line)";
  std::string data = "var(--data)";
  std::string signal = "var(--signal)";
};

/// The light page's colours as they are, for a file that leaves the page.
SvgColours light_colours();

/// The chart as one SVG element for a width in CSS pixels, with title and summary as its spoken name. By default
/// its colours are the page's custom properties, so that it follows light and dark.
std::string chart_svg(const ChartNode& node, double width, const SvgColours& colours = {});

/// The chart as a picture that stands alone: on white, in the light colours, with its title, its sentence and `source`
/// under it.
std::string chart_file(const ChartNode& node, std::string_view source);

}  // namespace kirnu

#include "view/node/svg.h"

#include <cmath>
#include <cstdlib>
#include <string_view>

#include "view/node/chart_marks.h"
#include "view/node/text_lines.h"
#include "view/node/text_width.h"

namespace kirnu {
namespace {

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      case '\'': safe += "&#39;"; break;
      default: {
        // XML has no other control characters.
        const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
        safe += control ? ' ' : c;
      }
    }
  }
  return safe;
}

/// A length in hundredths of a pixel, written without a locale.
std::string number(double value) {
  const long long hundredths = std::llround(value * 100);
  const long long whole = std::llabs(hundredths) / 100, rest = std::llabs(hundredths) % 100;
  std::string text = (hundredths < 0 ? "-" : "") + std::to_string(whole);
  if (rest > 0) text += std::string(rest < 10 ? ".0" : ".") + std::to_string(rest % 10 == 0 ? rest / 10 : rest);
  return text;
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

std::string point_list(const std::vector<Point>& points) {
  std::string list;
  for (const Point& point : points) list += (list.empty() ? "" : " ") + number(point.x) + "," + number(point.y);
  return list;
}

struct SvgWriter {
  const SvgColours& colours;

  const std::string& colour(Paint paint) const {
    switch (paint) {
      case Paint::Ink: return colours.ink;
      case Paint::Soft: return colours.soft;
      case Paint::Grid: return colours.line;
      case Paint::Data: return colours.data;
      case Paint::Signal: return colours.signal;
    }
    return colours.ink;
  }

  std::string fill(const Mark& mark) const {
    return attribute("fill", colour(mark.paint)) + (mark.opacity < 1 ? attribute("opacity", number(mark.opacity)) : "");
  }

  std::string line(const Mark& mark) const {
    std::string text = "<polyline" + attribute("points", point_list(mark.points)) + attribute("fill", "none") +
                       attribute("stroke", colour(mark.paint)) + attribute("stroke-width", number(mark.size));
    if (mark.opacity < 1) text += attribute("opacity", number(mark.opacity));
    if (mark.dashed) text += attribute("stroke-dasharray", number(mark.dash) + " " + number(mark.gap));
    if (mark.size >= 2 && !mark.dashed)
      text += attribute("stroke-linecap", "round") + attribute("stroke-linejoin", "round");
    return text + "/>";
  }

  std::string rect(const Mark& mark) const {
    const Point& a = mark.points.front();
    const Point& b = mark.points.back();
    return "<rect" + attribute("x", number(std::fmin(a.x, b.x))) + attribute("y", number(std::fmin(a.y, b.y))) +
           attribute("width", number(std::fabs(a.x - b.x))) + attribute("height", number(std::fabs(a.y - b.y))) +
           fill(mark) + "/>";
  }

  std::string diamond(const Mark& mark) const {
    const auto [x, y] = mark.points.front();
    const double wide = mark.size * 6 / 7;
    return "<polygon" +
           attribute("points", point_list({{x, y - mark.size}, {x + wide, y}, {x, y + mark.size}, {x - wide, y}})) +
           fill(mark) + "/>";
  }

  std::string text(const Mark& mark) const {
    const auto [x, y] = mark.points.front();
    std::string text = "<text" + attribute("x", number(x)) + attribute("y", number(y)) +
                       attribute("font-size", number(mark.size)) + fill(mark);
    if (mark.anchor == Anchor::Middle) text += attribute("text-anchor", "middle");
    if (mark.anchor == Anchor::End) text += attribute("text-anchor", "end");
    if (mark.strong) text += attribute("font-weight", "600");
    return text + ">" + escaped(mark.text) + "</text>";
  }

  std::string write(const Mark& mark) const {
    switch (mark.kind) {
      case MarkKind::Line: return line(mark);
      case MarkKind::Polygon: return "<polygon" + attribute("points", point_list(mark.points)) + fill(mark) + "/>";
      case MarkKind::Rect: return rect(mark);
      case MarkKind::Circle:
        return "<circle" + attribute("cx", number(mark.points.front().x)) +
               attribute("cy", number(mark.points.front().y)) + attribute("r", number(mark.size)) + fill(mark) + "/>";
      case MarkKind::Diamond: return diamond(mark);
      case MarkKind::Text: return text(mark);
    }
    return {};
  }
};

std::string spoken_name(const ChartNode& node) {
  if (node.title.empty() || node.summary.empty()) return node.title + node.summary;
  return node.title + ": " + node.summary;
}

std::string opening(const ChartNode& node, double width, double height) {
  const std::string wide = number(width), high = number(height);
  return "<svg" + attribute("xmlns", "http://www.w3.org/2000/svg") + attribute("viewBox", "0 0 " + wide + " " + high) +
         attribute("width", wide) + attribute("height", high) + attribute("font-family", "Inter, sans-serif") +
         attribute("role", "img") + attribute("aria-label", escaped(spoken_name(node))) + ">";
}

std::string write_marks(const ChartMarks& chart, const SvgColours& colours) {
  const SvgWriter writer{colours};
  std::string svg;
  for (const Mark& mark : chart.marks) svg += writer.write(mark);
  return svg;
}

}  // namespace

SvgColours light_colours() {
  return {.ink = "#1d1b18", .soft = "#66615a", .line = "#e6e1d8", .data = "#1f6472", .signal = "#b5541c"};
}

std::string chart_svg(const ChartNode& node, double width, const SvgColours& colours) {
  const ChartMarks chart = chart_marks(node.chart, width, inter_width);
  return opening(node, chart.width, chart.height) + write_marks(chart, colours) + "</svg>";
}

std::string chart_file(const ChartNode& node, std::string_view source) {
  constexpr double kWidth = 720, kMargin = 24, kInside = kWidth - 2 * kMargin;
  const SvgColours colours = light_colours();
  const SvgWriter writer{colours};
  std::string inside;
  double y = kMargin;
  const auto write_lines = [&](std::string_view text, double size, bool strong, Paint paint) {
    if (text.empty()) return;
    const auto width_of = [&](std::string_view words) { return inter_width(words, size, strong); };
    for (const TextLine& line : wrap_text(text, kInside, width_of)) {
      const Point at{kMargin, y + size};
      inside += writer.text({.kind = MarkKind::Text,
                             .paint = paint,
                             .size = size,
                             .points = {at},
                             .text = line_text(text, line),
                             .strong = strong});
      y += size * 1.45;
    }
    y += 4;
  };
  write_lines(node.title, 18, true, Paint::Ink);
  write_lines(node.summary, 13, false, Paint::Soft);
  y += 10;
  const ChartMarks chart = chart_marks(node.chart, kInside, inter_width);
  inside += "<g" + attribute("transform", "translate(" + number(kMargin) + " " + number(y) + ")") + ">" +
            write_marks(chart, colours) + "</g>";
  y += chart.height + 12;
  write_lines(source, 11, false, Paint::Soft);
  const double height = y + 12;
  return opening(node, kWidth, height) + "<rect" + attribute("width", number(kWidth)) +
         attribute("height", number(height)) + attribute("fill", "#ffffff") + "/>" + inside + "</svg>\n";
}

}  // namespace kirnu

#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kirnu {

/// Width in pixels of a piece of text in one font and size.
using WidthOf = std::function<double(std::string_view)>;

/// One line of a wrapped text: bytes [begin, end) of it. `hyphen`: the line ends inside a word, draw a hyphen.
struct TextLine {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool hyphen = false;
};

/// Breaks a text into lines no wider than `width`: at spaces (not at no-break spaces) and line ends, and inside a
/// word only when it alone is too wide, first after a hyphen or slash or at a soft hyphen, then anywhere.
/// Nothing is ever left out; a single character wider than `width` stands alone. An empty text is one empty line.
std::vector<TextLine> wrap_text(std::string_view text, double width, const WidthOf& width_of);

/// The words of a line as they are drawn: without soft hyphens, with its hyphen.
std::string line_text(std::string_view text, const TextLine& line);

/// The byte after the UTF-8 character that starts at `at`; `at` must be inside the text.
std::size_t next_character(std::string_view text, std::size_t at);

}  // namespace kirnu

#include "view/node/text_lines.h"

#include <algorithm>

namespace kirnu {
namespace {

constexpr std::string_view kSoftHyphen = "\xC2\xAD";

/// Where the word from `at` ends: the next space or line end.
std::size_t word_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of(" \n", at), text.size());
}

bool may_break_after(std::string_view text, std::size_t end) {
  const char last = text[end - 1];
  return last == '-' || last == '/' || (end >= 2 && text.substr(end - 2, 2) == kSoftHyphen);
}

struct Wrapper {
  std::string_view text;
  double width;
  const WidthOf& width_of;

  TextLine line(std::size_t begin, std::size_t end, std::size_t word_end) const {
    const bool inside = end < word_end && text[end - 1] != '-' && text[end - 1] != '/';
    return {.begin = begin, .end = end, .hyphen = inside};
  }

  bool fits(const TextLine& line) const { return width_of(line_text(text, line)) <= width; }

  /// The longest beginning of the word [begin, end) that fits, ending at a good place when there is one.
  TextLine break_word(std::size_t begin, std::size_t end) const {
    std::size_t good = 0, any = next_character(text, begin);
    for (std::size_t at = any; at < end; at = next_character(text, at)) {
      if (!fits(line(begin, at, end))) break;
      any = at;
      if (may_break_after(text, at)) good = at;
    }
    return line(begin, good > 0 ? good : any, end);
  }
};

}  // namespace

std::size_t next_character(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return at;
}

std::string line_text(std::string_view text, const TextLine& line) {
  std::string drawn(text.substr(line.begin, line.end - line.begin));
  for (std::size_t at = drawn.find(kSoftHyphen); at != std::string::npos; at = drawn.find(kSoftHyphen, at)) {
    drawn.erase(at, kSoftHyphen.size());
  }
  if (line.hyphen) drawn += '-';
  return drawn;
}

std::vector<TextLine> wrap_text(std::string_view text, double width, const WidthOf& width_of) {
  const Wrapper wrapper{text, width, width_of};
  std::vector<TextLine> lines;
  TextLine line;  // what stands on the current line so far; empty while begin == end
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] == '\n' || text[at] == ' ') {
      if (text[at] == '\n') lines.push_back(line);
      ++at;
      // Spaces at the start of a line are not drawn.
      if (text[at - 1] == '\n' || line.begin == line.end) line = {.begin = at, .end = at};
      continue;
    }
    const std::size_t end = word_end(text, at);
    const TextLine longer{.begin = line.begin == line.end ? at : line.begin, .end = end};
    if (wrapper.fits(longer)) {
      line = longer;
      at = end;
    } else if (line.begin != line.end) {
      lines.push_back(line);
      line = {.begin = at, .end = at};
    } else {
      const TextLine part = wrapper.break_word(at, end);
      if (part.end < end) lines.push_back(part);
      line = part.end < end ? TextLine{.begin = part.end, .end = part.end} : part;
      at = part.end;
    }
  }
  if (line.begin != line.end || lines.empty() || text.back() == '\n') lines.push_back(line);
  return lines;
}

}  // namespace kirnu

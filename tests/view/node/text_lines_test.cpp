#include "view/node/text_lines.h"

#include <gtest/gtest.h>

#include "view/node/text_width.h"

namespace kirnu {
namespace {

/// Lines of at most `width` characters.
std::vector<std::string> wrapped(std::string_view text, double width) {
  const auto characters = [](std::string_view part) {
    double count = 0;
    for (std::size_t at = 0; at < part.size(); at = next_character(part, at)) ++count;
    return count;
  };
  std::vector<std::string> lines;
  for (const TextLine& line : wrap_text(text, width, characters)) lines.push_back(line_text(text, line));
  return lines;
}

TEST(TextLines, BreakAtWordsAndInsideAWordOnlyWhenItMust) {
  using Lines = std::vector<std::string>;
  struct Row {
    const char* name;
    std::string_view text;
    double width;
    Lines lines;
  };
  const Row rows[] = {
      {"short", "one two", 10, {"one two"}},
      {"at a space", "one two three", 8, {"one two", "three"}},
      {"empty", "", 8, {""}},
      {"only a space", " ", 8, {""}},
      {"line ends", "a\n\nb\n", 8, {"a", "", "b", ""}},
      {"no-break space", "16,7\u00a0% lost", 7, {"16,7\u00a0%", "lost"}},
      {"after a hyphen", "Zehn-Prozent-Test", 9, {"Zehn-", "Prozent-", "Test"}},
      {"long word", "Kundenbindung", 8, {"Kundenb-", "indung"}},
      {"soft hyphen", "Kunden\u00adbindungs\u00adrate", 9, {"Kunden-", "bindungs-", "rate"}},
      {"unused soft hyphen", "Kunden\u00adrate", 12, {"Kundenrate"}},
      {"letters of two bytes", "äöüßäöü", 4, {"äöü-", "ßäöü"}},
      {"nothing fits", "ab", 0, {"a-", "b"}},
  };
  for (const Row& row : rows) EXPECT_EQ(wrapped(row.text, row.width), row.lines) << row.name;
}

TEST(TextWidth, IsThatOfInterWithTabularFigures) {
  EXPECT_DOUBLE_EQ(inter_width("111", 10, false), inter_width("888", 10, false));
  EXPECT_DOUBLE_EQ(inter_width("0", 1000, false), 648);
  EXPECT_DOUBLE_EQ(inter_width("Ä", 1000, false), 676);
  EXPECT_DOUBLE_EQ(inter_width("i\u00adi", 1000, false), 474);
  EXPECT_DOUBLE_EQ(inter_width("€\u202f", 1000, true), 665 + 182);
  EXPECT_GT(inter_width("\xC3", 1000, false), -1);  // cut in the middle of a letter
}

}  // namespace
}  // namespace kirnu

#include "view/node/text_width.h"

#include <array>
#include <cstdint>

#include "view/node/text_lines.h"

namespace kirnu {
namespace {

/// Advance widths of Inter with tabular figures in thousandths of the font size: U+0020…U+007E, then U+00A0…U+00FF.
constexpr std::array<std::uint16_t, 191> kRegular{
    281, 278, 403, 631, 638, 812, 639, 222, 362, 362, 500, 659, 280, 460, 276, 357, 648, 648, 648, 648, 648, 648,
    648, 648, 648, 648, 276, 280, 659, 659, 659, 507, 936, 676, 651, 727, 719, 598, 587, 743, 740, 264, 543, 652,
    562, 889, 753, 761, 635, 761, 639, 638, 642, 741, 676, 949, 642, 665, 625, 362, 357, 362, 469, 452, 497, 564,
    621, 558, 621, 582, 361, 609, 591, 237, 237, 544, 237, 869, 585, 597, 609, 609, 372, 523, 364, 581, 557, 812,
    540, 557, 541, 362, 327, 362, 659, 281, 278, 558, 631, 723, 548, 266, 551, 591, 915, 449, 540, 540, 460, 670,
    449, 455, 659, 420, 430, 497, 622, 599, 276, 267, 313, 449, 540, 884, 926, 949, 507, 676, 676, 676, 676, 676,
    676, 990, 727, 598, 598, 598, 598, 264, 264, 264, 264, 719, 753, 761, 761, 761, 761, 761, 659, 761, 741, 741,
    741, 741, 665, 631, 609, 564, 564, 564, 564, 564, 564, 925, 558, 582, 582, 582, 582, 237, 237, 237, 237, 580,
    585, 597, 597, 597, 597, 597, 659, 597, 581, 581, 581, 581, 557, 609, 557};
constexpr std::array<std::uint16_t, 191> kSemibold{
    248, 309,  396, 643, 649, 844, 663, 213, 393, 393, 543, 673,  295, 466, 290, 379, 670, 670, 670, 670, 669, 670,
    670, 670,  670, 670, 290, 295, 673, 673, 673, 544, 999, 724,  657, 744, 724, 608, 586, 755, 744, 275, 561, 677,
    566, 906,  741, 775, 643, 776, 651, 649, 660, 734, 724, 1007, 690, 705, 653, 393, 379, 393, 481, 468, 497, 575,
    630, 577,  630, 593, 377, 625, 613, 261, 261, 569, 261, 898,  610, 608, 625, 625, 397, 549, 380, 608, 576, 837,
    562, 576,  562, 393, 358, 393, 673, 248, 309, 577, 658, 751,  564, 319, 579, 553, 915, 474, 597, 566, 466, 666,
    526, 458,  673, 423, 438, 497, 652, 606, 290, 339, 318, 473,  599, 881, 919, 960, 544, 724, 724, 724, 724, 724,
    724, 1017, 744, 608, 608, 608, 608, 275, 275, 275, 275, 724,  741, 775, 775, 775, 775, 775, 673, 775, 734, 734,
    734, 734,  705, 657, 646, 575, 575, 575, 575, 575, 575, 917,  577, 593, 593, 593, 593, 261, 261, 261, 261, 593,
    610, 608,  608, 608, 608, 608, 673, 608, 608, 608, 608, 608,  576, 612, 576};

/// The code point that starts at `at`; a broken sequence gives some code point, never a read past the end.
std::uint32_t code_point(std::string_view text, std::size_t at, std::size_t end) {
  const auto first = static_cast<unsigned char>(text[at]);
  std::uint32_t code = first < 0x80 ? first : first < 0xE0 ? first & 0x1FU : first < 0xF0 ? first & 0x0FU : first & 7U;
  for (++at; at < end; ++at) code = code << 6U | (static_cast<unsigned char>(text[at]) & 0x3FU);
  return code;
}

int advance(std::uint32_t code, bool strong) {
  const auto& widths = strong ? kSemibold : kRegular;
  if (code >= 0x20 && code < 0x7F) return widths[code - 0x20];
  if (code == 0xAD) return 0;  // a soft hyphen that is not used
  if (code >= 0xA0 && code < 0x100) return widths[code - 0xA0 + 95];
  switch (code) {
    case 0x2009:
    case 0x202F: return 182;
    case 0x2013: return 500;
    case 0x2014: return 1000;
    case 0x2026: return 821;
    default: return code >= 0x2E80 ? 1000 : 665;
  }
}

}  // namespace

double inter_width(std::string_view text, double size, bool strong) {
  int thousandths = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = next_character(text, at);
    thousandths += advance(code_point(text, at, end), strong);
    at = end;
  }
  return thousandths * size / 1000;
}

}  // namespace kirnu

#include "view/file_text.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace kirnu {
namespace {

constexpr std::size_t kLongestShown = 200;

struct Character {
  std::uint32_t code = 0;
  std::size_t bytes = 1;
};

/// The character at the start of valid UTF-8; a stray byte is taken as it is.
Character first_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {.code = lead, .bytes = 1};
  if (lead >= 0xF0) return {.code = 0x10000, .bytes = 4};
  if (lead >= 0xE0) return {.code = (lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), .bytes = 3};
  if (lead >= 0xC0) return {.code = (lead & 0x1FU) << 6U | (byte(1) & 0x3FU), .bytes = 2};
  return {.code = 0xFFFD, .bytes = 1};
}

/// What would move, hide or turn round the text beside it.
bool is_unseen(std::uint32_t code) {
  return code < 0x20 || (code >= 0x7F && code <= 0x9F) || (code >= 0x200B && code <= 0x200F) ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069) || code == 0x061C || code == 0xFEFF;
}

}  // namespace

std::string shown_text(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const Character next = first_character(text);
    const std::string_view bytes = text.substr(0, next.bytes);
    std::array<char, 16> name{};
    if (next.code == '\n' || next.code == '\r' || next.code == '\t') out += ' ';
    else if (is_unseen(next.code)) {
      std::snprintf(name.data(), name.size(), "<U+%04X>", static_cast<unsigned>(next.code));
      out += name.data();
    } else {
      out += bytes;
    }
    text.remove_prefix(bytes.size());
    if (out.size() > kLongestShown) return out + "…";
  }
  return out;
}

int month_of(Date day) { return std::atoi(write_date(day).substr(5, 2).c_str()); }

std::string shown_day(Date day, std::string_view month, Language language) {
  const std::string iso = write_date(day);
  const std::string year = iso.substr(0, 4), number = std::to_string(std::atoi(iso.substr(8, 2).c_str()));
  if (language == Language::En) return number + " " + std::string(month) + " " + year;
  return number + "." + std::to_string(month_of(day)) + "." + year;
}

}  // namespace kirnu

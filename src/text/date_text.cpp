#include "text/date_text.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr auto kQuotes =
    std::to_array<std::string_view>({"\"", "'", "`", "´", "‘", "’", "‚", "“", "”", "„", "«", "»", "\u2032"});

std::size_t quote_at_start(std::string_view text) {
  for (const std::string_view quote : kQuotes) {
    if (text.starts_with(quote)) return quote.size();
  }
  return 0;
}

std::size_t quote_at_end(std::string_view text) {
  for (const std::string_view quote : kQuotes) {
    if (text.ends_with(quote)) return quote.size();
  }
  return 0;
}

bool is_plain_end(char c) { return is_digit(c) || is_ascii_letter(c); }

/// Takes spaces and quotes off, and the = of ="2024-12-31", by which programs keep Excel from reading it.
std::string_view unwrapped(std::string_view text) {
  if (!text.empty() && is_plain_end(text.front()) && is_plain_end(text.back())) return text;
  text = trim(text);
  if (text.starts_with("=\"") && text.ends_with('"')) text.remove_prefix(1);
  for (;;) {
    const std::size_t before = text.size();
    text.remove_prefix(quote_at_start(text));
    text.remove_suffix(quote_at_end(text));
    if (text.size() == before) return text;
    text = trim(text);
  }
}

/// U+200B–200F, 202A–202E, 2060–2069, FEFF, 061C: spaces to trim(), but without any width.
bool is_invisible(std::string_view space) {
  if (space == "\u061C" || space == "\uFEFF") return true;
  if (space.size() != 3) return false;
  const auto third = static_cast<unsigned char>(space[2]);
  if (space.starts_with("\xE2\x80")) return (third >= 0x8B && third <= 0x8F) || (third >= 0xAA && third <= 0xAE);
  return space.starts_with("\xE2\x81") && third >= 0xA0;
}

/// Hyphens and dashes U+2010–2015 and the minus U+2212.
bool is_dash(std::string_view text) {
  if (text.starts_with("\u2212")) return true;
  return text.size() >= 3 && text.starts_with("\xE2\x80") && text[2] >= '\x90' && text[2] <= '\x95';
}

}  // namespace

DateText::DateText(std::string_view text) : original_(unwrapped(text)) {
  if (original_.size() > kLongestDate) return;
  for (std::size_t i = 0; i < original_.size();) {
    const std::string_view rest = original_.substr(i);
    const char c = rest[0];
    if (c > ' ' && c <= '~') {
      append(to_ascii_lower(c));
      ++i;
    } else if (const std::size_t space = space_at_start(rest)) {
      if (!is_invisible(rest.substr(0, space))) append(' ');
      i += space;
    } else if (is_dash(rest)) {
      append('-');
      i += 3;
    } else if (rest.starts_with("\u2019")) {
      append('\'');
      i += 3;
    } else if (rest.starts_with("\u0308") && size_ > 0 && bytes_[size_ - 1] == 'a') {  // decomposed ä
      bytes_[size_ - 1] = '\xC3';
      append('\xA4');
      i += 2;
    } else {
      const bool capital = (c == '\x84' || c == '\x96') && size_ > 0 && bytes_[size_ - 1] == '\xC3';  // Ä, Ö
      append(capital ? static_cast<char>(c + 0x20) : c);
      ++i;
    }
  }
}

/// Never more bytes than came in.
void DateText::append(char c) { bytes_[size_++] = c; }

bool DateScanner::at_digit(std::size_t offset) const { return offset < rest_.size() && is_digit(rest_[offset]); }

bool DateScanner::at_letter(std::size_t offset) const {
  if (offset >= rest_.size()) return false;
  const char c = rest_[offset];
  return is_ascii_lower(c) || is_beyond_ascii(c);
}

bool DateScanner::take(char c) {
  if (!at(c)) return false;
  rest_.remove_prefix(1);
  return true;
}

bool DateScanner::take_spaces() {
  const bool any = at(' ');
  while (take(' ')) {
  }
  return any;
}

bool DateScanner::take_word(std::string_view word) {
  if (!rest_.starts_with(word) || at_letter(word.size())) return false;
  rest_.remove_prefix(word.size());
  take('.');
  return true;
}

std::string_view DateScanner::take_letters() {
  std::size_t length = 0;
  while (at_letter(length)) ++length;
  const std::string_view letters = rest_.substr(0, length);
  rest_.remove_prefix(length);
  return letters;
}

std::optional<DigitRun> DateScanner::take_number() {
  DigitRun run;
  while (at_digit(static_cast<std::size_t>(run.digits))) {
    if (run.digits == 9) return std::nullopt;
    run.value = run.value * 10 + (rest_[static_cast<std::size_t>(run.digits)] - '0');
    ++run.digits;
  }
  if (run.digits == 0) return std::nullopt;
  rest_.remove_prefix(static_cast<std::size_t>(run.digits));
  return run;
}

}  // namespace kirnu

#include "table/field_text.h"

#include <algorithm>

namespace kirnu {
namespace {

/// The last byte of a field in quotes that begins at `at`; npos where there is none.
std::size_t closing_quote(std::string_view row, std::size_t at, std::size_t end) {
  if (at >= end || row[at] != '"') return std::string_view::npos;
  const std::size_t quote = row.find('"', at + 1);
  const bool closes = quote < end && (quote + 1 == end || is_space_or_tab(row[quote + 1]));
  return closes ? quote : std::string_view::npos;
}

}  // namespace

bool is_blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_space_or_tab); }

bool is_rule(std::string_view text) {
  if (text.empty() || std::string_view("-=+|").find(text[0]) == std::string_view::npos) return false;
  if (text.find("---") == std::string_view::npos && text.find("===") == std::string_view::npos) return false;
  return text.find_first_not_of("-=+|:;, \t") == std::string_view::npos;
}

void unescape(std::string_view field, char quote, bool backslash_escapes, std::string& text) {
  text.clear();
  for (std::size_t i = 0; i < field.size(); ++i) {
    const char c = field[i];
    const bool pair = i + 1 < field.size();
    if (c == quote && pair && field[i + 1] == c) {
      text += field[++i];
    } else if (c == '\\' && backslash_escapes && pair) {
      const char next = field[++i];
      text += next == 'n' ? '\n' : next == 't' ? '\t' : next == 'r' ? '\r' : next;
    } else {
      text += c;
    }
  }
}

void split_at_spaces(std::string_view row, std::size_t least, std::vector<SpacedField>& fields) {
  fields.clear();
  std::size_t at = 0, end = row.size();
  while (at < end && is_space_or_tab(row[at])) ++at;
  while (end > at && is_space_or_tab(row[end - 1])) --end;
  while (true) {
    const std::size_t quote = least == 1 ? closing_quote(row, at, end) : std::string_view::npos;
    const bool quoted = quote != std::string_view::npos;
    std::size_t stop = quoted ? quote + 1 : at, gap = 0;
    while (stop < end) {
      gap = 0;
      while (is_space_or_tab(row[stop + gap])) ++gap;
      if (gap >= least || (gap > 0 && row[stop] == '\t')) break;
      stop += std::max<std::size_t>(gap, 1);
    }
    fields.push_back({.begin = quoted ? at + 1 : at, .end = quoted ? quote : stop});
    if (stop >= end) return;
    at = stop + gap;
  }
}

}  // namespace kirnu

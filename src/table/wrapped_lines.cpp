#include "table/wrapped_lines.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/ascii.h"

namespace kirnu {
namespace {

constexpr std::string_view kUsualDelimiters = ",;\t|";

/// The row in a line's quotes; absent where it is no single field in quotes.
std::optional<std::string> unwrapped(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.size() < 2 || line.front() != '"' || line.back() != '"') return std::nullopt;
  line = line.substr(1, line.size() - 2);
  std::string row;
  for (std::size_t i = 0; i < line.size(); ++i) {
    row += line[i];
    if (line[i] == '"' && (++i == line.size() || line[i] != '"')) return std::nullopt;
  }
  return row;
}

/// How often a delimiter stands in a row outside quotes; 0 where it is one of a text, with a space behind it.
std::ptrdiff_t delimiters_in(std::string_view row, char delimiter) {
  std::ptrdiff_t count = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '"') quoted = !quoted;
    if (quoted || row[i] != delimiter) continue;
    if (i + 1 < row.size() && row[i + 1] == ' ') return 0;
    ++count;
  }
  return count;
}

}  // namespace

bool are_wrapped_lines(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<std::string> rows;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos && rows.size() > 1) break;
    const std::string_view line = text.substr(0, end);
    if (!line.empty() && line != "\r") {
      const std::optional<std::string> row = unwrapped(line);
      if (!row) return false;
      rows.push_back(*row);
    }
    text.remove_prefix(std::min(end, text.size() - 1) + 1);
  }
  return rows.size() > 1 && std::any_of(kUsualDelimiters.begin(), kUsualDelimiters.end(), [&](char delimiter) {
           const std::ptrdiff_t first = delimiters_in(rows.front(), delimiter);
           return first > 0 && std::all_of(rows.begin(), rows.end(), [&](const std::string& row) {
                    return delimiters_in(row, delimiter) == first;
                  });
         });
}

std::string_view LineUnwrapper::unwrap(std::string_view part) {
  text_.clear();
  for (const char c : part) {
    const bool line_end = c == '\n' || c == '\r';
    if (c == '"' && (begins_ || !quote_)) {
      quote_ = !begins_;
      begins_ = false;
      continue;
    }
    if (quote_ && !line_end) text_ += '"';
    if (!quote_ || c != '"') text_ += c;
    quote_ = false;
    begins_ = line_end || (begins_ && is_beyond_ascii(c));  // behind a byte order mark
  }
  return text_;
}

}  // namespace kirnu

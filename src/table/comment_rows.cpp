#include "table/comment_rows.h"

#include <algorithm>

#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr std::string_view kLineEnds = "\r\n";

/// The next line without its end, taken off `text` with it.
std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of(kLineEnds), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// The line above the header of DATEV's files, which says who wrote them.
bool is_datev_head(std::string_view line) {
  return line.starts_with("EXTF;") || line.starts_with("\"EXTF\";") || line.starts_with("DTVF;") ||
         line.starts_with("\"DTVF\";");
}

}  // namespace

bool begins_comment(std::string_view text) {
  constexpr std::string_view kAfter = " #!-=*";
  return text.starts_with('#') && (text.size() == 1 || kAfter.find(text[1]) != std::string_view::npos);
}

bool is_comment(std::span<const std::string_view> cells) {
  return !cells.empty() && begins_comment(cells[0]) &&
         std::all_of(cells.begin() + 1, cells.end(), [](std::string_view cell) { return trim(cell).empty(); });
}

CommentsAbove find_comments_above(std::string_view sample) {
  CommentsAbove comments;
  for (std::string_view rest = sample; !rest.empty();) {
    const std::string_view line = next_line(rest);
    if (trim(line).empty()) continue;
    if (!begins_comment(line) && !is_datev_head(line)) break;
    ++comments.rows;
    comments.last = line;
    comments.bytes = sample.size() - rest.size();
  }
  return comments;
}

bool has_comments(std::string_view sample) {
  std::size_t lines = 0, comments = 0;
  while (!sample.empty()) {
    const std::string_view line = next_line(sample);
    lines += trim(line).empty() ? 0U : 1U;
    comments += begins_comment(line) ? 1U : 0U;
  }
  return comments > 0 && comments * 2 < lines;
}

}  // namespace kirnu

#include "table/row_batch.h"

#include <algorithm>

#include "base/utf8.h"

namespace kirnu {
namespace {

std::string_view without_line_end(std::string_view row) {
  if (row.ends_with('\n')) row.remove_suffix(1);
  if (row.ends_with('\r')) row.remove_suffix(1);
  return row;
}

}  // namespace

std::int64_t count_lines(std::string_view text) {
  std::int64_t lines = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    lines += (text[i] == '\n' || text[i] == '\r') && !pair ? 1 : 0;
  }
  return lines;
}

RowPlace RowBatch::place(std::size_t row) const {
  const std::size_t start = starts[row];
  const std::size_t end = row + 1 < rows ? starts[row + 1] : text.size();
  const std::string_view before = text.substr(0, start);
  return {.row = first_row + static_cast<std::int64_t>(row),
          .line = first_line + count_lines(before),
          .byte = first_byte + encoded_size(before, encoding),
          .raw = without_line_end(text.substr(start, end - start))};
}

}  // namespace kirnu

#include "table/row_batch.h"

#include <bit>

#include "base/block.h"
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
  std::uint64_t carriage_before = 0;
  for (std::size_t at = 0; at < text.size(); at += Block::kSize) {
    const Block block = block_at(text, at);
    const std::uint64_t line_feeds = block.equal('\n'), carriages = block.equal('\r');
    const std::uint64_t pairs = line_feeds & (carriages << 1U | carriage_before);
    lines += std::popcount(line_feeds) + std::popcount(carriages) - std::popcount(pairs);
    carriage_before = carriages >> 63U;
  }
  return lines;
}

std::string_view RowBatch::raw(std::size_t row) const {
  const std::size_t end = row + 1 < rows ? starts[row + 1] : text.size();
  return without_line_end(text.substr(starts[row], end - starts[row]));
}

RowPlace RowBatch::place(std::size_t row) const {
  const std::string_view before = text.substr(0, starts[row]);
  return {.row = first_row + static_cast<std::int64_t>(row),
          .line = first_line + count_lines(before),
          .byte = first_byte + encoded_size(before, encoding),
          .raw = raw(row)};
}

}  // namespace kirnu

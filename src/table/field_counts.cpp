#include "table/field_counts.h"

#include <bit>

#include "base/block.h"

namespace kirnu {

std::int64_t count_unquoted_characters(std::string_view rows, char quote) {
  constexpr char kNoCharacter = '\x80';  // the second byte of something
  std::int64_t count = 0;
  std::uint64_t inside = 0, closing_before = 0;
  for (std::size_t at = 0; at < rows.size(); at += Block::kSize) {
    const Block block = block_at(rows, at, kNoCharacter);
    count += std::popcount(~block.continuations());
    const std::uint64_t quotes = quote != 0 ? block.equal(quote) : 0;
    if ((quotes | closing_before) == 0) continue;
    const std::uint64_t quoted = running_parity(quotes) ^ inside;
    const std::uint64_t opening = quotes & quoted, closing = quotes & ~quoted;
    count += std::popcount(opening & (closing << 1U | closing_before)) - std::popcount(quotes);  // two stand for one
    inside = (quoted >> 63U) != 0 ? ~std::uint64_t{0} : 0;
    closing_before = closing >> 63U;
  }
  return count;
}

}  // namespace kirnu

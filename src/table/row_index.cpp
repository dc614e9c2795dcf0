#include "table/row_index.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/block.h"

namespace kirnu {
namespace {

std::size_t lowest(std::uint64_t bits) { return static_cast<std::size_t>(std::countr_zero(bits)); }

/// Control characters but tab and line ends, a CR that no LF follows, and U+FFFD.
std::uint64_t irregular(std::string_view text, std::size_t at, std::uint64_t controls, std::uint64_t inside) {
  const std::size_t size = std::min(Block::kSize, text.size() - at);
  std::uint64_t bad = 0;
  for (std::uint64_t left = controls; left != 0; left &= left - 1) {
    const std::size_t i = lowest(left);
    if (i >= size) break;
    const char c = text[at + i];
    const bool before_line_feed = at + i + 1 < text.size() && text[at + i + 1] == '\n';
    const bool in_field = (inside >> i & 1U) != 0;
    if (c == '\t' || (c == '\r' && (before_line_feed || in_field))) continue;
    bad |= std::uint64_t{1} << i;
  }
  return bad;
}

}  // namespace

bool RowIndex::knows(const CsvSyntax& syntax) {
  return syntax.separation == Separation::Text && syntax.delimiter.size() == 1 && !syntax.backslash_escapes &&
         syntax.quote != syntax.delimiter[0];
}

RowIndex::RowIndex(const CsvSyntax& syntax) : delimiter_(syntax.delimiter[0]), quote_(syntax.quote) {}

/// Writes the places of all bits, whatever their number: what is too much is overwritten by the next block.
void RowIndex::add(std::uint64_t separators, std::uint64_t line_feeds, std::uint32_t at) {
  const std::uint64_t all = separators | line_feeds;
  for (std::uint64_t left = line_feeds; left != 0; left &= left - 1) {
    const std::uint64_t up_to = left ^ (left - 1);
    rows_[row_count_++] = static_cast<std::uint32_t>(end_count_ + static_cast<std::size_t>(std::popcount(all & up_to)));
  }
  std::uint32_t* out = ends_.data() + end_count_;
  for (std::uint64_t left = all; left != 0; left &= left - 1) *out++ = at + static_cast<std::uint32_t>(lowest(left));
  end_count_ = static_cast<std::size_t>(out - ends_.data());
}

/// Of some line ends, and perhaps other control characters, in quoted fields.
void RowIndex::add_inner_lines(std::string_view text, std::uint64_t controls, std::size_t at) {
  for (std::uint64_t left = controls; left != 0; left &= left - 1) {
    const std::size_t place = at + lowest(left);
    if (place >= text.size()) return;
    if (text[place] != '\n' && text[place] != '\r') continue;
    if (text[place] == '\r' && place + 1 < text.size() && text[place + 1] == '\n') continue;
    inner_lines_.push_back(static_cast<std::uint32_t>(place));
  }
}

void RowIndex::build(std::string_view text) {
  const std::size_t most = text.size() + Block::kSize;
  if (ends_.size() < most) {
    ends_.resize(most);
    rows_.resize(most);
  }
  end_count_ = row_count_ = 0;
  inner_lines_.clear();
  limit_ = text.size();
  quoted_ = false;
  std::uint64_t inside_before = 0;                       // all ones while a quoted field goes on
  std::uint64_t separator_before = 1, quote_before = 0;  // bit 0: the byte before the block was one
  for (std::size_t at = 0; at < text.size(); at += Block::kSize) {
    const Block block = block_at(text, at);
    std::uint64_t separators = block.equal(delimiter_), line_feeds = block.equal('\n');
    const std::uint64_t controls = block.controls() & ~(separators | line_feeds);
    const std::uint64_t quotes = quote_ != 0 ? block.equal(quote_) : 0;
    std::uint64_t inside = inside_before, bad = 0;
    if ((quotes | inside_before) != 0) {
      quoted_ = true;
      inside ^= running_parity(quotes);
      inside_before = static_cast<std::uint64_t>(static_cast<std::int64_t>(inside) >> 63);
      const std::uint64_t inner = (line_feeds | controls) & inside;
      if (inner != 0) add_inner_lines(text, inner, at);
      separators &= ~inside;
      line_feeds &= ~inside;
    }
    if ((quotes | quote_before) != 0) {
      const std::uint64_t ends = separators | line_feeds;
      const std::uint64_t carriage = block.equal('\r') & ~inside;
      const std::uint64_t after_end = ends << 1U | separator_before;
      const std::uint64_t after_quote = quotes << 1U | quote_before;
      const std::uint64_t opening = quotes & inside, closing = quotes & ~inside;
      // A quote opens a field, or closes one, or is one of two that stand for one.
      bad |= opening & ~(after_end | after_quote);
      bad |= (closing << 1U | (quote_before & ~inside)) & ~(ends | quotes | carriage) & ~inside;
    }
    if (controls != 0) bad |= irregular(text, at, controls, inside);
    if (block.any_high()) {
      for (std::uint64_t left = block.equal('\xEF'); left != 0; left &= left - 1) {
        if (text.substr(at + lowest(left), 3) == "\uFFFD") bad |= left & (~left + 1);
      }
    }
    separator_before = (separators | line_feeds) >> 63U;
    quote_before = quotes >> 63U;
    if (bad != 0 && at + lowest(bad) < text.size()) {
      limit_ = at + lowest(bad);
      const std::uint64_t good = (bad & (~bad + 1)) - 1;
      add(separators & good, line_feeds & good, static_cast<std::uint32_t>(at));
      return;
    }
    add(separators, line_feeds, static_cast<std::uint32_t>(at));
  }
}

}  // namespace kirnu

#include "facts/tables/packed_column.h"

#include <limits>

namespace kirnu {
namespace {

std::uint8_t bytes_for(std::uint64_t most) {
  if (most == 0) return 0;
  if (most <= 0xFF) return 1;
  if (most <= 0xFFFF) return 2;
  return most <= 0xFFFFFFFF ? 4 : 8;
}

}  // namespace

template <class Word>
void PackedWords<Word>::append(const Word* words, std::size_t count) {
  while (count > 0) {
    if (!last_) last_.reset(new Word[kBlock]);
    const std::size_t at = size_ % kBlock, part = std::min(count, kBlock - at);
    std::copy_n(words, part, last_.get() + at);
    size_ += part;
    words += part;
    count -= part;
    if (size_ % kBlock == 0) full_.push_back(pack());
  }
}

/// The last block, which is full.
template <class Word>
typename PackedWords<Word>::Block PackedWords<Word>::pack() const {
  Word least = std::numeric_limits<Word>::max(), least_below = least, most = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    const Word word = turned(last_[i]);
    least = std::min(least, word);
    least_below = std::min(least_below, static_cast<Word>(word - 1));  // where 0 comes last
    most = std::max(most, word);
  }
  Block block;
  block.has_nothing = least == 0;
  if (most == 0) return block;                           // nothing but nothing
  block.base = block.has_nothing ? least_below : least;  // so that the least that is something has code 1, or 0
  block.width = bytes_for(most - block.base);
  switch (block.width) {
    case 0: break;
    case 1: write_codes<std::uint8_t>(block); break;
    case 2: write_codes<std::uint16_t>(block); break;
    case sizeof(Word):
      block.codes.reset(new std::byte[kBlock * sizeof(Word)]);
      std::copy_n(last_.get(), kBlock, reinterpret_cast<Word*>(block.codes.get()));
      break;
    default: write_codes<std::uint32_t>(block); break;
  }
  return block;
}

template <class Word>
template <class Code>
void PackedWords<Word>::write_codes(Block& block) const {
  block.codes.reset(new std::byte[kBlock * sizeof(Code)]);
  auto* const codes = reinterpret_cast<Code*>(block.codes.get());
  for (std::size_t i = 0; i < kBlock; ++i) {
    const Word word = turned(last_[i]);
    codes[i] = word == 0 ? 0 : static_cast<Code>(word - block.base);
  }
}

template <class Word>
template <class Code>
void PackedWords<Word>::read_codes(const Block& block, Word* words) const {
  const auto* const codes = reinterpret_cast<const Code*>(block.codes.get());
  for (std::size_t i = 0; i < kBlock; ++i) words[i] = word_of(block, codes[i]);
}

template <class Word>
Word PackedWords<Word>::at(std::size_t i) const {
  const std::size_t in_block = i % kBlock;
  if (i / kBlock == full_.size()) return last_[in_block];
  const Block& block = full_[i / kBlock];
  const std::byte* const codes = block.codes.get();
  switch (block.width) {
    case 0: return word_of(block, 0);
    case 1: return word_of(block, reinterpret_cast<const std::uint8_t*>(codes)[in_block]);
    case 2: return word_of(block, reinterpret_cast<const std::uint16_t*>(codes)[in_block]);
    case sizeof(Word): return reinterpret_cast<const Word*>(codes)[in_block];
    default: return word_of(block, reinterpret_cast<const std::uint32_t*>(codes)[in_block]);
  }
}

template <class Word>
const Word* PackedWords<Word>::block(std::size_t i, std::vector<Word>& buffer) const {
  if (i == full_.size()) return last_.get();
  const Block& block = full_[i];
  if (block.width == sizeof(Word)) return reinterpret_cast<const Word*>(block.codes.get());
  buffer.resize(kBlock);
  switch (block.width) {
    case 0: std::fill(buffer.begin(), buffer.end(), word_of(block, 0)); break;
    case 1: read_codes<std::uint8_t>(block, buffer.data()); break;
    case 2: read_codes<std::uint16_t>(block, buffer.data()); break;
    default: read_codes<std::uint32_t>(block, buffer.data()); break;
  }
  return buffer.data();
}

template class PackedWords<std::uint32_t>;
template class PackedWords<std::uint64_t>;

}  // namespace kirnu

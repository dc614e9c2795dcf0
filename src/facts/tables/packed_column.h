#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <type_traits>
#include <vector>

namespace kirnu {

/// Numbers in blocks of 16 Ki that are written once. A block that is full keeps how far each of its numbers is above
/// the least, in 0, 1, 2, 4 or 8 bytes. Before that all are turned: what stands for nothing, the smallest or (`above`)
/// the largest of their type, becomes 0, which has a code of its own and widens no block.
template <class Word>
class PackedWords {
 public:
  static constexpr std::size_t kBlock = 1U << 14U;

  PackedWords(Word flip, Word above) : flip_(flip), above_(above) {}

  void append(const Word* words, std::size_t count);
  std::size_t size() const { return size_; }
  Word at(std::size_t i) const;

  /// The words of a block: as they are kept, or unpacked into `buffer`.
  const Word* block(std::size_t i, std::vector<Word>& buffer) const;

 private:
  struct Block {
    std::unique_ptr<std::byte[]> codes = {};
    Word base = 0;             ///< what is added to a code
    std::uint8_t width = 0;    ///< bytes a code; all of a word's: the words as they are
    bool has_nothing = false;  ///< code 0 stands for nothing
  };

  Block pack() const;
  Word turned(Word word) const { return static_cast<Word>((word ^ flip_) + above_); }
  Word word_of(const Block& block, Word code) const {
    const Word turned = block.has_nothing && code == 0 ? 0 : static_cast<Word>(code + block.base);
    return static_cast<Word>((turned - above_) ^ flip_);
  }
  template <class Code>
  void write_codes(Block& block) const;
  template <class Code>
  void read_codes(const Block& block, Word* words) const;

  Word flip_, above_;
  std::vector<Block> full_;
  std::unique_ptr<Word[]> last_;  ///< the words behind the full blocks
  std::size_t size_ = 0;
};

extern template class PackedWords<std::uint32_t>;
extern template class PackedWords<std::uint64_t>;

/// Values of one column of a file, none of which changes: days, money, words of a dictionary take an eighth to a half
/// of their type's room, and memory that was never used before is what reading a file costs most. kNoDay, kNoMoney and
/// CodeColumn::kNone are what PackedWords calls nothing.
template <class T>
class PackedColumn {
  using Word = std::make_unsigned_t<T>;

 public:
  static constexpr std::size_t kBlock = PackedWords<Word>::kBlock;
  using Buffer = std::vector<Word>;

  void push_back(T value) { append({&value, 1}); }
  void append(std::span<const T> values) { words_.append(reinterpret_cast<const Word*>(values.data()), values.size()); }

  std::size_t size() const { return words_.size(); }
  bool empty() const { return size() == 0; }

  /// One value; loops over many take block() or PackedReader.
  T operator[](std::size_t i) const { return static_cast<T>(words_.at(i)); }

  std::size_t block_count() const { return (size() + kBlock - 1) / kBlock; }
  std::size_t block_size(std::size_t i) const { return std::min(kBlock, size() - i * kBlock); }

  /// The values of a block side by side; valid until the buffer is used again or the column grows.
  std::span<const T> block(std::size_t i, Buffer& buffer) const {
    return {reinterpret_cast<const T*>(words_.block(i, buffer)), block_size(i)};
  }

 private:
  static constexpr bool kSigned = std::is_signed_v<T>;
  static constexpr Word kTop = Word{1} << (8 * sizeof(Word) - 1);

  PackedWords<Word> words_{kSigned ? kTop : 0, kSigned ? 0 : 1};
};

/// Reads a column row after row: a block is unpacked when the first of its rows is asked for. The column does not grow
/// meanwhile.
template <class T>
class PackedReader {
 public:
  explicit PackedReader(const PackedColumn<T>& column) : column_(&column) {}
  PackedReader(const PackedReader&) = delete;  // it looks into its own buffer
  PackedReader& operator=(const PackedReader&) = delete;
  PackedReader(PackedReader&&) = default;
  PackedReader& operator=(PackedReader&&) = default;

  T operator[](std::size_t row) {
    constexpr std::size_t kBlock = PackedColumn<T>::kBlock;
    if (row / kBlock != block_) {
      block_ = row / kBlock;
      values_ = column_->block(block_, buffer_).data();
    }
    return values_[row % kBlock];
  }

 private:
  const PackedColumn<T>* column_;
  std::size_t block_ = static_cast<std::size_t>(-1);
  const T* values_ = nullptr;
  typename PackedColumn<T>::Buffer buffer_;
};

}  // namespace kirnu

#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/tables/column.h"

namespace kirnu {

/// Texts of up to 1 MiB, each kept once and numbered from 0 in the order in which they came: ids, plans, reasons.
class IdPool {
 public:
  /// The number of a text; a new one when it was not seen before.
  std::uint32_t add(std::string_view text);

  /// The numbers of many texts at once: faster for large pools, since the waits for memory overlap. Both spans are
  /// equally long.
  void add(std::span<const std::string_view> texts, std::span<std::uint32_t> numbers);

  /// So many texts will come in all, by what is known now: room for them is made at once where there is too little.
  void expect(std::size_t texts) { expected_ = std::min(texts, kMostExpected); }

  /// The number of a text that was added.
  std::optional<std::uint32_t> find(std::string_view text) const;

  /// For each number, whether `other` has the text too.
  std::vector<bool> shared_with(const IdPool& other) const;

  /// Valid as long as the pool.
  std::string_view text(std::uint32_t number) const;
  std::size_t size() const { return starts_.size(); }
  bool empty() const { return starts_.empty(); }

  /// Two texts that differ by capital letters (A–Z, À–Þ) alone: the first and the later one.
  struct CaseTwins {
    std::uint32_t first = 0;
    std::uint32_t later = 0;
  };
  /// The first of them, in the order in which they came; absent when there are none.
  const std::optional<CaseTwins>& case_twins() const { return twins_; }
  /// How many texts came after one from which they differ by case alone.
  std::int64_t case_twin_count() const { return twin_count_; }

 private:
  /// number + 1 (0: free) and the hash's 32 bits: enough to grow, and to find the slot in another pool, without looking
  /// at the text again. Hashes know no capital letters, so case twins stand side by side.
  struct Slot {
    std::uint32_t number = 0;
    std::uint32_t hash = 0;
  };

  static constexpr std::size_t kCrowded = ~std::size_t{0};             // no slot: the text is, or belongs, in crowded_
  static constexpr std::size_t kMostExpected = std::size_t{1} << 24U;  // what is expected may be wrong

  /// Where the search for a hash begins: slots stand in the order of their hashes, whatever their number.
  std::size_t home_of(std::uint32_t hash) const {
    return static_cast<std::size_t>(std::uint64_t{hash} * slots_.size() >> 32U);
  }
  std::size_t next_slot(std::size_t at) const { return at + 1 == slots_.size() ? 0 : at + 1; }

  void make_room(std::size_t more);
  std::size_t probe(std::string_view text, std::uint32_t hash) const;
  std::uint32_t number_at(std::size_t slot, std::string_view text) const;
  std::uint32_t insert(std::size_t slot, std::string_view text, std::uint32_t hash);
  std::uint32_t keep(std::string_view text);
  void look_ahead(std::span<const std::uint32_t> hashes) const;
  void note_twins(std::size_t slot, std::string_view text, std::uint32_t hash);

  std::vector<Slot> slots_;                     ///< linear probing
  std::vector<std::unique_ptr<char[]>> texts_;  ///< blocks; each text behind its length
  std::size_t block_left_ = 0;                  ///< free bytes of the last block
  Column<std::uint32_t> starts_;                ///< block and place of each text
  std::size_t expected_ = 0;
  std::map<std::string_view, std::uint32_t> crowded_;    ///< number + 1 of texts beyond the first of one hash
  std::map<std::string, std::uint32_t> crowded_folded_;  ///< of those without a twin in the slots: the first of each
  std::optional<CaseTwins> twins_;
  std::int64_t twin_count_ = 0;
};

}  // namespace kirnu

#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "facts/column.h"

namespace kirnu {

/// Texts of up to 1 MiB, each kept once and numbered from 0 in the order in which they came: ids, plans, reasons.
class IdPool {
 public:
  /// The number of a text; a new one when it was not seen before.
  std::uint32_t add(std::string_view text);

  /// The numbers of many texts at once: faster for large pools, since the waits for memory overlap. Both spans are
  /// equally long.
  void add(std::span<const std::string_view> texts, std::span<std::uint32_t> numbers);

  /// The number of a text that was added.
  std::optional<std::uint32_t> find(std::string_view text) const;

  /// The same for many texts; kAbsent where a text was never added.
  static constexpr std::uint32_t kAbsent = 0xFFFFFFFF;
  void find(std::span<const std::string_view> texts, std::span<std::uint32_t> numbers) const;

  /// Valid as long as the pool.
  std::string_view text(std::uint32_t number) const;
  std::size_t size() const { return starts_.size(); }
  bool empty() const { return starts_.empty(); }

 private:
  /// number + 1 (0: free) and the hash's 32 bits: enough to grow without looking at the texts again.
  struct Slot {
    std::uint32_t number = 0;
    std::uint32_t hash = 0;
  };

  void make_room(std::size_t more);
  std::size_t probe(std::string_view text, std::uint32_t hash) const;
  std::uint32_t insert(std::size_t slot, std::string_view text, std::uint32_t hash);
  std::uint32_t keep(std::string_view text);
  void look_ahead(std::span<const std::uint32_t> hashes) const;

  std::vector<Slot> slots_;                     ///< a power of two of them, linear probing
  std::vector<std::unique_ptr<char[]>> texts_;  ///< blocks; each text behind its length
  std::size_t block_left_ = 0;                  ///< free bytes of the last block
  Column<std::uint32_t> starts_;                ///< block and place of each text
};

/// A hash of short texts: the same on every platform, no defence against texts made to collide.
std::uint32_t hash_text(std::string_view text);

}  // namespace kirnu

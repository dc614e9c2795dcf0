#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "facts/column.h"

namespace kirnu {

/// Texts, each kept once and numbered from 0 in the order in which they came: ids, plans, reasons.
class IdPool {
 public:
  /// The number of a text; a new one when it was not seen before.
  std::uint32_t add(std::string_view text);

  /// The number of a text that was added.
  std::optional<std::uint32_t> find(std::string_view text) const;

  std::string_view text(std::uint32_t number) const;
  std::size_t size() const { return ends_.size(); }

 private:
  /// 0: free. Else the upper half of the hash over the number + 1.
  using Slot = std::uint64_t;

  std::size_t slot_of(std::string_view text, std::uint64_t hash) const;
  void grow();

  std::vector<Slot> slots_;
  std::vector<std::vector<char>> texts_;  ///< blocks of text
  Column<std::uint64_t> ends_;            ///< block and end of each text
};

}  // namespace kirnu

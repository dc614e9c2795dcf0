#pragma once
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace kirnu {

/// The codes of words that came lately, by the cell as it stands in the file: in columns of a few short words nearly
/// every cell is found here, without its spaces or the dictionary being looked at.
class RecentWords {
 public:
  /// The code of a cell, if it is known.
  bool find(std::string_view cell, std::uint32_t& code) const {
    if (cell.size() > kLongest) return false;
    const Key key = key_of(cell);
    const Entry& entry = entries_[place_of(key)];
    code = entry.code;
    return entry.key == key;
  }

  void keep(std::string_view cell, std::uint32_t code) {
    if (cell.size() > kLongest) return;
    const Key key = key_of(cell);
    entries_[place_of(key)] = {.key = key, .code = code};
  }

 private:
  static constexpr std::size_t kLongest = 16, kEntries = 64;

  /// All of a short cell: its first and its last bytes, which may overlap, and how many they are.
  struct Key {
    std::uint64_t first = 0, last = 0;
    std::uint32_t size = 0xFFFFFFFF;  ///< no cell is as long
    bool operator==(const Key&) const = default;
  };
  struct Entry {
    Key key = {};
    std::uint32_t code = 0;
  };

  template <class Word>
  static std::uint64_t load(const char* at) {
    Word word;
    std::memcpy(&word, at, sizeof word);
    return word;
  }

  static Key key_of(std::string_view cell) {
    const char* const at = cell.data();
    const std::size_t size = cell.size();
    Key key{.size = static_cast<std::uint32_t>(size)};
    if (size >= 8) {
      key.first = load<std::uint64_t>(at);
      key.last = load<std::uint64_t>(at + size - 8);
    } else if (size >= 4) {
      key.first = load<std::uint32_t>(at);
      key.last = load<std::uint32_t>(at + size - 4);
    } else if (size > 0) {
      key.first = load<std::uint8_t>(at) | load<std::uint8_t>(at + size / 2) << 8U;
      key.last = load<std::uint8_t>(at + size - 1);
    }
    return key;
  }

  static std::size_t place_of(const Key& key) {
    return static_cast<std::size_t>((key.first ^ key.last * 3 ^ key.size) * 0x9E3779B97F4A7C15U >> 58U);
  }
  static_assert(kEntries == std::size_t{1} << (64 - 58));

  std::array<Entry, kEntries> entries_ = {};
};

}  // namespace kirnu

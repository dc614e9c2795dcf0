#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace kirnu {

/// The codes of words that came lately, by the cell as it stands in the file: in columns of a few short words nearly
/// every cell is found here, without its spaces or the dictionary being looked at.
class RecentWords {
 public:
  /// The code of a cell, if it is known. `text` is what the cell most likely lies in.
  bool find(std::string_view cell, std::string_view text, std::uint32_t& code) const {
    if (cell.size() > kLongest) return false;
    const Key key = key_of(cell, text);
    const Entry& entry = entries_[place_of(key)];
    code = entry.code;
    return entry.key == key;
  }

  void keep(std::string_view cell, std::uint32_t code) {
    if (cell.size() > kLongest) return;
    const Key key = key_of(cell, {});
    entries_[place_of(key)] = {.key = key, .code = code};
  }

 private:
  static constexpr std::size_t kLongest = 16, kEntries = 64;

  /// All of a short cell, zeros behind it, and how long it is.
  struct Key {
    std::uint64_t first = 0, last = 0;
    std::uint32_t size = 0xFFFFFFFF;  ///< no cell is as long
    bool operator==(const Key&) const = default;
  };
  struct Entry {
    Key key = {};
    std::uint32_t code = 0;
  };

  static constexpr std::uint64_t first_bytes(std::size_t bytes) {
    return bytes >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * bytes)) - 1;
  }

  /// Where 16 bytes can be read they are, whatever the cell's length: lengths come in no order that a processor
  /// guesses.
  static Key key_of(std::string_view cell, std::string_view text) {
    static_assert(std::endian::native == std::endian::little);
    const std::size_t size = cell.size();
    const std::size_t at =
        reinterpret_cast<std::uintptr_t>(cell.data()) - reinterpret_cast<std::uintptr_t>(text.data());
    const bool inside = at < text.size() && text.size() - at >= kLongest;
    std::array<char, kLongest> copy = {};
    if (!inside) std::copy(cell.begin(), cell.end(), copy.begin());
    const char* const bytes = inside ? cell.data() : copy.data();
    Key key{.size = static_cast<std::uint32_t>(size)};
    std::memcpy(&key.first, bytes, sizeof key.first);
    std::memcpy(&key.last, bytes + sizeof key.first, sizeof key.last);
    key.first &= first_bytes(size);
    key.last &= first_bytes(size < 8 ? 0 : size - 8);
    return key;
  }

  static std::size_t place_of(const Key& key) {
    return static_cast<std::size_t>((key.first ^ key.last * 3 ^ key.size) * 0x9E3779B97F4A7C15U >> 58U);
  }
  static_assert(kEntries == std::size_t{1} << (64 - 58));

  std::array<Entry, kEntries> entries_ = {};
};

}  // namespace kirnu

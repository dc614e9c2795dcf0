#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace kirnu {

/// The checksum of gzip and zip, over bytes in any pieces. Four bytes a step; the tables are made, not stored: they are
/// digits that no compression of the program makes smaller.
class Crc32 {
 public:
  Crc32();
  void restart() { state_ = 0xFFFFFFFFU; }
  void add(std::string_view bytes);
  std::uint32_t value() const { return ~state_; }

 private:
  std::array<std::array<std::uint32_t, 256>, 4> tables_{};
  std::uint32_t state_ = 0xFFFFFFFFU;
};

}  // namespace kirnu

#include "archive/crc32.h"

#include "archive/little_endian.h"

namespace kirnu {

Crc32::Crc32() {
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t value = byte;
    for (int bit = 0; bit < 8; ++bit) value = (value >> 1U) ^ ((value & 1U) * 0xEDB88320U);
    tables_[0][byte] = value;
  }
  for (std::size_t step = 1; step < tables_.size(); ++step) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const std::uint32_t before = tables_[step - 1][byte];
      tables_[step][byte] = (before >> 8U) ^ tables_[0][before & 0xFFU];
    }
  }
}

void Crc32::add(std::string_view bytes) {
  std::uint32_t state = state_;
  for (; bytes.size() >= 4; bytes.remove_prefix(4)) {
    state ^= little_endian_32(bytes, 0);
    state = tables_[3][state & 0xFFU] ^ tables_[2][(state >> 8U) & 0xFFU] ^ tables_[1][(state >> 16U) & 0xFFU] ^
            tables_[0][state >> 24U];
  }
  for (const char c : bytes) state = (state >> 8U) ^ tables_[0][(state ^ static_cast<unsigned char>(c)) & 0xFFU];
  state_ = state;
}

}  // namespace kirnu

#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kirnu {

/// Whole numbers as gzip and zip store them, lowest byte first. They must lie inside `bytes`.
inline std::uint32_t little_endian_16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at]) | static_cast<unsigned char>(bytes[at + 1])
                                                                                << 8U);
}

inline std::uint32_t little_endian_32(std::string_view bytes, std::size_t at) {
  return little_endian_16(bytes, at) | little_endian_16(bytes, at + 2) << 16U;
}

inline std::uint64_t little_endian_64(std::string_view bytes, std::size_t at) {
  return little_endian_32(bytes, at) | static_cast<std::uint64_t>(little_endian_32(bytes, at + 4)) << 32U;
}

}  // namespace kirnu

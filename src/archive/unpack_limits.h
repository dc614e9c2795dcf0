#pragma once
#include <cstdint>

namespace kirnu {

/// What keeps a small file from filling the memory, or a day. Tests make them smaller.
struct UnpackLimits {
  std::uint64_t gzip_bytes = 8ULL << 30U;    ///< unpacked
  std::uint64_t zip_packed = 512ULL << 20U;  ///< the zip itself: it is kept whole, because its directory comes last
  std::uint64_t zip_bytes = 4ULL << 30U;     ///< unpacked, all parts together; also the text of a sheet
  std::uint64_t zip_files = 10'000;
  std::uint64_t string_bytes = 512ULL << 20U;  ///< a workbook's shared strings, which are kept in memory
  std::uint64_t ratio = 1000;                  ///< unpacked to packed …
  std::uint64_t ratio_from = 64ULL << 20U;     ///< … once so much is unpacked
};

}  // namespace kirnu

#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/issue.h"

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

/// What all that read one packed file share: its limits, how much came out of it, and why it cannot go on.
class Unpacking {
 public:
  Unpacking(const UnpackLimits& limits, bool gzip)
      : limits_(limits), most_(gzip ? limits.gzip_bytes : limits.zip_bytes) {}

  const UnpackLimits& limits() const { return limits_; }
  const std::optional<Issue>& error() const { return error_; }

  /// It cannot go on; the first reason is kept. `value` is what the issue's sentence names. Answers false.
  bool fail(IssueCode code, std::string_view value = {});

  /// It cannot go on, because there are more bytes than `limit`.
  bool fail_beyond(std::uint64_t limit);

  /// So many more bytes were read, and came out of them; false when that is too much.
  bool count(std::size_t packed, std::size_t unpacked);

 private:
  UnpackLimits limits_;
  std::uint64_t most_;
  std::uint64_t packed_ = 0;
  std::uint64_t unpacked_ = 0;
  std::optional<Issue> error_;
};

}  // namespace kirnu

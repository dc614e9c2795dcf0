#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "archive/crc32.h"
#include "archive/unpacking.h"

struct z_stream_s;

namespace kirnu {

/// Raw deflate unpacked in pieces, counted and with its checksum: zlib's, the same on every platform.
class Inflater {
 public:
  enum class Status { Going, Ended, Failed };

  explicit Inflater(Unpacking& unpacking);
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// Another stream begins.
  void restart();

  /// Unpacks from the front of `input`, which keeps what was not read, into `piece`, at most 64 KiB that are valid
  /// until the next call. An empty piece while it is going: there is no more input. Failed: `unpacking` knows why.
  Status next(std::string_view& input, std::string_view& piece);

  /// The same for bytes that are stored as they are.
  Status take_stored(std::string_view& input, std::string_view& piece);

  /// Whether the stream was what its packer says: ArchiveDamaged when it was not.
  bool check(std::uint32_t crc, std::uint64_t bytes);

  std::uint64_t bytes() const { return bytes_; }  ///< of this stream, unpacked

 private:
  Status count(std::size_t packed, std::string_view piece, Status status);

  Unpacking& unpacking_;
  std::unique_ptr<z_stream_s> stream_;
  std::string output_;
  Crc32 crc_;
  std::uint64_t bytes_ = 0;
};

}  // namespace kirnu

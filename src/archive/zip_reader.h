#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/crc32.h"
#include "archive/inflater.h"
#include "archive/unpack_limits.h"
#include "base/issue.h"

namespace kirnu {

/// A file inside a zip, as the zip's directory has it.
struct ZipEntry {
  std::string_view name;  ///< as stored; only ever compared
  bool encrypted = false;
  std::uint32_t method = 0;  ///< 0 stored, 8 deflated
  std::uint32_t crc = 0;
  std::uint64_t packed = 0;
  std::uint64_t unpacked = 0;
  std::uint64_t header = 0;  ///< offset of its local header
};

/// The directory of a zip (also zip64) that is in memory, whole. The bytes must outlive the reader.
class ZipReader {
 public:
  explicit ZipReader(std::string_view bytes, UnpackLimits limits = {});

  /// Why the directory cannot be read; absent when it can.
  const std::optional<Issue>& error() const { return error_; }

  const std::vector<ZipEntry>& entries() const { return entries_; }

  /// The entry of that name, whatever the case of its ASCII letters and whichever slash stands in it; else null.
  const ZipEntry* find(std::string_view name) const;

  std::string_view bytes() const { return bytes_; }
  const UnpackLimits& limits() const { return limits_; }

 private:
  bool read_directory();
  bool read_entry(std::string_view& directory);

  std::string_view bytes_;
  UnpackLimits limits_;
  std::vector<ZipEntry> entries_;
  std::optional<Issue> error_;
};

/// One entry, unpacked piece by piece and checked at its end. `unpacked` is the number of bytes that were unpacked of
/// the whole zip: it is added to and held against the limit.
class ZipStream {
 public:
  ZipStream(const ZipReader& zip, const ZipEntry& entry, std::uint64_t& unpacked);

  /// The next piece, at most 64 KiB and valid until the next call; empty at the end or when error() says why not.
  std::string_view next();

  const std::optional<Issue>& error() const { return error_; }
  std::uint64_t bytes() const { return bytes_; }  ///< unpacked so far
  std::uint64_t packed() const { return entry_.packed; }
  std::uint64_t packed_left() const { return packed_.size(); }  ///< still to be unpacked

 private:
  bool open(const ZipReader& zip);
  bool unpack(std::string_view& piece);
  std::string_view fail(Issue issue);

  const ZipEntry& entry_;
  UnpackLimits limits_;
  std::uint64_t& unpacked_;
  std::string_view packed_;
  Inflater inflater_;
  Crc32 crc_;
  std::string output_;
  std::uint64_t bytes_ = 0;
  bool ended_ = false;
  std::optional<Issue> error_;
};

}  // namespace kirnu

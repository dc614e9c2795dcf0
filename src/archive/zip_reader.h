#pragma once
#include <cstdint>
#include <string_view>

#include "archive/inflater.h"
#include "archive/unpacking.h"

namespace kirnu {

/// A file inside a zip, as the zip's directory has it.
struct ZipEntry {
  std::string_view name = {};  ///< as stored; only ever compared
  bool encrypted = false;
  std::uint32_t method = 0;  ///< 0 stored, 8 deflated
  std::uint32_t crc = 0;
  std::uint64_t packed = 0;
  std::uint64_t unpacked = 0;
  std::uint64_t header = 0;  ///< offset of its local header
};

/// The directory of a zip (also zip64) that is in memory, whole. Bytes and `unpacking` must outlive the reader.
class ZipReader {
 public:
  ZipReader(std::string_view bytes, Unpacking& unpacking);

  /// Finds the entry of that name, whatever the case of its ASCII letters and whichever slash stands in it.
  bool find(std::string_view name, ZipEntry& entry) const;

  /// Finds the one file there is, beside folders and what macOS adds; ArchiveManyFiles when there are none or several.
  bool find_only_file(ZipEntry& entry) const;

  std::string_view bytes() const { return bytes_; }
  Unpacking& unpacking() const { return unpacking_; }

 private:
  bool read_directory();

  std::string_view bytes_, directory_;
  Unpacking& unpacking_;
};

/// One entry, unpacked piece by piece and checked at its end.
class ZipStream {
 public:
  ZipStream(const ZipReader& zip, const ZipEntry& entry);

  /// The next piece, at most 64 KiB and valid until the next call; empty at the end and when the zip cannot go on.
  std::string_view next();

  std::uint64_t bytes() const { return inflater_.bytes(); }  ///< unpacked so far

  /// The share that was unpacked, 0 to 1.
  double progress() const;

 private:
  bool open(const ZipReader& zip);

  ZipEntry entry_;
  Unpacking& unpacking_;
  std::string_view packed_;  ///< still to be unpacked
  Inflater inflater_;
  bool ended_ = false;
};

}  // namespace kirnu

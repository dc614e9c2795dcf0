#include "archive/zip_reader.h"

#include <algorithm>
#include <string>

#include "archive/little_endian.h"
#include "base/ascii.h"

namespace kirnu {
namespace {

constexpr std::size_t kLocalHeader = 30, kDirectoryEntry = 46, kDirectoryEnd = 22;
constexpr std::size_t kLocator64 = 20, kDirectoryEnd64 = 56;
constexpr std::size_t kLongestComment = 0xFFFF;
constexpr std::uint64_t kIn64 = 0xFFFFFFFFU;  // instead of a size or an offset: it stands in the zip64 field
constexpr std::uint32_t kStored = 0, kDeflated = 8;

/// The bytes from `offset` on, if at least `size` of them begin with `signature`; else none.
std::string_view record_at(std::string_view bytes, std::uint64_t offset, std::string_view signature, std::size_t size) {
  if (offset > bytes.size()) return {};
  bytes.remove_prefix(static_cast<std::size_t>(offset));
  return bytes.size() >= size && bytes.starts_with(signature) ? bytes : std::string_view{};
}

/// Fills what stands in the zip64 field of an entry: only those numbers, in this order. False when they are missing.
bool read_zip64(ZipEntry& entry, std::string_view extra) {
  while (extra.size() >= 4) {
    const std::uint32_t id = little_endian_16(extra, 0);
    std::string_view field = extra.substr(4, little_endian_16(extra, 2));
    extra.remove_prefix(4 + field.size());
    if (id != 1) continue;
    for (std::uint64_t* number : {&entry.unpacked, &entry.packed, &entry.header}) {
      if (*number != kIn64) continue;
      if (field.size() < 8) return false;
      *number = little_endian_64(field, 0);
      field.remove_prefix(8);
    }
    return true;
  }
  return entry.unpacked != kIn64 && entry.packed != kIn64 && entry.header != kIn64;
}

/// Reads the entry at the start of the directory, which keeps the rest. False at its end, or what is no entry.
bool read_entry(std::string_view& directory, ZipEntry& entry) {
  if (record_at(directory, 0, "PK\x01\x02", kDirectoryEntry).empty()) return false;
  const std::size_t name = little_endian_16(directory, 28), extra = little_endian_16(directory, 30);
  const std::size_t size = kDirectoryEntry + name + extra + little_endian_16(directory, 32);
  if (directory.size() < size) return false;
  entry = {.name = directory.substr(kDirectoryEntry, name),
           .encrypted = (little_endian_16(directory, 8) & 1U) != 0,
           .method = little_endian_16(directory, 10),
           .crc = little_endian_32(directory, 16),
           .packed = little_endian_32(directory, 20),
           .unpacked = little_endian_32(directory, 24),
           .header = little_endian_32(directory, 42)};
  const std::string_view fields = directory.substr(kDirectoryEntry + name, extra);
  directory.remove_prefix(size);
  return read_zip64(entry, fields);
}

char folded(char c) {
  if (c == '\\') return '/';
  return to_ascii_lower(c);
}

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return folded(x) == folded(y); });
}

/// Folders, and what macOS adds.
bool is_no_file(std::string_view name) {
  return name.ends_with('/') || name.starts_with("__MACOSX/") || name.ends_with(".DS_Store");
}

}  // namespace

ZipReader::ZipReader(std::string_view bytes, Unpacking& unpacking) : bytes_(bytes), unpacking_(unpacking) {
  if (!read_directory()) unpacking.fail(IssueCode::ArchiveDamaged);
}

/// Finds the directory from the record at the zip's end, behind which at most a comment stands.
bool ZipReader::read_directory() {
  if (bytes_.size() < kDirectoryEnd) return false;
  const std::size_t end = bytes_.rfind("PK\x05\x06", bytes_.size() - kDirectoryEnd);
  if (end == std::string_view::npos || bytes_.size() - end > kDirectoryEnd + kLongestComment) return false;
  std::uint64_t entries = little_endian_16(bytes_, end + 10), offset = little_endian_32(bytes_, end + 16);
  const std::string_view locator = bytes_.substr(end - std::min(end, kLocator64));
  if (locator.starts_with("PK\x06\x07")) {
    const std::string_view end64 = record_at(bytes_, little_endian_64(locator, 8), "PK\x06\x06", kDirectoryEnd64);
    if (end64.empty()) return false;
    entries = little_endian_64(end64, 32);
    offset = little_endian_64(end64, 48);
  }
  if (entries > unpacking_.limits().zip_files) {
    return unpacking_.fail(IssueCode::ArchiveManyFiles, std::to_string(entries));
  }
  const std::string_view from = record_at(bytes_, offset, "", 0);
  std::string_view rest = from;
  ZipEntry entry;
  for (; entries > 0; --entries) {
    if (!read_entry(rest, entry)) return false;
  }
  directory_ = from.substr(0, from.size() - rest.size());
  return true;
}

bool ZipReader::find(std::string_view name, ZipEntry& entry) const {
  for (std::string_view rest = directory_; read_entry(rest, entry);) {
    if (same_name(entry.name, name)) return true;
  }
  return false;
}

bool ZipReader::find_only_file(ZipEntry& entry) const {
  int files = 0;
  ZipEntry each;
  for (std::string_view rest = directory_; read_entry(rest, each);) {
    if (is_no_file(each.name)) continue;
    entry = each;
    ++files;
  }
  return files == 1 || unpacking_.fail(IssueCode::ArchiveManyFiles, std::to_string(files));
}

ZipStream::ZipStream(const ZipReader& zip, const ZipEntry& entry)
    : entry_(entry), unpacking_(zip.unpacking()), inflater_(zip.unpacking()) {
  ended_ = !open(zip);
}

bool ZipStream::open(const ZipReader& zip) {
  if (entry_.encrypted) return unpacking_.fail(IssueCode::ArchiveEncrypted);
  if (entry_.method != kStored && entry_.method != kDeflated) {
    return unpacking_.fail(IssueCode::ArchiveMethodUnknown, std::to_string(entry_.method));
  }
  packed_ = record_at(zip.bytes(), entry_.header, "PK\x03\x04", kLocalHeader);
  if (packed_.empty()) return unpacking_.fail(IssueCode::ArchiveDamaged);
  const std::size_t start = kLocalHeader + little_endian_16(packed_, 26) + little_endian_16(packed_, 28);
  if (start > packed_.size() || entry_.packed > packed_.size() - start) {
    return unpacking_.fail(IssueCode::ArchiveDamaged);
  }
  packed_ = packed_.substr(start, static_cast<std::size_t>(entry_.packed));
  return true;
}

std::string_view ZipStream::next() {
  std::string_view piece;
  if (ended_) return piece;
  const Inflater::Status status =
      entry_.method == kStored ? inflater_.take_stored(packed_, piece) : inflater_.next(packed_, piece);
  const bool going = status == Inflater::Status::Going && !piece.empty();
  if (going) return piece;
  ended_ = true;
  const bool whole = status == Inflater::Status::Ended && inflater_.check(entry_.crc, entry_.unpacked);
  if (whole) return piece;
  unpacking_.fail(IssueCode::ArchiveDamaged);
  return {};
}

double ZipStream::progress() const {
  return packed_.empty() ? 1 : 1 - static_cast<double>(packed_.size()) / static_cast<double>(entry_.packed);
}

}  // namespace kirnu

#include "archive/zip_reader.h"

#include <algorithm>
#include <utility>

#include "archive/archive_issue.h"
#include "archive/little_endian.h"

namespace kirnu {
namespace {

constexpr std::size_t kPieceBytes = 1U << 16U;
constexpr std::size_t kLocalHeader = 30, kDirectoryEntry = 46, kDirectoryEnd = 22;
constexpr std::size_t kLocator64 = 20, kDirectoryEnd64 = 56;
constexpr std::size_t kLongestComment = 0xFFFF;
constexpr std::uint64_t kIn64 = 0xFFFFFFFFU;  // instead of a size or an offset: it stands in the zip64 field
constexpr std::uint32_t kStored = 0, kDeflated = 8;

/// Where the directory lies.
struct Directory {
  std::uint64_t entries = 0;
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
};

bool lies_in(std::string_view bytes, std::uint64_t offset, std::uint64_t size) {
  return offset <= bytes.size() && size <= bytes.size() - offset;
}

bool starts_at(std::string_view bytes, std::uint64_t offset, std::string_view signature) {
  return lies_in(bytes, offset, signature.size()) &&
         bytes.substr(static_cast<std::size_t>(offset), signature.size()) == signature;
}

/// The directory's place from the record at the zip's end, behind which at most a comment stands.
std::optional<Directory> find_directory(std::string_view bytes) {
  if (bytes.size() < kDirectoryEnd) return std::nullopt;
  const std::size_t end = bytes.rfind("PK\x05\x06", bytes.size() - kDirectoryEnd);
  if (end == std::string_view::npos || bytes.size() - end > kDirectoryEnd + kLongestComment) return std::nullopt;
  Directory directory{.entries = little_endian_16(bytes, end + 10),
                      .offset = little_endian_32(bytes, end + 16),
                      .bytes = little_endian_32(bytes, end + 12)};
  if (end < kLocator64 || !starts_at(bytes, end - kLocator64, "PK\x06\x07")) return directory;
  const std::uint64_t end64 = little_endian_64(bytes, end - kLocator64 + 8);
  if (!starts_at(bytes, end64, "PK\x06\x06") || !lies_in(bytes, end64, kDirectoryEnd64)) return std::nullopt;
  const std::string_view record = bytes.substr(static_cast<std::size_t>(end64), kDirectoryEnd64);
  return Directory{.entries = little_endian_64(record, 32),
                   .offset = little_endian_64(record, 48),
                   .bytes = little_endian_64(record, 40)};
}

/// Fills what stands in the zip64 field of an entry: only those numbers, in this order. False when they are missing.
bool read_zip64(ZipEntry& entry, std::string_view extra) {
  while (extra.size() >= 4) {
    const std::uint32_t id = little_endian_16(extra, 0);
    const std::size_t size = little_endian_16(extra, 2);
    extra.remove_prefix(4);
    if (size > extra.size()) break;
    std::string_view field = extra.substr(0, size);
    extra.remove_prefix(size);
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

char folded(char c) {
  if (c == '\\') return '/';
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return folded(x) == folded(y); });
}

}  // namespace

ZipReader::ZipReader(std::string_view bytes, UnpackLimits limits) : bytes_(bytes), limits_(limits) {
  if (bytes.size() > limits.zip_packed) {
    error_ = too_large(limits.zip_packed);
  } else if (!read_directory() && !error_) {
    error_ = make_issue(IssueCode::ArchiveDamaged);
  }
}

bool ZipReader::read_directory() {
  const std::optional<Directory> found = find_directory(bytes_);
  if (!found || !lies_in(bytes_, found->offset, found->bytes)) return false;
  if (found->entries > limits_.zip_files) {
    error_ = make_issue(IssueCode::ArchiveManyFiles, {}, {{"files", static_cast<double>(found->entries)}});
    return false;
  }
  std::string_view directory =
      bytes_.substr(static_cast<std::size_t>(found->offset), static_cast<std::size_t>(found->bytes));
  for (std::uint64_t i = 0; i < found->entries; ++i) {
    if (!read_entry(directory)) return false;
  }
  return true;
}

bool ZipReader::read_entry(std::string_view& directory) {
  if (directory.size() < kDirectoryEntry || !directory.starts_with("PK\x01\x02")) return false;
  const std::size_t name = little_endian_16(directory, 28), extra = little_endian_16(directory, 30);
  const std::size_t size = kDirectoryEntry + name + extra + little_endian_16(directory, 32);
  if (directory.size() < size) return false;
  ZipEntry entry{.name = directory.substr(kDirectoryEntry, name),
                 .encrypted = (little_endian_16(directory, 8) & 1U) != 0,
                 .method = little_endian_16(directory, 10),
                 .crc = little_endian_32(directory, 16),
                 .packed = little_endian_32(directory, 20),
                 .unpacked = little_endian_32(directory, 24),
                 .header = little_endian_32(directory, 42)};
  if (!read_zip64(entry, directory.substr(kDirectoryEntry + name, extra))) return false;
  entries_.push_back(entry);
  directory.remove_prefix(size);
  return true;
}

const ZipEntry* ZipReader::find(std::string_view name) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const ZipEntry& entry) { return same_name(entry.name, name); });
  return found == entries_.end() ? nullptr : &*found;
}

ZipStream::ZipStream(const ZipReader& zip, const ZipEntry& entry, std::uint64_t& unpacked)
    : entry_(entry), limits_(zip.limits()), unpacked_(unpacked) {
  if (entry.encrypted) {
    fail(make_issue(IssueCode::ArchiveEncrypted));
  } else if (entry.method != kStored && entry.method != kDeflated) {
    fail(make_issue(IssueCode::ArchiveMethodUnknown, {}, {{"method", static_cast<double>(entry.method)}}));
  } else if (!open(zip)) {
    fail(make_issue(IssueCode::ArchiveDamaged));
  } else if (entry.method == kDeflated) {
    output_.resize(kPieceBytes);
  }
}

bool ZipStream::open(const ZipReader& zip) {
  const std::string_view bytes = zip.bytes();
  if (!starts_at(bytes, entry_.header, "PK\x03\x04") || !lies_in(bytes, entry_.header, kLocalHeader)) return false;
  const std::string_view local = bytes.substr(static_cast<std::size_t>(entry_.header));
  const std::size_t start = kLocalHeader + little_endian_16(local, 26) + little_endian_16(local, 28);
  if (!lies_in(local, start, entry_.packed)) return false;
  packed_ = local.substr(start, static_cast<std::size_t>(entry_.packed));
  return true;
}

std::string_view ZipStream::next() {
  if (ended_) return {};
  std::string_view piece;
  if (!unpack(piece)) return fail(make_issue(IssueCode::ArchiveDamaged));
  bytes_ += piece.size();
  unpacked_ += piece.size();
  crc_.add(piece);
  if (unpacked_ > limits_.zip_bytes) return fail(too_large(limits_.zip_bytes));
  const std::uint64_t read = entry_.packed - packed_.size();
  if (bytes_ > limits_.ratio_from && bytes_ / limits_.ratio > read) return fail(ratio_too_large(limits_.ratio));
  if (ended_ && (bytes_ != entry_.unpacked || crc_.value() != entry_.crc)) {
    return fail(make_issue(IssueCode::ArchiveDamaged));
  }
  return piece;
}

bool ZipStream::unpack(std::string_view& piece) {
  if (entry_.method == kStored) {
    piece = packed_.substr(0, kPieceBytes);
    packed_.remove_prefix(piece.size());
    ended_ = packed_.empty();
    return true;
  }
  std::size_t written = 0;
  const Inflater::Status status = inflater_.unpack(packed_, output_, written);
  ended_ = status == Inflater::Status::Ended;
  const bool cut = !ended_ && written == 0;
  piece = std::string_view(output_).substr(0, written);
  return status != Inflater::Status::Damaged && !cut;
}

std::string_view ZipStream::fail(Issue issue) {
  ended_ = true;
  error_ = std::move(issue);
  return {};
}

}  // namespace kirnu

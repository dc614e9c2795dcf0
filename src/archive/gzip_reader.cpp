#include "archive/gzip_reader.h"

#include "archive/little_endian.h"

namespace kirnu {
namespace {

constexpr std::size_t kLongestHeader = 1U << 18U;  // extra fields have at most 64 KiB, names are names
constexpr std::size_t kFixedHeader = 10;
constexpr std::size_t kTrailer = 8;
constexpr std::size_t kCut = std::string_view::npos;

enum HeaderFlag : unsigned { kHeaderCrc = 2, kExtra = 4, kName = 8, kComment = 16 };

/// The bytes of the header at the start of a text; 0 when it is none, kCut when it goes on behind.
std::size_t header_bytes(std::string_view text) {
  constexpr std::string_view kMagic = "\x1F\x8B\x08";
  if (!text.starts_with(kMagic.substr(0, text.size()))) return 0;
  if (text.size() < kFixedHeader) return kCut;
  const unsigned flags = static_cast<unsigned char>(text[3]);
  std::size_t at = kFixedHeader;
  if ((flags & kExtra) != 0) {
    if (text.size() < at + 2) return kCut;
    at += 2 + little_endian_16(text, at);
  }
  for (unsigned flag = kName; flag <= kComment; flag *= 2) {
    if ((flags & flag) == 0) continue;
    const std::size_t end = text.find('\0', at);
    if (end == std::string_view::npos) return kCut;
    at = end + 1;
  }
  if ((flags & kHeaderCrc) != 0) at += 2;
  return at > text.size() ? kCut : at;
}

bool is_padding(std::string_view bytes) { return bytes.find_first_not_of('\0') == std::string_view::npos; }

}  // namespace

bool GzipReader::feed(std::string_view bytes) {
  bool good = true;
  while (good && !bytes.empty()) {
    switch (place_) {
      case Place::Header: good = take_header(bytes); break;
      case Place::Body: good = take_body(bytes); break;
      case Place::Trailer: good = take_trailer(bytes); break;
    }
  }
  return good;
}

bool GzipReader::finish() {
  const bool between = place_ == Place::Header && any_ && is_padding(begun_);
  return between || unpacking_.fail(IssueCode::ArchiveDamaged);
}

bool GzipReader::take_header(std::string_view& bytes) {
  const std::size_t before = begun_.size();
  begun_ += bytes.substr(0, kLongestHeader - before);
  if (any_ && is_padding(begun_)) {
    bytes.remove_prefix(begun_.size() - before);
    begun_.resize(1);
    return true;
  }
  const std::size_t header = header_bytes(begun_);
  const std::size_t taken = (header == kCut ? begun_.size() : header) - before;
  if (header == 0 || (header == kCut && begun_.size() == kLongestHeader)) {
    return unpacking_.fail(IssueCode::ArchiveDamaged);
  }
  bytes.remove_prefix(taken);
  if (header == kCut) return unpacking_.count(taken, 0);
  begun_.clear();
  inflater_.restart();
  place_ = Place::Body;
  return unpacking_.count(taken, 0);
}

bool GzipReader::take_body(std::string_view& bytes) {
  std::string_view piece;
  Inflater::Status status = Inflater::Status::Going;
  do {
    status = inflater_.next(bytes, piece);
    if (status == Inflater::Status::Failed || (!piece.empty() && !on_text_(piece))) return false;
  } while (status == Inflater::Status::Going && !piece.empty());
  if (status == Inflater::Status::Ended) place_ = Place::Trailer;
  return true;
}

bool GzipReader::take_trailer(std::string_view& bytes) {
  const std::string_view part = bytes.substr(0, kTrailer - begun_.size());
  begun_ += part;
  bytes.remove_prefix(part.size());
  if (begun_.size() < kTrailer) return true;
  const std::uint64_t bytes_mod_2_32 = little_endian_32(begun_, 4);
  const std::uint64_t high_bits = inflater_.bytes() >> 32U << 32U;
  if (!inflater_.check(little_endian_32(begun_, 0), high_bits | bytes_mod_2_32)) return false;
  begun_.clear();
  any_ = true;
  place_ = Place::Header;
  return true;
}

}  // namespace kirnu

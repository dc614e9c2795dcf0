#include "archive/gzip_reader.h"

#include <algorithm>
#include <utility>

#include "archive/archive_issue.h"
#include "archive/little_endian.h"

namespace kirnu {
namespace {

constexpr std::size_t kOutputBytes = 1U << 16U;
constexpr std::size_t kLongestHeader = 1U << 18U;  // extra fields have at most 64 KiB, names are names
constexpr std::size_t kFixedHeader = 10;
constexpr std::size_t kTrailer = 8;

enum HeaderFlag : unsigned { kHeaderCrc = 2, kExtra = 4, kName = 8, kComment = 16, kReserved = 0xE0 };

enum class HeaderState { Whole, Cut, Wrong };

struct Header {
  HeaderState state = HeaderState::Cut;
  std::size_t bytes = 0;
};

/// The header at the start of a text.
Header find_header(std::string_view text) {
  constexpr std::string_view kMagic = "\x1F\x8B\x08";
  if (text.substr(0, kMagic.size()) != kMagic.substr(0, text.size())) return {.state = HeaderState::Wrong};
  if (text.size() < kFixedHeader) return {};
  const unsigned flags = static_cast<unsigned char>(text[3]);
  if ((flags & kReserved) != 0) return {.state = HeaderState::Wrong};
  std::size_t at = kFixedHeader;
  if ((flags & kExtra) != 0) {
    if (text.size() < at + 2) return {};
    at += 2 + little_endian_16(text, at);
  }
  for (const unsigned flag : {kName, kComment}) {
    if ((flags & flag) == 0) continue;
    const std::size_t end = text.find('\0', at);
    if (end == std::string_view::npos) return {};
    at = end + 1;
  }
  if ((flags & kHeaderCrc) != 0) at += 2;
  return at > text.size() ? Header{} : Header{.state = HeaderState::Whole, .bytes = at};
}

bool is_padding(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
}

}  // namespace

GzipReader::GzipReader(OnText on_text, UnpackLimits limits)
    : on_text_(std::move(on_text)), limits_(limits), output_(kOutputBytes, '\0') {}

bool GzipReader::feed(std::string_view bytes) {
  while (!stopped_ && !bytes.empty()) {
    switch (place_) {
      case Place::Header: take_header(bytes); break;
      case Place::Body: take_body(bytes); break;
      case Place::Trailer: take_trailer(bytes); break;
    }
  }
  return !stopped_;
}

bool GzipReader::finish() {
  if (stopped_) return false;
  const bool between = place_ == Place::Header && any_ && is_padding(begun_);
  return between || fail(make_issue(IssueCode::ArchiveDamaged));
}

bool GzipReader::take_header(std::string_view& bytes) {
  const std::size_t before = begun_.size();
  const std::string_view part = bytes.substr(0, kLongestHeader - before);
  begun_ += part;
  if (any_ && begun_.front() == '\0') {
    if (!is_padding(begun_)) return fail(make_issue(IssueCode::ArchiveDamaged));
    begun_.resize(1);
    bytes.remove_prefix(part.size());
    return true;
  }
  const Header header = find_header(begun_);
  const bool too_long = header.state == HeaderState::Cut && begun_.size() == kLongestHeader;
  if (header.state == HeaderState::Wrong || too_long) return fail(make_issue(IssueCode::ArchiveDamaged));
  const bool whole = header.state == HeaderState::Whole;
  const std::size_t taken = whole ? header.bytes - before : part.size();
  packed_ += taken;
  bytes.remove_prefix(taken);
  if (!whole) return true;
  begun_.clear();
  inflater_.restart();
  crc_.restart();
  member_bytes_ = 0;
  place_ = Place::Body;
  return true;
}

bool GzipReader::take_body(std::string_view& bytes) {
  Inflater::Status status = Inflater::Status::Going;
  std::size_t written = 0;
  do {
    const std::size_t before = bytes.size();
    status = inflater_.unpack(bytes, output_, written);
    if (status == Inflater::Status::Damaged) return fail(make_issue(IssueCode::ArchiveDamaged));
    packed_ += before - bytes.size();
    unpacked_ += written;
    member_bytes_ += static_cast<std::uint32_t>(written);
    if (unpacked_ > limits_.gzip_bytes) return fail(too_large(limits_.gzip_bytes));
    if (unpacked_ > limits_.ratio_from && unpacked_ / limits_.ratio > packed_) {
      return fail(ratio_too_large(limits_.ratio));
    }
    const std::string_view text(output_.data(), written);
    crc_.add(text);
    if (!text.empty() && !on_text_(text)) {
      stopped_ = true;
      return false;
    }
  } while (status == Inflater::Status::Going && (!bytes.empty() || written == output_.size()));
  if (status == Inflater::Status::Ended) place_ = Place::Trailer;
  return true;
}

bool GzipReader::take_trailer(std::string_view& bytes) {
  const std::string_view part = bytes.substr(0, kTrailer - begun_.size());
  begun_ += part;
  packed_ += part.size();
  bytes.remove_prefix(part.size());
  if (begun_.size() < kTrailer) return true;
  const bool good = little_endian_32(begun_, 0) == crc_.value() && little_endian_32(begun_, 4) == member_bytes_;
  if (!good) return fail(make_issue(IssueCode::ArchiveDamaged));
  begun_.clear();
  any_ = true;
  place_ = Place::Header;
  return true;
}

bool GzipReader::fail(Issue issue) {
  stopped_ = true;
  error_ = std::move(issue);
  return false;
}

}  // namespace kirnu

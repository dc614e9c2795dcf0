#include "archive/inflater.h"

#include <algorithm>

#define ZLIB_CONST  // so that zlib's input is const
#include <zlib.h>

namespace kirnu {
namespace {

constexpr int kRawDeflate = -15;  // a window of 2^15 bytes, and the sign says: no header of zlib's own
constexpr std::size_t kPieceBytes = 1U << 16U;
constexpr std::size_t kMostAtOnce = 1U << 30U;

}  // namespace

Inflater::Inflater(Unpacking& unpacking)
    : unpacking_(unpacking), stream_(std::make_unique<z_stream_s>()), output_(kPieceBytes, '\0') {
  inflateInit2(stream_.get(), kRawDeflate);
}

Inflater::~Inflater() { inflateEnd(stream_.get()); }

void Inflater::restart() {
  inflateReset(stream_.get());
  crc_.restart();
  bytes_ = 0;
}

Inflater::Status Inflater::next(std::string_view& input, std::string_view& piece) {
  const std::size_t given = std::min(input.size(), kMostAtOnce);
  stream_->next_in = reinterpret_cast<const Bytef*>(input.data());
  stream_->avail_in = static_cast<uInt>(given);
  stream_->next_out = reinterpret_cast<Bytef*>(output_.data());
  stream_->avail_out = static_cast<uInt>(kPieceBytes);
  const int answer = inflate(stream_.get(), Z_NO_FLUSH);
  const std::size_t read = given - stream_->avail_in;
  input.remove_prefix(read);
  piece = std::string_view(output_.data(), kPieceBytes - stream_->avail_out);
  if (answer != Z_STREAM_END && answer != Z_OK && answer != Z_BUF_ERROR) {
    unpacking_.fail(IssueCode::ArchiveDamaged);
    return Status::Failed;
  }
  return count(read, piece, answer == Z_STREAM_END ? Status::Ended : Status::Going);
}

Inflater::Status Inflater::take_stored(std::string_view& input, std::string_view& piece) {
  piece = input.substr(0, kPieceBytes);
  input.remove_prefix(piece.size());
  return count(piece.size(), piece, input.empty() ? Status::Ended : Status::Going);
}

Inflater::Status Inflater::count(std::size_t packed, std::string_view piece, Status status) {
  crc_.add(piece);
  bytes_ += piece.size();
  return unpacking_.count(packed, piece.size()) ? status : Status::Failed;
}

bool Inflater::check(std::uint32_t crc, std::uint64_t bytes) {
  return (crc == crc_.value() && bytes == bytes_) || unpacking_.fail(IssueCode::ArchiveDamaged);
}

}  // namespace kirnu

#include "archive/inflater.h"

#include <algorithm>

#define ZLIB_CONST  // so that zlib's input is const
#include <zlib.h>

namespace kirnu {
namespace {

constexpr int kRawDeflate = -15;  // a window of 2^15 bytes, and the sign says: no header of zlib's own
constexpr std::size_t kMostAtOnce = 1U << 30U;

}  // namespace

Inflater::Inflater() : stream_(std::make_unique<z_stream_s>()) { inflateInit2(stream_.get(), kRawDeflate); }

Inflater::~Inflater() { inflateEnd(stream_.get()); }

void Inflater::restart() { inflateReset(stream_.get()); }

Inflater::Status Inflater::unpack(std::string_view& input, std::span<char> output, std::size_t& written) {
  const std::size_t given = std::min(input.size(), kMostAtOnce);
  stream_->next_in = reinterpret_cast<const Bytef*>(input.data());
  stream_->avail_in = static_cast<uInt>(given);
  stream_->next_out = reinterpret_cast<Bytef*>(output.data());
  stream_->avail_out = static_cast<uInt>(output.size());
  const int answer = inflate(stream_.get(), Z_NO_FLUSH);
  input.remove_prefix(given - stream_->avail_in);
  written = output.size() - stream_->avail_out;
  if (answer == Z_STREAM_END) return Status::Ended;
  return answer == Z_OK || answer == Z_BUF_ERROR ? Status::Going : Status::Damaged;
}

}  // namespace kirnu

#pragma once
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

struct z_stream_s;

namespace kirnu {

/// Raw deflate, unpacked in pieces: zlib's, the same on every platform.
class Inflater {
 public:
  enum class Status { Going, Ended, Damaged };

  Inflater();
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// Another stream begins.
  void restart();

  /// Unpacks from the front of `input` into `output` until either is used up or the stream ends. `input` keeps what was
  /// not read, `written` is the number of bytes put into `output`.
  Status unpack(std::string_view& input, std::span<char> output, std::size_t& written);

 private:
  std::unique_ptr<z_stream_s> stream_;
};

}  // namespace kirnu

#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "archive/crc32.h"
#include "archive/inflater.h"
#include "archive/unpack_limits.h"
#include "base/issue.h"

namespace kirnu {

/// A gzip file in any chunks, unpacked as it comes: all its members one after the other, each with its checksum. Zero
/// bytes after the last member are padding. Any split of the bytes gives the same text.
class GzipReader {
 public:
  using OnText = std::function<bool(std::string_view)>;  ///< false: nobody wants more

  explicit GzipReader(OnText on_text, UnpackLimits limits = {});

  /// Takes the next bytes; false when it cannot go on: error() says why, if it is not that nobody wants more.
  bool feed(std::string_view bytes);

  /// Ends the file; false when it is damaged or cut off.
  bool finish();

  const std::optional<Issue>& error() const { return error_; }

 private:
  enum class Place { Header, Body, Trailer };

  bool take_header(std::string_view& bytes);
  bool take_body(std::string_view& bytes);
  bool take_trailer(std::string_view& bytes);
  bool fail(Issue issue);

  OnText on_text_;
  UnpackLimits limits_;
  Inflater inflater_;
  Crc32 crc_;
  Place place_ = Place::Header;
  std::string begun_;  ///< the begun header or trailer
  std::string output_;
  std::uint64_t packed_ = 0;
  std::uint64_t unpacked_ = 0;
  std::uint32_t member_bytes_ = 0;  ///< modulo 2^32, as the trailer has it
  bool any_ = false;                ///< a member was read to its end
  bool stopped_ = false;
  std::optional<Issue> error_;
};

}  // namespace kirnu

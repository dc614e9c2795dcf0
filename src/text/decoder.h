#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/encoding.h"

namespace kirnu {

/// Turns bytes in any chunks into UTF-8. A byte order mark at the start is dropped; what is invalid becomes U+FFFD
/// (one for each maximal part of a sequence, as browsers do). Any split of the bytes gives the same text.
class Decoder {
 public:
  explicit Decoder(Encoding encoding) : encoding_(encoding) {}

  /// The text of the next bytes. It points into `bytes` or into the decoder: valid until the next call.
  std::string_view decode(std::string_view bytes) { return decode_part(bytes, false); }

  /// What is left after the last byte: U+FFFD for a sequence cut off, else nothing.
  std::string_view finish() { return decode_part({}, true); }

  /// The byte of the file at which position `at` of the last text begins. Positions must not fall until the next text.
  std::uint64_t source_offset(std::size_t at);

  /// Whether the last text has no U+FFFD that was put in.
  bool clean() const { return clean_; }

  std::int64_t invalid() const { return invalid_; }                              ///< number of U+FFFD put in
  std::optional<std::uint64_t> first_invalid() const { return first_invalid_; }  ///< byte of the file
  bool odd_byte() const { return odd_byte_; }                                    ///< UTF-16 ended with half a unit

 private:
  /// A U+FFFD of the last text: the text is `longer` bytes longer than its source from `end` on.
  struct Replacement {
    std::size_t end = 0;
    std::size_t longer = 0;
  };

  std::string_view decode_part(std::string_view bytes, bool last);
  std::size_t decode_utf8(std::string_view input, bool last, std::string_view& text);
  std::size_t decode_utf16(std::string_view input, bool last);
  void replace(std::size_t source_at, std::size_t source_length);

  Encoding encoding_;
  std::string carry_;  ///< the begun character of earlier chunks
  std::string input_;  ///< carry and chunk in one piece
  std::string decoded_;
  std::string_view text_;                  ///< the last text
  std::vector<Replacement> replacements_;  ///< of the last text, UTF-8 only
  std::size_t next_replacement_ = 0;
  std::uint64_t input_start_ = 0;    ///< byte of the file at which the last input begins
  std::uint64_t next_start_ = 0;     ///< byte of the file at which the next input begins
  std::size_t cursor_ = 0;           ///< the position last asked for …
  std::uint64_t cursor_source_ = 0;  ///< … and its byte of the file
  bool started_ = false;             ///< past the place of a byte order mark
  std::int64_t invalid_ = 0;
  std::optional<std::uint64_t> first_invalid_;
  bool odd_byte_ = false;
  bool clean_ = true;
};

}  // namespace kirnu

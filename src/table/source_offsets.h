#pragma once
#include <cstddef>
#include <cstdint>

#include "text/decoder.h"

namespace kirnu {

/// Where in a file the bytes of its decoded text stand, which comes in parts.
class SourceOffsets {
 public:
  /// The first part was decoded; a byte order mark is no text.
  void begin(Decoder& decoder) { pending_source_ = decoder.source_offset(0); }

  /// The byte of the file for a byte of the text: in the part being scanned, or where the begun row starts.
  std::uint64_t of(Decoder& decoder, std::uint64_t offset) const {
    if (offset == pending_text_) return pending_source_;
    if (offset < text_before_) return pending_source_ + (offset - pending_text_);
    return decoder.source_offset(static_cast<std::size_t>(offset - text_before_));
  }

  /// A part of that size was scanned; the row that is not complete yet starts at `pending`.
  void end_part(Decoder& decoder, std::size_t size, std::uint64_t pending) {
    if (pending >= text_before_ && pending <= text_before_ + size) {
      pending_source_ = of(decoder, pending);
      pending_text_ = pending;
    }
    text_before_ += size;
  }

 private:
  std::uint64_t text_before_ = 0;     ///< bytes of text before the part being scanned
  std::uint64_t pending_text_ = 0;    ///< the begun row's place in the text …
  std::uint64_t pending_source_ = 0;  ///< … and in the file
};

}  // namespace kirnu

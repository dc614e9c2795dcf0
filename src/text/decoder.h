#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kirnu {

enum class Encoding { Utf8, Utf16Le, Utf16Be, Windows1252, Iso8859_15, MacRoman };

/// "utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-15", "macintosh".
std::string_view encoding_name(Encoding);
std::optional<Encoding> find_encoding(std::string_view name);

/// Why an encoding was taken.
enum class EncodingReason {
  ByteOrderMark,
  Ascii,        ///< only ASCII so far
  ValidUtf8,    ///< non-ASCII, and all of it valid UTF-8
  ZeroPattern,  ///< every second byte is zero: UTF-16 without a byte order mark
  NotUtf8,      ///< bytes that UTF-8 does not know
  Chosen,       ///< a person said so
};

struct EncodingGuess {
  Encoding encoding = Encoding::Utf8;
  EncodingReason reason = EncodingReason::Ascii;
};

/// Guesses from the first bytes of a file (256 KiB are plenty). A character cut off at their end counts as valid.
EncodingGuess guess_encoding(std::string_view first_bytes);

/// What a file is, whatever its name.
enum class FileKind { Text, Empty, Workbook, OpenDocument, Zip, Gzip, Pdf, Image, OldWorkbook, Html, Json, Binary };

/// "text", "empty", "xlsx", "ods", "zip", "gzip", "pdf", "image", "xls", "html", "json", "binary".
std::string_view file_kind_name(FileKind);

/// Looks at magic bytes, then at the first characters. Empty also when there is nothing but a byte order mark,
/// spaces and line ends.
FileKind find_file_kind(std::string_view first_bytes);

/// Turns bytes in any chunks into UTF-8. A byte order mark at the start is dropped; what is invalid becomes U+FFFD
/// (one for each maximal part of a sequence, as browsers do). Any split of the bytes gives the same text.
class Decoder {
 public:
  explicit Decoder(Encoding encoding) : encoding_(encoding) {}

  /// The text of the next bytes. It points into `bytes` or into the decoder: valid until the next call.
  std::string_view decode(std::string_view bytes);

  /// What is left after the last byte: U+FFFD for a sequence cut off, else nothing.
  std::string_view finish();

  /// The byte of the file at which position `at` of the last text begins. Calls after one decode() must not go back.
  std::uint64_t source_offset(std::size_t at);

  std::int64_t invalid() const { return invalid_; }                              ///< number of U+FFFD put in
  std::optional<std::uint64_t> first_invalid() const { return first_invalid_; }  ///< byte of the file
  bool odd_byte() const { return odd_byte_; }                                    ///< UTF-16 ended with half a unit

 private:
  struct Replacement {
    std::size_t end = 0;  ///< position after the U+FFFD in the last text
    int shrink = 0;       ///< bytes that the text is longer than its source
  };

  void decode_utf8(std::string_view bytes, bool last);
  void decode_utf16(std::string_view bytes, bool last);
  void decode_single_bytes(std::string_view bytes);
  void replace(std::size_t at, std::size_t length);
  std::string_view answer(std::string_view text);

  Encoding encoding_;
  std::string carry_;  ///< the begun character of earlier chunks
  std::string input_;  ///< carry and chunk in one piece
  std::string text_;
  std::vector<Replacement> replacements_;  ///< of the last text, UTF-8 only
  std::uint64_t consumed_ = 0;             ///< bytes of the file whose text has been given
  std::uint64_t text_start_ = 0;           ///< byte of the file at which the last text begins
  bool started_ = false;                   ///< past the place of a byte order mark
  std::string_view last_;
  std::size_t cursor_ = 0;  ///< position in last_ whose source_offset is cursor_source_
  std::uint64_t cursor_source_ = 0;
  std::size_t next_replacement_ = 0;
  std::int64_t invalid_ = 0;
  std::optional<std::uint64_t> first_invalid_;
  bool odd_byte_ = false;
};

}  // namespace kirnu

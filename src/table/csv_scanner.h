#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "table/field_text.h"

namespace kirnu {

inline constexpr std::size_t kLongestLine = 16U << 20U;
inline constexpr std::size_t kLongestField = 1U << 20U;
inline constexpr std::size_t kMostColumns = 4096;

/// What stands between two fields. Aligned: two or more spaces. Spaces: one or more spaces or tabs. Both leave out
/// spaces at the ends of a line and know no quotes. None: the row is one field.
enum class Separation { Text, Aligned, Spaces, None };

struct CsvSyntax {
  Separation separation = Separation::Text;
  std::string delimiter = ",";        ///< one or two bytes, for Separation::Text
  char quote = '"';                   ///< 0: none
  bool backslash_escapes = false;     ///< \" in a quoted field is a quote, \\ a backslash, \n a line end
  bool spaces_before_quotes = false;  ///< a, "b": the space is no part of the field
};

/// One row; its views are valid only during the call that brings it.
struct CsvRow {
  std::span<const std::string_view> fields;
  std::string_view raw;      ///< the row without its line end
  std::int64_t line = 1;     ///< line of the text at which it starts, from 1
  std::uint64_t offset = 0;  ///< byte of the text at which it starts
  bool blank = false;        ///< nothing but spaces
  bool stray_quote = false;  ///< a quote inside an unquoted field, kept as it is
  bool has_nul = false;
  bool end_mark = false;          ///< nothing but Ctrl-Z: the old mark for the end of a file
  std::optional<IssueCode> flaw;  ///< TextAfterQuote, FieldTooLong, TooManyColumns: the row should be rejected
};

/// Why scanning stopped for good: LineTooLong or QuoteUnclosed, with the line at which it began.
struct CsvError {
  IssueCode code = IssueCode::QuoteUnclosed;
  std::int64_t line = 1;
  std::uint64_t offset = 0;
};

/// Text in any chunks becomes rows (RFC 4180 with tolerance: CR, LF and CRLF in any mix, a missing last line end,
/// blank lines, stray quotes). Any split gives the same rows. At most kLongestLine bytes are buffered.
class CsvScanner {
 public:
  using OnRow = std::function<void(const CsvRow&)>;

  CsvScanner(CsvSyntax syntax, OnRow on_row);

  /// Takes the next part of the text; false when scanning has stopped: see error().
  bool feed(std::string_view text);

  /// Takes the text up to the end of one row, and tells how many bytes that were: all when the row goes on.
  std::size_t feed_row(std::string_view text);

  /// Somebody else has brought the rows of the next bytes; to be called between rows.
  void skip(std::uint64_t bytes, std::int64_t lines) { begin_row(row_.offset + bytes, row_.line + lines); }

  /// Whether the next byte begins a row.
  bool between_rows() const { return partial_.empty(); }

  /// Ends the text: brings the last row if it has no line end. False as above.
  bool finish();

  const std::optional<CsvError>& error() const { return error_; }

  /// Whether a Ctrl-Z stood at the end of the text.
  bool end_mark() const { return end_mark_; }

  /// Byte of the text at which the row begins that is not complete yet.
  std::uint64_t pending_offset() const { return row_.offset; }
  std::int64_t pending_line() const { return row_.line; }

 private:
  enum class Place { FieldStart, Unquoted, Quoted, AfterQuote };
  enum class Step { GoOn, NeedMore, RowEnd };

  struct Field {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool escaped = false;  ///< holds doubled quotes or backslashes
  };

  bool take(std::string_view text);
  std::size_t bring_rows(std::string_view input, bool last, bool one_row = false);
  Step scan_row(std::string_view row, bool last);
  Step start_field(std::string_view row, bool last);
  Step scan_unquoted(std::string_view row, bool last);
  Step scan_quoted(std::string_view row, bool last);
  Step scan_after_quote(std::string_view row, bool last);
  Step end_row(std::string_view row, bool last);
  bool end_of_line_at(std::string_view row) const;
  std::size_t delimiter_at(std::string_view row) const;
  bool must_wait(std::string_view row, bool last) const;
  void end_field();
  void bring_row(std::string_view raw);
  void split_row(std::string_view raw);
  void build_views(std::string_view raw);
  void begin_row(std::uint64_t offset, std::int64_t line);
  void stop();

  CsvSyntax syntax_;
  OnRow on_row_;
  std::array<bool, 256> special_{};  ///< bytes at which an unquoted field may end or is no plain text
  std::string partial_;              ///< the begun row of earlier chunks
  std::vector<SpacedField> spaced_;
  std::vector<Field> fields_;
  std::vector<std::string_view> views_;
  std::vector<std::string> unescaped_;
  Place place_ = Place::FieldStart;
  Field field_;
  CsvRow row_;
  std::size_t at_ = 0;       ///< next byte, from the start of the row
  std::size_t raw_end_ = 0;  ///< where the row's line end begins
  std::int64_t line_ = 1;    ///< line of the byte at at_
  std::int64_t quote_line_ = 1;
  std::uint64_t quote_offset_ = 0;
  bool end_mark_ = false;
  std::optional<CsvError> error_;
};

}  // namespace kirnu

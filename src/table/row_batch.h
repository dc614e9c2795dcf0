#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "text/encoding.h"

namespace kirnu {

/// Where a row stands in its file, and what stood there.
struct RowPlace {
  std::int64_t row = 0;    ///< data row, from 1
  std::int64_t line = 0;   ///< line of the file, from 1
  std::uint64_t byte = 0;  ///< offset in the file
  std::string_view raw;    ///< the row without its line end
};

inline constexpr std::size_t kMostBatchRows = 256;

/// Some data rows that follow one another, at most kMostBatchRows; its views are valid only during the call that
/// brings it. Where a row stands is worked out only when somebody asks.
struct RowBatch {
  std::size_t rows = 0;
  std::size_t width = 0;                    ///< cells a row: the columns asked for with TableReader::want()
  std::span<const std::string_view> cells;  ///< row after row
  bool damaged = false;                     ///< holds U+FFFD where the file's bytes were invalid, or NUL
  std::int64_t first_row = 0;               ///< data row of the first, from 1
  std::int64_t first_line = 0;              ///< line of the file, from 1
  std::uint64_t first_byte = 0;             ///< offset in the file
  std::string_view text;                    ///< the rows as they stand in the file, in UTF-8
  std::span<const std::uint32_t> starts;    ///< where in `text` each row starts
  Encoding encoding = Encoding::Utf8;       ///< of the file

  std::string_view cell(std::size_t row, std::size_t column) const { return cells[row * width + column]; }
  RowPlace place(std::size_t row) const;
  std::string_view raw(std::size_t row) const;  ///< without its line end
};

/// Line ends of a text: CRLF is one, and so are CR and LF alone.
std::int64_t count_lines(std::string_view text);

}  // namespace kirnu

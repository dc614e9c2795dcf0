#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "table/csv_scanner.h"

namespace kirnu {

/// Where fields and rows end in a stretch of text, found 64 bytes at a time. It knows the usual: one byte between
/// fields, quotes that open and close where they should, LF or CRLF. Up to `limit` the result is what CsvScanner
/// finds; what lies behind is for CsvScanner.
class RowIndex {
 public:
  /// Whether texts of this syntax can be indexed.
  static bool knows(const CsvSyntax& syntax);

  explicit RowIndex(const CsvSyntax& syntax);

  /// Indexes a text that begins where a row begins.
  void build(std::string_view text);

  /// Where fields end: the place of the delimiter or line feed behind each.
  std::span<const std::uint32_t> ends() const { return {ends_.data(), end_count_}; }

  /// For each row that ends before limit(), how many entries of ends() its fields and all before them are.
  std::span<const std::uint32_t> rows() const { return {rows_.data(), row_count_}; }

  /// The first byte that is not as it usually is, or the text's size.
  std::size_t limit() const { return limit_; }

  /// Whether the text has quotes.
  bool quoted() const { return quoted_; }

  /// Where lines end inside quoted fields: the place of each CRLF's second byte, of each CR or LF alone.
  std::span<const std::uint32_t> inner_lines() const { return inner_lines_; }

 private:
  void add(std::uint64_t separators, std::uint64_t line_feeds, std::uint32_t at);
  void add_inner_lines(std::string_view text, std::uint64_t controls, std::size_t at);

  char delimiter_;
  char quote_;
  std::vector<std::uint32_t> ends_, rows_, inner_lines_;
  std::size_t end_count_ = 0, row_count_ = 0;
  std::size_t limit_ = 0;
  bool quoted_ = false;
};

}  // namespace kirnu

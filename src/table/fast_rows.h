#pragma once
#include <cstdint>
#include <list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "table/field_counts.h"
#include "table/row_batch.h"
#include "table/row_index.h"
#include "table/row_sorter.h"

namespace kirnu {

/// Splits the usual rows of a text into cells, many at a time: rows of data with as many fields as the table has
/// columns. Every other row is left to CsvScanner and RowSorter, which know all the rules.
class FastRows {
 public:
  FastRows(const CsvSyntax& syntax, const RowSorter& sorter, std::vector<std::size_t> wanted);

  /// Begins with a text that starts where a row starts.
  void begin(std::string_view text);

  /// The next usual rows, at most kMostBatchRows; none when the next row is unusual or not complete. Fills rows,
  /// width, cells, text and starts.
  RowBatch next();

  /// The next row with its line end, if it is complete but unusual; empty when it is not known where it ends.
  std::string_view unusual_row() const;
  void skip_row();

  /// Bytes of the text that were brought or skipped.
  std::size_t taken() const { return taken_; }

  /// Line ends in the rows that next() brought last.
  std::int64_t lines() const { return lines_; }

  /// What stands in the rows that next() brought last, also in columns that are not wanted.
  FieldCounts counts(const RowBatch& batch) const;

 private:
  bool is_usual(std::size_t fields, std::size_t first_end) const;
  std::string_view cell(std::size_t begin, std::size_t end);
  std::string_view unusual_cell(std::string_view field);
  std::int64_t pass_inner_lines();

  const RowSorter& sorter_;
  std::vector<std::size_t> wanted_;
  std::size_t columns_;
  char quote_;
  RowIndex index_;
  std::string_view text_;
  std::size_t taken_ = 0, row_ = 0, inner_line_ = 0;
  std::int64_t lines_ = 0, carriages_ = 0;
  std::vector<std::string_view> cells_;
  std::vector<std::uint32_t> starts_;
  std::list<std::string> unescaped_;  ///< of the batch that was brought last
};

}  // namespace kirnu

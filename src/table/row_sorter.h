#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "table/csv_scanner.h"
#include "table/dialect.h"

namespace kirnu {

/// What a row of the scanner is in a table.
enum class RowClass {
  SepLine,
  Blank,
  Preamble,
  Header,
  Total,
  RepeatedHeader,
  Explained,
  Flawed,
  TooLong,
  Short,
  Data
};

/// Tells header, data and everything else apart, row after row. Remembers the header only.
class RowSorter {
 public:
  explicit RowSorter(const Dialect& dialect);

  /// Takes the next row; after Short or Data, cells() are its fields, as many as names().
  RowClass sort(const CsvRow& row);

  /// Whether every row from here on is one of data, unless may_be_special() says so.
  bool in_data() const { return header_due_ == 0 && !explained_due_ && !sep_line_due_ && preamble_due_ == 0; }

  /// Whether a row with this first cell may be blank, a total or the header once more; quick, and rarely wrong.
  bool may_be_special(std::string_view first_cell) const;

  const std::vector<std::string_view>& cells() const { return cells_; }

  /// One a column: duplicates are "name (2)", empty ones "column 3". Complete when the first data row has come.
  const std::vector<std::string>& names() const { return names_; }

 private:
  void take_header(const CsvRow& row);
  bool is_total() const;
  bool repeats_header() const;

  int header_due_ = 0;  ///< rows
  bool explained_due_ = false;
  bool sep_line_due_ = false;
  std::int64_t preamble_due_ = 0;
  bool row_names_ = false;
  std::vector<bool> usual_pairs_;
  bool comments_ = false;
  std::vector<std::string> header_;  ///< the header's cells, trimmed
  std::vector<std::string> names_;
  std::vector<std::string_view> cells_;
};

/// What a column is called whose header is empty, counted from 0.
std::string nameless_column(std::size_t column);

/// Names for the columns of a header; `columns` are at least named.
std::vector<std::string> column_names(const std::vector<std::string>& header, std::size_t columns);

}  // namespace kirnu

#pragma once
#include <cstdint>
#include <string_view>

#include "table/csv_scanner.h"

namespace kirnu {

/// How well a syntax explains a sample.
struct SyntaxScore {
  CsvSyntax syntax;
  std::size_t columns = 0;         ///< the commonest number of fields
  std::int64_t preamble_rows = 0;  ///< rows before the first with that number
  bool titled = false;             ///< one such row, and a blank one below it
  double agreement = 0;            ///< share of rows from there on with that number, others by half
  double clean = 0;                ///< share of unquoted fields without a stronger separator in them
  double score = 0;
  std::size_t flawed = 0;     ///< rows with text after a closing quote, and a quote never closed
  bool unclosed = false;      ///< a quote is never closed
  bool few_quoted = false;    ///< of fields within quotes there are less than two a flawed row
  bool quoted_start = false;  ///< some field without quotes around it starts with ' or "
};

/// Scans the sample with `syntax` and judges by how consistent the number of fields is, not by how many there are.
SyntaxScore score_syntax(std::string_view sample, bool whole, const CsvSyntax& syntax);

}  // namespace kirnu

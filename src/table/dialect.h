#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table/csv_scanner.h"
#include "table/header_guess.h"

namespace kirnu {

inline constexpr std::size_t kSampleBytes = 256U << 10U;

/// How well a delimiter explains the sample: kept for display.
struct DelimiterScore {
  std::string delimiter;    ///< as delimiter_name() says
  std::size_t columns = 0;  ///< the commonest number of fields
  double agreement = 0;     ///< share of rows with that number, short rows by half
  double score = 0;
};

/// How a text is to be cut into rows and columns, with the evidence.
struct Dialect {
  CsvSyntax syntax;
  bool header = false;
  HeaderReason header_reason = HeaderReason::NothingSaysSo;
  std::size_t columns = 1;
  std::int64_t preamble_rows = 0;  ///< rows before the header, not blank ones
  int header_rows = 1;             ///< 2: names stand in two rows, read together
  bool explained = false;          ///< the row below the names says how columns are filled in
  bool row_names = false;          ///< the header names all columns but the first
  std::vector<bool> usual_pairs;   ///< see usual_pairs(); empty where no comma separates
  bool sep_line = false;           ///< the first line is "sep=;"
  bool comments = false;           ///< rows "# …" with nothing else in them are notes
  std::vector<DelimiterScore> scores;
};

/// What a person decided; absent members are guessed.
struct DialectChoice {
  std::optional<std::string> delimiter = {};  ///< a delimiter, or "aligned", "spaces" (or "space"), "none", "tab"
  std::optional<char> quote = {};             ///< 0: none
  std::optional<bool> header = {};
  std::optional<int> header_rows = {};  ///< 1 or 2
};

/// Finds the dialect of the beginning of a text (UTF-8). `whole`: the sample is all there is, so its last row counts.
Dialect find_dialect(std::string_view sample, bool whole, const DialectChoice& choice = {});

/// The delimiter itself, or "aligned", "spaces", "none".
std::string delimiter_name(const CsvSyntax&);

}  // namespace kirnu

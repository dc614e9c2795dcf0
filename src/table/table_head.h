#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "table/dialect.h"
#include "text/encoding.h"

namespace kirnu {

inline constexpr std::size_t kSampleRows = 1000;

/// What is known before the first row: names, how the file is read and why, and its first rows.
struct TableHead {
  std::string title = {};          ///< lines above the names, at most some hundred bytes
  std::vector<std::string> names;  ///< one a column; duplicates are "name (2)", empty ones "column 3"
  EncodingGuess encoding;
  Dialect dialect;
  std::vector<std::vector<std::string>> sample;  ///< up to kSampleRows data rows as they will come, padded
};

/// Fills in the first rows as they will come, and the names above them, by the dialect that is in it. `whole`: the text
/// is all of the file. False when the first row has too many columns.
bool read_sample(TableHead& head, std::string_view text, bool whole);

}  // namespace kirnu

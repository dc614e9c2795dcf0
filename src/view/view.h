#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/report.h"
#include "state/state.h"
#include "text/words.h"
#include "view/node/node.h"

namespace kirnu {

/// How far a file has been read. Bytes and time are told by the surface that reads it, rows are counted by the core.
struct ReadingProgress {
  double read = 0;                   ///< bytes
  std::optional<double> whole = {};  ///< bytes; absent where nobody knows
  double seconds = 0;
  std::int64_t rows = 0;
  std::int64_t rejected = 0;
};

/// What every part of the page is built from.
struct ViewContext {
  const State& state;
  const Report& report;
  const std::vector<Benchmark>& figures;         ///< all shipped figures
  const Words& words;                            ///< of state.language
  std::string file_name = {};                    ///< the file in place, or empty
  std::optional<ReadingProgress> progress = {};  ///< while a file is read
};

/// The whole page: controls, answer, charts, footer, in the reader's language.
Node build_page(const ViewContext&);

/// The View as tab-separated text for a spreadsheet: name and number of every result, in the reader's habit.
std::string results_as_tsv(const ViewContext&);

}  // namespace kirnu

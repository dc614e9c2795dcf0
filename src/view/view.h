#pragma once
#include "report/report.h"
#include "state/state.h"
#include "text/words.h"
#include "view/node/node.h"

namespace kirnu {

/// What every part of the page is built from.
struct ViewContext {
  const State& state;
  const Report& report;
  const std::vector<Benchmark>& figures;  ///< all shipped figures
  const Words& words;                     ///< of state.language
  std::string file_name = {};             ///< the file in place, or empty
};

/// The whole page: controls, answer, charts, footer, in the reader's language.
Node build_page(const ViewContext&);

/// The View as tab-separated text for a spreadsheet: name and number of every result, in the reader's habit.
std::string results_as_tsv(const ViewContext&);

}  // namespace kirnu

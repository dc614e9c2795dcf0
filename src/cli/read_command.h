#pragma once
#include <string>

#include "cli/options.h"
#include "facts/plan/import_plan.h"

namespace kirnu {

/// What `kirnu read` prints: how the file was understood, then every row of data, each cell as decoded text.
struct ReadOutput {
  std::string text;
  bool whole = false;  ///< the file was read to its end, and has rows
  std::string refusal = {};
  std::string left_out = {};  ///< of CSV, which has no place for it: which rows are missing, a line each
};

/// `bytes`: the whole file. `typed` adds each row's values as understood.
ReadOutput read_file(std::string_view bytes, const ImportChoice& choice, OutputFormat format, Language language,
                     bool typed);

}  // namespace kirnu

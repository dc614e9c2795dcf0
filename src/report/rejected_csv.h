#pragma once
#include <string>

#include "report/report.h"

namespace kirnu {

/// The rows of a file that were left out, with their reasons in English: row, line, column, code, raw text. RFC 4180
/// in UTF-8; no cell can start a formula.
std::string write_rejected_csv(const Report& report);

}  // namespace kirnu

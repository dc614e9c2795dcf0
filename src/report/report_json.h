#pragma once
#include <string>

#include "report/report.h"

namespace kirnu {

/// The version written into every report.
inline constexpr std::string_view kVersion = "0.1.0";

/// The report as JSON (docs/report.md): keys in a fixed order, reals with 12 significant digits, texts in English,
/// the same bytes on every platform.
std::string write_report_json(const Report&);

}  // namespace kirnu

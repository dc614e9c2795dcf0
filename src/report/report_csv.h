#pragma once
#include <string>

#include "report/report.h"

namespace kirnu {

/// The report as CSV by RFC 4180 in UTF-8: one row a metric (period, metric, value, numerator, denominator, low, high),
/// the leading period first, then every period of the history. Cells from a table that a spreadsheet would take for a
/// formula get a leading apostrophe.
std::string write_report_csv(const Report&);

/// A cell made safe for spreadsheets and quoted as needed: text that begins like a formula gets a leading apostrophe.
std::string csv_cell(std::string_view text);

}  // namespace kirnu

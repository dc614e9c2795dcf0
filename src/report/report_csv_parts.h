#pragma once
#include <string>

#include "report/report.h"

namespace kirnu {

/// The tables that follow the metrics, each behind an empty line with a header of its own: periods, cohorts, survival,
/// lost customers (all of them), reasons.
void write_csv_parts(std::string& out, const Report&);

/// Every lost customer with its value, the most valuable first.
std::string write_buyers_csv(const ReportBuyers&);
std::string write_lost_csv(const ReportLists&);

}  // namespace kirnu

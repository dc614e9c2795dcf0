#pragma once
#include <vector>

#include "report/report.h"

namespace kirnu {

/// Adds totals, metrics and figures of a comparison of lists; `report.period` is set already.
void add_list_metrics(Report&, const ListComparison&, const std::vector<Benchmark>&);

}  // namespace kirnu

#pragma once
#include <optional>
#include <string_view>

#include "base/period.h"
#include "facts/count_table.h"

namespace kirnu {

/// What a row's label says about its period: its unit, and its span where the year is named too.
struct PeriodLabel {
  PeriodUnit unit = PeriodUnit::Month;
  std::optional<int> month = {};  ///< 1–12, for months
  std::optional<LabelSpan> span = {};
};

/// Reads "2025-01", "01/2025", "1.2025", "2025-01-01", "31.01.2025", "Jan 2025", "März 25", "tammikuu 2025", "Mai",
/// "2025-Q1", "1. Quartal 2025", "H1 2025", "KW 12/2025" and "2025-W12" (ISO 8601), "2025", "FY 2025" (a year without
/// dates), "01.01.2025 - 31.01.2025"; absent for anything else.
std::optional<PeriodLabel> read_period_label(std::string_view text);

}  // namespace kirnu

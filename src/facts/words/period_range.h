#pragma once
#include <optional>
#include <string_view>

#include "facts/words/period_label.h"

namespace kirnu {

/// Reads from one day or month to another: "01.01.2025 - 31.01.2025", "01.01.–07.01.2025", "Jan–Mrz 2025". What the
/// first leaves out is as in the last. Absent for anything else, and where the text has no dash in it.
std::optional<PeriodDays> read_period_range(std::string_view text);

}  // namespace kirnu

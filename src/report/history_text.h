#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "report/report.h"

namespace kirnu {

/// What the period behind a history is called: "2025-07" after June 2025. Empty where the table has no labels; absent
/// where typed counts do not continue the history: there is none, nothing was typed, or another length of period.
std::optional<std::string> next_period_label(const Report&);

/// The history with the typed counts as its last row, as text to paste: tab-separated, period, start, new, lost and
/// end under the `header`; a sixth column `returned` where somebody came back. Absent as above.
std::optional<std::string> write_history(const Report&, std::string_view header, std::string_view returned);

}  // namespace kirnu

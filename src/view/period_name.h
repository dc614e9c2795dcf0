#pragma once
#include <optional>
#include <string>

#include "view/node/chart.h"
#include "view/view.h"

namespace kirnu {

/// The month of a period that is one, 1–12.
std::optional<int> month_of(const SeriesPeriod&);

/// A period's name in a table: "Jan 2025" where it is a month, else as it was written or worked out; a star where it is
/// not over. Empty where it has none.
std::string period_name(const ViewContext&, const SeriesPeriod&);

/// The month, with its year below; other periods as they are called.
Tick period_tick(const ViewContext&, const SeriesPeriod&, double at);

}  // namespace kirnu

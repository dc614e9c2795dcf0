#pragma once
#include <span>
#include <string>

#include "view/view.h"

/// A history of periods as a chart and as a table; build_over_time() puts both on their card.
namespace kirnu {

/// Whether counts are of groups of customers, not of periods.
bool are_of_groups(const Report& report);

inline constexpr std::size_t kMostPeriodsShown = 120;  ///< on the chart and in its table; the report has all

/// The latest periods: what fits on a chart.
std::span<const SeriesPeriod> shown_periods(const ViewContext&);

/// A shown period's number in the whole history, from 1.
std::string number_in_history(const ViewContext&, std::size_t index);

bool is_outside(const SeriesPeriod&);

/// Customers, or percent where the series has no customers.
std::string customers_or_share(const ViewContext&, double value);

/// Whether the history is calm, or which period stands out.
std::string over_time_summary(const ViewContext&);
Chart over_time_chart(const ViewContext&);
TableNode over_time_table(const ViewContext&);

}  // namespace kirnu

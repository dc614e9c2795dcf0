#pragma once
#include "facts/tables/tables.h"
#include "metrics/cohorts.h"
#include "metrics/lifetime_fit.h"
#include "metrics/survival.h"

/// What a table of cohorts that somebody else counted says.
namespace kirnu {

/// The cohorts in the table's order; shares are taken of `size` customers each, and without a size stay shares.
CohortTable build_cohorts(const CohortSheet& sheet, std::optional<double> size);

/// Whether more are there of some cohort than one period earlier: they left and came back, so no lifetimes.
bool some_rise(const CohortTable& table);

/// Who left at each age, and who was last seen at it; who left within a gap left at the age behind it. Of cohorts that
/// never rise.
SurvivalSteps build_steps(const CohortTable& table);

/// The same as renewals.
Renewals build_renewals(const CohortTable& table);

}  // namespace kirnu

#pragma once
#include "metrics/lifetime_fit.h"
#include "metrics/period_grid.h"
#include "metrics/spells.h"
#include "metrics/survival.h"

/// Who left and who stayed at each renewal, from what a file tells.
namespace kirnu {

/// The most renewals that a law is fitted to; later ones are left out.
inline constexpr std::size_t kMostRenewals = 600;

/// The size that percentages are taken of where nobody says how many customers they are of.
inline constexpr double kNominalSize = 1000;

/// How a series of customers or percent begins.
struct SeriesStart {
  double whole = 0;       ///< the number that stands for everybody: 100, 1, or the first count
  bool left_out = false;  /// the series begins after the first renewal: 100 % is taken to stand before it
};
SeriesStart series_start(const RetentionSeries&);

/// Renewals of a series that never rises; percent are of `size` customers.
Renewals build_renewals(const RetentionSeries&, double size);

/// Renewals of everybody's first spell, at ages of whole periods from the own first day on. Who leaves within a period
/// leaves at the renewal that ends it; renewals after as_of are not observed.
Renewals build_renewals(const Spells&, const PeriodChoice&, std::int32_t as_of);

/// Renewals of whole times of at most kMostRenewals; empty when there are others. Who left at time 0 was never renewed
/// and is left out.
Renewals build_renewals(const SurvivalSteps&);

/// The share still there after 0, 1, 2 … renewals.
std::vector<double> still_there(const Renewals&);

}  // namespace kirnu

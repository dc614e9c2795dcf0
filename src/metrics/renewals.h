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

/// How old everybody's first spell became, in whole months, weeks or days from its own first day on: what renewals of
/// any multiple of them follow from.
struct SpellAges {
  /// Customers whom the data know for so many whole units.
  struct Known {
    std::vector<std::int64_t> left = {};  ///< by age, the unit in which they left being over
    std::int64_t stayed = 0;
  };
  PeriodUnit unit = PeriodUnit::Month;  ///< Month, Week, Day or Days
  int days = 1;                         ///< of Days
  std::vector<Known> known = {};        ///< by whole units; empty: nobody was counted
};
SpellAges build_ages(const Spells&, const PeriodChoice&, std::int32_t as_of);

/// Whether renewals of such periods follow from the ages.
bool answers(const SpellAges&, const PeriodChoice&);

/// Renewals at ages of whole periods. Who leaves within a period leaves at the renewal that ends it; renewals after the
/// last known day are not observed.
Renewals build_renewals(const SpellAges&, const PeriodChoice&);

/// Renewals of whole times of at most kMostRenewals; empty when there are others. Who left at time 0 was never renewed
/// and is left out.
Renewals build_renewals(const SurvivalSteps&);

/// The share still there after 0, 1, 2 … renewals; absent where nobody looked.
std::vector<std::optional<double>> still_there(const Renewals&);

}  // namespace kirnu

#pragma once
#include <optional>
#include <vector>

#include "base/issue.h"

namespace kirnu {

/// The largest count (and amount of money) that is accepted: sums of a few of them are still exact in a double.
inline constexpr double kLargestNumber = 1e15;

/// Customer counts of one period as somebody said them; absent means "not said".
/// Field ids in issues: start, lost, new, end, new_left, left_and_returned, returned.
struct CountInputs {
  std::optional<double> start = {};              ///< customers when the period opens
  std::optional<double> lost = {};               ///< in the opening base and absent at close
  std::optional<double> new_kept = {};           ///< new and still there at close
  std::optional<double> end = {};                ///< customers when the period closes
  std::optional<double> new_left = {};           ///< new and left again in the same period
  std::optional<double> left_and_returned = {};  ///< in the opening base, left and came back
  std::optional<double> returned = {};           ///< came back without being in the opening base
};

/// The counts of one period, checked: whole, 0 or more, and end = start + new_kept + returned - lost.
struct PeriodTotals {
  double start = 0;
  double lost = 0;                      ///< at most start
  std::optional<double> new_kept = {};  ///< absent together with end: only start and lost are known
  std::optional<double> end = {};
  double new_left = 0;
  double left_and_returned = 0;  ///< at most start - lost
  double returned = 0;
  bool events_said = false;  ///< new_left or left_and_returned was said, if only as 0
  bool returned_said = false;
};

/// What check_counts() made of some counts: totals, or an error or question that says why not. Notes may stand
/// beside totals. In the issues' values `wrong`, `right`, `with_gross_new` and `retention` are fractions.
struct CheckedCounts {
  std::optional<PeriodTotals> totals = {};
  std::vector<Issue> issues = {};
};

/// Completes and checks the counts of one period. Start and lost are enough; any three of start, new_kept, lost and
/// end give the fourth; all four must agree. A start of 0 is allowed and has no rate (ZeroBase).
CheckedCounts check_counts(const CountInputs&);

/// All churn events: lost + new_left + left_and_returned.
double churn_events(const PeriodTotals&);

}  // namespace kirnu

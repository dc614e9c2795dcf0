#pragma once
#include "metrics/letters.h"
#include "metrics/spells.h"
#include "report/report.h"
#include "report/timeline.h"

/// Subscriptions by the values of a column.
namespace kirnu {

/// What is asked of each part. All of it must outlive the call.
struct SegmentQuestion {
  const SubscriptionTable& table;
  const SpellOptions& options;
  const Timeline& line;
  const PeriodGrid& cohorts;  ///< without periods: no triangles
  const Spells& everybody;
  RetentionRule rule = RetentionRule::Exact;
  ValueInputs value = {};
};

/// Adds metrics, cohorts and lifetimes of the first kMostGroups values of the column, the total freed of the mix, and
/// what misleads. report.survival must hold everybody's curve.
void add_segments(Report&, const SegmentQuestion&, const CodeColumn&);

}  // namespace kirnu

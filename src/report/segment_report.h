#pragma once
#include "facts/tables/tables.h"
#include "metrics/choices.h"
#include "metrics/customer_group.h"
#include "metrics/letters.h"
#include "metrics/period_grid.h"
#include "report/report.h"
#include "report/timeline.h"

/// Subscriptions by the values of a column.
namespace kirnu {

/// What is asked of each part. All of it must outlive the call.
struct SegmentQuestion {
  const CustomerGroup& everybody;
  const Timeline& line;
  const PeriodGrid& cohorts;  ///< without periods: no triangles
  RetentionRule rule = RetentionRule::Exact;
  ValueInputs value = {};
};

/// Adds metrics, cohorts and lifetimes of the first kMostGroups values of the column, the total freed of the mix, and
/// what misleads. report.survival must hold everybody's curve.
void add_segments(Report&, const SegmentQuestion&, const CodeColumn&);

}  // namespace kirnu

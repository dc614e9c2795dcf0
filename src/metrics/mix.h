#pragma once
#include <optional>
#include <span>

#include "metrics/history.h"

namespace kirnu {

/// One part of the customers in two periods.
struct PartCounts {
  PeriodCount before;
  PeriodCount after;
};

/// A rate of two periods, freed of what changed in the mix of its parts.
struct MixAdjusted {
  double before = 0;       ///< all parts, earlier period
  double after = 0;        ///< all parts, later period
  double adjusted = 0;     ///< later rates of the parts, weighted with the earlier mix of opening customers
  Interval interval = {};  ///< of `adjusted`, 95 %
  bool paradox = false;    ///< the total moves one way and no part does: Simpson's
};

/// Direct standardisation of the churn rate: Σ w·p_after with w = S_before ÷ Σ S_before, over the parts that have a
/// later rate; its interval puts the parts' Wilson intervals together as Newcombe's does (Zou & Donner, Statistics in
/// Medicine 27 (2008) 1693): Σ w·p ± √Σ (w·(p - limit))². Absent for fewer than two parts with both rates.
std::optional<MixAdjusted> adjust_mix(std::span<const PartCounts> parts);

}  // namespace kirnu

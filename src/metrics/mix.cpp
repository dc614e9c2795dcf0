#include "metrics/mix.h"

#include <algorithm>
#include <cmath>

#include "metrics/intervals.h"

namespace kirnu {
namespace {

std::optional<double> rate_of(const PeriodCount& count) { return ratio(count.lost, count.start); }

double square(double x) { return x * x; }

void add(PeriodCount& total, const PeriodCount& part) {
  total.lost += part.lost;
  total.start += part.start;
}

}  // namespace

std::optional<MixAdjusted> adjust_mix(std::span<const PartCounts> parts) {
  PeriodCount before, after;
  double weighted = 0, weight = 0, below = 0, above = 0;
  int both = 0, rising = 0, falling = 0;
  for (const PartCounts& part : parts) {
    add(before, part.before);
    add(after, part.after);
    const std::optional<double> earlier = rate_of(part.before), later = rate_of(part.after);
    if (!earlier || !later) continue;
    weighted += part.before.start * *later;
    weight += part.before.start;
    const Interval limits = wilson_interval(part.after.lost, part.after.start).value_or(Interval{*later, *later});
    below += square(part.before.start * (*later - limits.low));
    above += square(part.before.start * (limits.high - *later));
    ++both;
    rising += *later > *earlier ? 1 : 0;
    falling += *later < *earlier ? 1 : 0;
  }
  if (both < 2) return std::nullopt;
  MixAdjusted mix{.before = *rate_of(before), .after = *rate_of(after), .adjusted = weighted / weight};
  mix.interval = {.low = std::max(0.0, mix.adjusted - std::sqrt(below) / weight),
                  .high = std::min(1.0, mix.adjusted + std::sqrt(above) / weight)};
  mix.paradox =
      (mix.after > mix.before && rising == 0 && falling > 0) || (mix.after < mix.before && falling == 0 && rising > 0);
  return mix;
}

}  // namespace kirnu

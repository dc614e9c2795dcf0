#include "metrics/mix.h"

namespace kirnu {
namespace {

std::optional<double> rate_of(const PeriodCount& count) { return ratio(count.lost, count.start); }

void add(PeriodCount& total, const PeriodCount& part) {
  total.lost += part.lost;
  total.start += part.start;
}

}  // namespace

std::optional<MixAdjusted> adjust_mix(std::span<const PartCounts> parts) {
  PeriodCount before, after;
  double weighted = 0, weight = 0;
  int both = 0, rising = 0, falling = 0;
  for (const PartCounts& part : parts) {
    add(before, part.before);
    add(after, part.after);
    const std::optional<double> earlier = rate_of(part.before), later = rate_of(part.after);
    if (!earlier || !later) continue;
    weighted += part.before.start * *later;
    weight += part.before.start;
    ++both;
    rising += *later > *earlier ? 1 : 0;
    falling += *later < *earlier ? 1 : 0;
  }
  if (both < 2) return std::nullopt;
  MixAdjusted mix{.before = *rate_of(before), .after = *rate_of(after), .adjusted = weighted / weight};
  mix.paradox =
      (mix.after > mix.before && rising == 0 && falling > 0) || (mix.after < mix.before && falling == 0 && rising > 0);
  return mix;
}

}  // namespace kirnu

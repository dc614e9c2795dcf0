#include "metrics/trend.h"

#include <cmath>

#include "metrics/elementary.h"

namespace kirnu {

// p = Σx ÷ Σn; T = Σ s·(x − n·p); B = Σ n·(s − s̄)²; z = T ÷ √(p(1 − p)·B); slope = T ÷ B
std::optional<Trend> build_trend(std::span<const PeriodCount> periods) {
  double lost = 0, start = 0, scores = 0;
  int with_rate = 0;
  for (std::size_t s = 0; s < periods.size(); ++s) {
    if (periods[s].start <= 0) continue;
    lost += periods[s].lost;
    start += periods[s].start;
    scores += periods[s].start * static_cast<double>(s);
    ++with_rate;
  }
  const std::optional<double> p = ratio(lost, start);
  if (!p || with_rate < kFewestPeriods || *p <= 0 || *p >= 1) return std::nullopt;
  const double mean = scores / start;
  double along = 0, breadth = 0;
  for (std::size_t s = 0; s < periods.size(); ++s) {
    const PeriodCount& period = periods[s];
    if (period.start <= 0) continue;
    const double score = static_cast<double>(s) - mean;
    along += score * (period.lost - period.start * *p);
    breadth += period.start * score * score;
  }
  const double z = along / std::sqrt(*p * (1 - *p) * breadth);
  return Trend{.periods = with_rate, .slope = along / breadth, .z = z, .p = normal_two_sided_p(z)};
}

}  // namespace kirnu

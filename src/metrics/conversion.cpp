#include "metrics/conversion.h"

#include "metrics/elementary.h"

namespace kirnu {

// 1 - (1 - p)^(b/a) = -expm1(b/a · log1p(-p)): this way small shares keep all their digits.
double convert_share(double p, const Period& from, const Period& to) {
  const double b_over_a = periods_in(from, to);
  if (b_over_a == 1 || p <= 0 || p >= 1) return p;
  return -exp_m1(b_over_a * log_1p(-p));
}

Interval convert_interval(const Interval& interval, const Period& from, const Period& to) {
  return {.low = convert_share(interval.low, from, to), .high = convert_share(interval.high, from, to)};
}

double convert_to_normal_month(double p, double days) {
  return convert_share(p, period_of_days(days), period_of(PeriodUnit::Month));
}

}  // namespace kirnu

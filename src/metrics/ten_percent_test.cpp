#include "metrics/ten_percent_test.h"

#include "metrics/conversion.h"

namespace kirnu {
namespace {
constexpr double kTenPercent = 0.1;
}

std::optional<TenPercentTest> ten_percent_test(const Metric& churn, const std::optional<Period>& period) {
  if (!churn.value || !period || period->days <= 0) return std::nullopt;
  const Period year = period_of(PeriodUnit::Year);
  TenPercentTest test{.yearly_churn = convert_share(*churn.value, *period, year)};
  test.passed = test.yearly_churn < kTenPercent;
  if (churn.interval) {
    test.interval = convert_interval(*churn.interval, *period, year);
    test.borderline = test.interval->low <= kTenPercent && test.interval->high >= kTenPercent;
  }
  return test;
}

}  // namespace kirnu

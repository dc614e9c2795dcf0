#include "metrics/cohort_sheet.h"

#include <algorithm>
#include <cmath>

#include "base/date.h"
#include "facts/period_label.h"

namespace kirnu {

CohortTable build_cohorts(const CohortSheet& sheet, std::optional<double> size) {
  CohortTable table;
  for (const CohortRow& row : sheet.rows) {
    Cohort cohort{.label = row.label};
    const std::optional<PeriodLabel> label = read_period_label(row.label);
    if (label && label->span) cohort.first_day = read_iso_date(label->span->start)->days;
    cohort.dated = label && label->span;
    if (sheet.shares && !size) {
      cohort.shares = row.retained;
    } else {
      for (const double retained : row.retained)
        cohort.retained.push_back(std::llround(sheet.shares ? retained * *size : retained));
    }
    table.cohorts.push_back(std::move(cohort));
  }
  if (!sheet.shares || size) table.pooled = pool_cohorts(table.cohorts);
  return table;
}

bool some_rise(const CohortTable& table) {
  return std::any_of(table.cohorts.begin(), table.cohorts.end(), [](const Cohort& cohort) {
    return std::adjacent_find(cohort.retained.begin(), cohort.retained.end(), std::less<>()) != cohort.retained.end();
  });
}

SurvivalSteps build_steps(const CohortTable& table) {
  SurvivalSteps steps;
  for (const Cohort& cohort : table.cohorts) {
    for (std::size_t age = 0; age < cohort.retained.size(); ++age) {
      if (age == steps.size()) steps.push_back({.time = static_cast<double>(age)});
      if (age > 0) steps[age].left += cohort.retained[age - 1] - cohort.retained[age];
    }
    if (!cohort.retained.empty()) steps[cohort.retained.size() - 1].censored += cohort.retained.back();
  }
  return steps;
}

Renewals build_renewals(const CohortTable& table) {
  Renewals renewals;
  for (const Cohort& cohort : table.cohorts) {
    for (std::size_t age = 1; age < cohort.retained.size(); ++age) {
      if (age > renewals.size()) renewals.emplace_back();
      renewals[age - 1].left += static_cast<double>(cohort.retained[age - 1] - cohort.retained[age]);
      renewals[age - 1].stayed += static_cast<double>(cohort.retained[age]);
    }
  }
  return renewals;
}

}  // namespace kirnu

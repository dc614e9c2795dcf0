#include "metrics/cohort_sheet.h"

#include <algorithm>
#include <cmath>

#include "base/date.h"
#include "facts/words/period_label.h"

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
      for (const double retained : row.retained) {
        const bool counted = retained != kEmptyCell;
        cohort.retained.push_back(counted ? std::llround(sheet.shares ? retained * *size : retained) : kNotCounted);
      }
    }
    table.cohorts.push_back(std::move(cohort));
  }
  if (!sheet.shares || size) table.pooled = pool_cohorts(table.cohorts);
  return table;
}

bool some_rise(const CohortTable& table) {
  return std::any_of(table.cohorts.begin(), table.cohorts.end(), [](const Cohort& cohort) {
    std::vector<std::int64_t> there = cohort.retained;
    std::erase(there, kNotCounted);
    return std::adjacent_find(there.begin(), there.end(), std::less<>()) != there.end();
  });
}

SurvivalSteps build_steps(const CohortTable& table) {
  SurvivalSteps steps;
  for (const Cohort& cohort : table.cohorts) {
    std::int64_t there = 0;  // when somebody last looked
    for (std::size_t age = 0; age < cohort.retained.size(); ++age) {
      if (age == steps.size()) steps.push_back({.time = static_cast<double>(age)});
      if (!cohort.is_counted(age)) continue;
      if (age > 0) steps[age].left += there - cohort.retained[age];
      there = cohort.retained[age];
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
      if (!cohort.is_counted(age) || !cohort.is_counted(age - 1)) continue;  // who left when is not known
      renewals[age - 1].left += static_cast<double>(cohort.retained[age - 1] - cohort.retained[age]);
      renewals[age - 1].stayed += static_cast<double>(cohort.retained[age]);
    }
  }
  return renewals;
}

}  // namespace kirnu

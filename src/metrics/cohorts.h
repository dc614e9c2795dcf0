#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/rate.h"
#include "facts/tables/tables.h"
#include "metrics/choices.h"
#include "metrics/customer_group.h"
#include "metrics/period_grid.h"

namespace kirnu {

/// Stands for an age at which nobody looked, between others.
inline constexpr std::int64_t kNotCounted = -1;

/// The customers whose first spell began in one period.
struct Cohort {
  std::int32_t first_day = 0;  ///< of the period
  bool dated = true;           ///< false: a table that was brought says no period, only `label`
  /// Who are there k periods after the period began; [0] is the cohort's size. Ages whose boundary lies after the last
  /// known day are not observed and not in it. kNotCounted where a table that was brought has a gap.
  std::vector<std::int64_t> retained = {};
  std::string label = {};           ///< as a table that was brought names it
  std::vector<double> shares = {};  ///< instead of `retained`, where nobody says of how many; kEmptyCell for a gap

  std::int64_t size() const { return retained.front(); }
  std::size_t ages() const { return std::max(retained.size(), shares.size()); }
  /// Whether anybody looked at an age below ages().
  bool is_counted(std::size_t age) const {
    return shares.empty() ? retained[age] != kNotCounted : shares[age] != kEmptyCell;
  }
  /// Who is still there at an age below ages(), of 1; absent where nobody began, or looked.
  std::optional<double> share(std::size_t age) const {
    if (!is_counted(age)) return std::nullopt;
    if (!shares.empty()) return shares[age];
    return ratio(static_cast<double>(retained[age]), static_cast<double>(size()));
  }
};

/// All cohorts of an age together.
struct PooledAge {
  std::int32_t age = 0;
  std::int64_t retained = 0;
  std::int64_t size = 0;  ///< of the cohorts observed at this age; a share is ratio(retained, size)
};

struct CohortTable {
  std::vector<Cohort> cohorts = {};    ///< one a period of the grid that begins on as_of or before, oldest first
  std::vector<PooledAge> pooled = {};  ///< from age 0 to the oldest observed
};

/// All cohorts of an age together, from age 0 to the oldest observed.
std::vector<PooledAge> pool_cohorts(const std::vector<Cohort>&);

/// The most periods of a triangle; of a grid with more the latest are taken.
inline constexpr std::int32_t kMostCohorts = 1200;

/// The triangle of the grid's periods. The grid must reach to as_of.
CohortTable build_cohorts(const CustomerGroup&, const PeriodGrid&, std::int32_t as_of,
                          RetentionRule = RetentionRule::Exact);
inline CohortTable build_cohorts(const Spells& spells, const PeriodGrid& grid, std::int32_t as_of,
                                 RetentionRule rule = RetentionRule::Exact) {
  return build_cohorts(CustomerGroup{.spells = &spells}, grid, as_of, rule);
}

}  // namespace kirnu

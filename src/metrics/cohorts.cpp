#include "metrics/cohorts.h"

#include <algorithm>

#include "metrics/start_end_sums.h"

namespace kirnu {
namespace {

/// Of each cohort: how many more (or fewer) are there on a boundary than on the one before.
class CohortCounter {
 public:
  explicit CohortCounter(const PeriodGrid& grid)
      : periods_(static_cast<std::size_t>(grid.size())),
        place_(grid.lookup()),
        sizes_(periods_),
        changes_(periods_ * (periods_ + 2)) {}

  /// Somebody's spells; on_or_after: one from the first start to the last end.
  void add(const Spell* begin, const Spell* end, bool on_or_after) {
    const std::int32_t place = place_(begin->start);
    if (place < 0 || static_cast<std::size_t>(place) >= periods_) return;
    const auto cohort = static_cast<std::size_t>(place);
    std::int32_t* const changes = changes_.data() + cohort * (periods_ + 2);
    ++sizes_[cohort];
    if (on_or_after) {
      --changes[place_(end[-1].end) + 1];
      return;
    }
    --changes[place_(begin->end) + 1];
    for (const Spell* spell = begin + 1; spell != end; ++spell) {
      ++changes[place_(spell->start) + 1];
      --changes[place_(spell->end) + 1];
    }
  }

  /// Customers with one spell each, by the places of its start and end.
  void add(std::int32_t start, std::int32_t end, std::uint32_t customers) {
    if (start < 0 || static_cast<std::size_t>(start) >= periods_) return;
    const auto cohort = static_cast<std::size_t>(start);
    sizes_[cohort] += customers;
    changes_[cohort * (periods_ + 2) + static_cast<std::size_t>(end + 1)] -= static_cast<std::int32_t>(customers);
  }

  /// Who are there at the first `ages` boundaries from the cohort's own on.
  std::vector<std::int64_t> retained(std::size_t cohort, std::size_t ages) const {
    std::vector<std::int64_t> retained{sizes_[cohort]};
    const std::int32_t* change = changes_.data() + cohort * (periods_ + 2) + cohort + 1;
    while (retained.size() < ages) retained.push_back(retained.back() + *change++);
    return retained;
  }

 private:
  std::size_t periods_;
  PlaceOfDay place_;
  std::vector<std::int64_t> sizes_;
  std::vector<std::int32_t> changes_;
};

}  // namespace

std::vector<PooledAge> pool_cohorts(const std::vector<Cohort>& cohorts) {
  std::vector<PooledAge> pooled;
  for (const Cohort& cohort : cohorts) {
    for (std::size_t age = 0; age < cohort.retained.size(); ++age) {
      if (age == pooled.size()) pooled.push_back({.age = static_cast<std::int32_t>(age)});
      if (!cohort.is_counted(age)) continue;
      pooled[age].retained += cohort.retained[age];
      pooled[age].size += cohort.size();
    }
  }
  return pooled;
}

CohortTable build_cohorts(const CustomerGroup& group, const PeriodGrid& whole, std::int32_t as_of, RetentionRule rule) {
  const PeriodGrid grid =
      whole.size() > kMostCohorts ? grid_of({whole.bounds.end() - kMostCohorts - 1, whole.bounds.end()}) : whole;
  CohortCounter counter(grid);
  if (group.sums != nullptr) {  // with one spell each both rules are one
    for (const StartEndCell& cell : group.starts_and_ends->cells(*group.sums, grid))
      counter.add(cell.start, cell.end, cell.customers);
  }
  const bool on_or_after = rule == RetentionRule::OnOrAfter;
  group.visit([&](std::uint32_t, const Spell* begin, const Spell* end) { counter.add(begin, end, on_or_after); });
  const auto known = std::upper_bound(grid.bounds.begin(), grid.bounds.end(), std::int64_t{as_of} + 1);
  const auto observed = static_cast<std::size_t>(known - grid.bounds.begin());  // boundaries
  CohortTable table;
  for (std::size_t i = 0; i < static_cast<std::size_t>(grid.size()) && grid.bounds[i] <= as_of; ++i) {
    table.cohorts.push_back({.first_day = grid.bounds[i], .retained = counter.retained(i, observed - i)});
  }
  table.pooled = pool_cohorts(table.cohorts);
  return table;
}

}  // namespace kirnu

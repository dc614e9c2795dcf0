#include "metrics/revenue.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "metrics/customer_group.h"
#include "metrics/paid_rows.h"
#include "metrics/revenue_counters.h"
#include "metrics/start_end_sums.h"

namespace kirnu {
namespace {

/// All that is counted about one customer.
struct Counters {
  MovementCounter series;
  MovementCounter leading;
  RevenueCohortCounter cohorts;
  bool leads_alone = true;  ///< the leading period is none of the series

  void add(const PayingCustomer& customer) {
    series.add(customer);
    if (leads_alone) leading.add(customer);
    cohorts.add(customer);
  }
};

/// What customers with one row bring, where there are no sums of them.
void add_packed(const CustomerGroup& group, PriceReader& prices, Counters& counters) {
  LeftOut told_by_spells;
  for_each_spell_row(*group.table, group.options, told_by_spells,
                     [&](std::uint32_t customer, std::size_t row, const Spell& spell) {
                       if (!group.spells->has_packed(customer)) return;
                       PaidRow paid{.start = spell.start, .end = spell.end};
                       prices.read(row, paid);
                       counters.add({.rows = {&paid, 1}, .spells = {&spell, 1}});
                     });
}

void add_several(const PaidRows& paid, const Spells& spells, Counters& counters) {
  for (std::size_t c = 0; c + 1 < paid.first.size(); ++c) {
    if (paid.first[c] == paid.first[c + 1]) continue;
    counters.add({.rows = {paid.rows.data() + paid.first[c], paid.rows.data() + paid.first[c + 1]},
                  .spells = {spells.all.data() + spells.first[c], spells.all.data() + spells.first[c + 1]}});
  }
}

void add_gaps(RevenueGaps& gaps, const RevenueGaps& more) {
  gaps.amount_missing += more.amount_missing;
  gaps.interval_unknown += more.interval_unknown;
  if (gaps.unknown_interval.empty()) gaps.unknown_interval = more.unknown_interval;
}

/// The leading period's place in the series, where it is one of them.
std::optional<std::size_t> find_leading(const RevenuePeriods& periods) {
  if (periods.leading.size() != 1) return std::nullopt;
  const std::vector<std::int32_t>& bounds = periods.series.bounds;
  const auto found = std::find(bounds.begin(), bounds.end(), periods.leading.bounds[0]);
  if (found == bounds.end() || found + 1 == bounds.end() || found[1] != periods.leading.bounds[1]) return std::nullopt;
  return static_cast<std::size_t>(found - bounds.begin());
}

bool is_used(const CurrencyRevenue& revenue) {
  return std::any_of(revenue.series.begin(), revenue.series.end(),
                     [](const MrrMovement& m) { return m.closing != 0 || m.opening != 0; }) ||
         std::any_of(revenue.cohorts.begin(), revenue.cohorts.end(),
                     [](const RevenueCohort& cohort) { return cohort.retained.front() != 0; });
}

}  // namespace

std::vector<PooledRevenue> pool_revenue(const std::vector<RevenueCohort>& cohorts) {
  std::vector<PooledRevenue> pooled;
  for (const RevenueCohort& cohort : cohorts) {
    for (std::size_t age = 0; age < cohort.retained.size(); ++age) {
      if (age == pooled.size()) pooled.emplace_back();
      pooled[age].retained += cohort.retained[age];
      pooled[age].size += cohort.retained.front();
    }
  }
  return pooled;
}

namespace {

Counters make_counters(const RevenuePeriods& periods, std::size_t currencies) {
  return {.series = {periods.series, currencies},
          .leading = {periods.leading, currencies},
          .cohorts = {periods.cohorts, currencies},
          .leads_alone = !find_leading(periods)};
}

/// Takes what was counted of each currency that somebody pays in.
void hand_over(Counters& counters, const std::vector<std::string>& currencies, const RevenuePeriods& periods,
               Revenue& revenue) {
  const std::optional<std::size_t> leading = find_leading(periods);
  for (std::size_t c = 0; c < currencies.size(); ++c) {
    CurrencyRevenue one{.currency = currencies[c]};
    one.series = counters.series.take(c);
    if (leading) one.leading = one.series[*leading];
    else if (periods.leading.size() > 0) one.leading = counters.leading.take(c).front();
    one.cohorts = counters.cohorts.take(c, periods.as_of);
    if (is_used(one)) revenue.currencies.push_back(std::move(one));
  }
  sort_items(revenue.currencies,
             [](const CurrencyRevenue& a, const CurrencyRevenue& b) { return a.currency < b.currency; });
}

}  // namespace

Revenue build_revenue(const CustomerGroup& group, const RevenuePeriods& periods) {
  Revenue revenue;
  if (group.table->amount.empty()) return revenue;
  if (group.sums != nullptr) revenue.gaps = group.starts_and_ends->gaps;
  PriceReader prices(*group.table, revenue.gaps);
  Counters counters = make_counters(periods, prices.currencies().size());
  if (group.sums != nullptr) {
    const auto add = [&](auto& counter, const PeriodGrid& grid) {
      for (const StartEndCell& cell : group.starts_and_ends->cells(*group.sums, grid)) {
        for (std::uint32_t c = 0; c < prices.currencies().size(); ++c) {
          const std::vector<RevenueSum>& revenue_of = group.sums->revenue[c];
          if (!revenue_of.empty()) counter.add_rows(c, cell.start, cell.end, revenue_of[cell.cell]);
        }
      }
    };
    add(counters.series, periods.series);
    if (counters.leads_alone) add(counters.leading, periods.leading);
    add(counters.cohorts, periods.cohorts);
  }
  const Spells& spells = *group.spells;
  if (group.sums == nullptr && !spells.packed.empty()) add_packed(group, prices, counters);
  if (!spells.first.empty()) {
    const PaidRows& paid = group.paid != nullptr ? *group.paid : build_paid_rows(*group.table, group.options, spells);
    add_several(paid, spells, counters);
    add_gaps(revenue.gaps, paid.gaps);
  }
  hand_over(counters, prices.currencies(), periods, revenue);
  return revenue;
}

}  // namespace kirnu
